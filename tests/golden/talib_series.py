"""Seeded price series for the golden values of TA-Lib: realistic, rich in ties, flat, trending, tiny, huge, rare."""

import numpy as np
import talib


def bars(opened, high, low, close, random):
    rows = len(close)
    return {
        "open": opened, "high": high, "low": low, "close": close,
        "volume": random.integers(1_000, 50_000, rows).astype(float),
        "second": close[::-1] * 0.5 + np.cumsum(random.normal(0, abs(close).mean() / 100, rows)),
        "periods": random.integers(0, 45, rows).astype(float) + random.choice([0.0, 0.5, 0.999], rows),
        "unit": random.uniform(-1, 1, rows),
    }


def walk(rows, seed):
    """Geometric random walk with gaps and changing volatility."""
    random = np.random.default_rng(seed)
    volatility = 0.01 * (1 + 0.7 * np.sin(np.arange(rows) / 20))
    close = 100 * np.exp(np.cumsum(random.normal(0.0002, volatility)))
    opened = np.concatenate([[100], close[:-1]]) * np.exp(random.normal(0, volatility / 4))
    high = np.maximum(opened, close) * np.exp(np.abs(random.normal(0, volatility / 2)))
    low = np.minimum(opened, close) * np.exp(-np.abs(random.normal(0, volatility / 2)))
    return bars(opened, high, low, close, random)


def grid(rows, seed):
    """Prices in steps of 0.25 with many ties, bars without body or shadow, and gaps."""
    random = np.random.default_rng(seed)
    body = random.choice([0, 0, 1, 1, 2, 3, 6, 10, 16], rows) * random.choice([-1, 1], rows)
    gap = random.choice([0, 0, 0, 1, -1, 2, -2, 6, -6, 14, -14], rows)
    upper = random.choice([0, 0, 0, 1, 1, 2, 5, 12], rows)
    lower = random.choice([0, 0, 0, 1, 1, 2, 5, 12], rows)
    close = np.cumsum(body + gap)
    close = close - close.min() + 200
    opened = close - body
    high, low = np.maximum(opened, close) + upper, np.minimum(opened, close) - lower
    return bars(*(column * 0.25 for column in (opened, high, low, close)), random)


def flat(rows):
    level = np.full(rows, 100.0)
    made = bars(level, level.copy(), level.copy(), level.copy(), np.random.default_rng(5))
    return made | {"second": level.copy(), "volume": np.full(rows, 1000.0)}


def trend(rows):
    """Up by one a bar, then down by two."""
    steps = np.where(np.arange(rows) < rows // 2, 1.0, -2.0)
    close = 100 + np.cumsum(steps)
    return bars(close - steps / 2, np.maximum(close, close - steps / 2) + 0.25, np.minimum(close, close - steps / 2) - 0.25, close, np.random.default_rng(6))


def scaled(series, factor):
    return {name: values * factor if name in ("open", "high", "low", "close", "second") else values for name, values in series.items()}


def head(series, rows):
    return {name: values[:rows] for name, values in series.items()}


def patterned(names, seed):
    """Excerpts of a long grid walk, so that each pattern occurs with each of its signs."""
    long = grid(600_000, seed)
    prices = [long[p] for p in ("open", "high", "low", "close")]
    ends = []
    for name in names:
        found = getattr(talib, name)(*prices)
        for value in np.unique(found[found != 0]):
            ends.append(int(np.flatnonzero(found[40:] == value)[0]) + 40)
    rows = np.concatenate([np.arange(end - 16, end + 2) for end in sorted(set(ends))])
    # An excerpt keeps its shape and moves to the level of 100, which keeps the columns short.
    levels = np.concatenate([np.full(18, long["close"][end - 16] - 100) for end in sorted(set(ends))])
    return {name: long[name][rows] - levels for name in ("open", "high", "low", "close")}


def all_series(patterns):
    base = walk(260, 1)
    return {
        "walk": base,
        "ticks": grid(220, 2),
        "flat": flat(60),
        "trend": trend(60),
        "tiny": scaled(head(base, 120), 1e-9),
        "huge": scaled(head(base, 120), 1e9),
        "short": head(base, 3),
        "rare": patterned(patterns, 11),
    }
