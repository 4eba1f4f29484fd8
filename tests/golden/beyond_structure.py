# /// script
# requires-python = ">=3.10"
# dependencies = ["numpy==2.4.6", "pandas==3.1.1"]
# ///
"""Writes beyond/*.json for the indicators of the group `structure`.

Nothing is carried from row to row as the indicators do it: pivots come from pandas groups by calendar dates,
profiles and swings from whole windows, bricks and range bars are laid one by one in exact decimal arithmetic,
turning points by a search from each turn for the next.
"""

import json
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd

OUT = Path(__file__).parent / "beyond"


def tables():
    """Hourly bars on a grid of cents: a random walk over the turn of a month and two weeks; flat, then a trend."""
    rng = np.random.default_rng(20261121)

    def table(close, start):
        gap = np.where(rng.random(close.size) < 0.1, rng.normal(0, 0.03, close.size), 0)
        open_ = np.round(np.concatenate(([close[0]], close[:-1])) * (1 + gap), 2)
        high = np.round(np.maximum(open_, close) * (1 + np.abs(rng.normal(0, 0.004, close.size))), 2)
        low = np.round(np.minimum(open_, close) * (1 - np.abs(rng.normal(0, 0.004, close.size))), 2)
        time = start + 3_600_000.0 * np.arange(close.size)
        volume = np.round(rng.gamma(2, 500, close.size), 1)
        return dict(time=time, open=open_, high=high, low=low, close=close, volume=volume)

    walk = np.round(60 * np.exp(np.cumsum(rng.normal(0, 0.012, 200))), 2)
    trend = np.round(np.concatenate((np.full(40, 30.0), 30 + np.cumsum(rng.normal(0.12, 0.35, 110)))), 2)
    day = 86_400_000.0
    # Monday, 26 February 2024, 05:00 UTC: a leap day, the end of a month and of a week follow.
    first = table(walk, 19_779 * day + 5 * 3_600_000)
    second = table(trend, -3.5 * day)
    for name in ("open", "high", "low"):
        second[name][:40] = 30.0
    second["volume"][:40] = 0.0
    return {"walk": first, "trend": second}


def heikin_ashi(d):
    """The opens as one weighted sum of the closes before: each halving of the way counts half as much."""
    o, h, l, c = d["open"], d["high"], d["low"], d["close"]
    close = (o + h + l + c) / 4
    first = (o[0] + c[0]) / 2
    open_ = np.array([
        first * 0.5**t + np.sum(close[:t] * 0.5 ** np.arange(t, 0, -1)) for t in range(c.size)
    ])
    return {"open": open_, "high": np.maximum.reduce([h, open_, close]), "low": np.minimum.reduce([l, open_, close]), "close": close}


def bricks(closes, base, size):
    """Brick by brick: (open, close) of the last one, direction, bricks added, at each close."""
    rows = []
    top = bottom = base
    last = (base, base)
    direction = 0
    for x in closes:
        added = 0
        while x >= top + size:
            last = (top, top + size)
            bottom, top = last
            direction, added = 1, added + 1
        while x <= bottom - size:
            last = (bottom, bottom - size)
            top, bottom = last
            direction, added = -1, added + 1
        rows.append((*last, direction, added))
    return rows


def renko(d, size):
    closes = [Decimal(str(x)) for x in d["close"]]
    rows = bricks(closes, closes[0], Decimal(str(size)))
    return columns(("open", "close", "direction", "bricks"), rows)


def true_ranges(d):
    before = np.concatenate(([np.nan], d["close"][:-1]))
    return np.maximum.reduce([d["high"] - d["low"], np.abs(d["high"] - before), np.abs(d["low"] - before)])


def renko_atr(d, period):
    """The size is the mean of the first `period` true ranges, or the first smoothed one above 0."""
    ranges = true_ranges(d)[1:]
    at, size = period, ranges[:period].mean()
    while size == 0:
        size = (size * (period - 1) + ranges[at]) / period
        at += 1
    closes = d["close"]
    rows = [(x, x, 0, 0) for x in closes[period:at]] + bricks(closes[at:], closes[at], size)
    return columns(("open", "close", "direction", "bricks"), [(np.nan,) * 4] * period + rows)


def range_bars(d, size):
    size = Decimal(str(size))
    closes = [Decimal(str(x)) for x in d["close"]]
    open_ = high = low = closes[0]
    rows = []
    for x in closes:
        completed = 0
        while x >= low + size or x <= high - size:
            open_ = high = low = low + size if x >= low + size else high - size
            completed += 1
        high, low = max(high, x), min(low, x)
        rows.append((open_, high, low, x, completed))
    return columns(("open", "high", "low", "close", "completed"), rows)


def columns(names, rows):
    return {name: np.array([float(row[k]) for row in rows]) for k, name in enumerate(names)}


def periods(d, period, offset):
    stamps = pd.to_datetime(d["time"] - offset * 60_000, unit="ms")
    if period == 0:
        return pd.Series(stamps.strftime("%Y-%m-%d"))
    if period == 1:
        week = stamps.isocalendar()
        return pd.Series((week.year * 100 + week.week).to_numpy())
    return pd.Series(stamps.strftime("%Y-%m"))


def before_of(d, period, offset):
    """Prices of the period before each bar; of its own bars so far in the first period; and the running open."""
    frame = pd.DataFrame({k: d[k] for k in ("open", "high", "low", "close")})
    keys = periods(d, period, offset)
    order = {key: k for k, key in enumerate(keys.drop_duplicates())}
    number = keys.map(order).to_numpy()
    whole = frame.groupby(number).agg(open=("open", "first"), high=("high", "max"), low=("low", "min"), close=("close", "last"))
    rows = whole.shift(1).loc[number].reset_index(drop=True)
    so_far = pd.DataFrame({
        "open": frame["open"].iloc[0],
        "high": frame["high"].cummax(),
        "low": frame["low"].cummin(),
        "close": frame["close"],
    })
    rows[number == 0] = so_far[number == 0]
    return rows, whole["open"].loc[number].to_numpy()


def levels(of):
    def run(d, period, offset):
        p, now = before_of(d, period, offset)
        return of(p["open"].to_numpy(), p["high"].to_numpy(), p["low"].to_numpy(), p["close"].to_numpy(), now)

    return run


def named(pivot, ups, downs):
    out = {"pivot": pivot}
    out |= {f"r{k + 1}": up for k, up in enumerate(ups)}
    return out | {f"s{k + 1}": down for k, down in enumerate(downs)}


def classic(o, h, l, c, now):
    p = (h + l + c) / 3
    return named(p, [2 * p - l, p + h - l, 2 * p + h - 2 * l], [2 * p - h, p - h + l, 2 * p + l - 2 * h])


def woodie(o, h, l, c, now):
    p = h / 4 + l / 4 + now / 2
    return named(p, [2 * p - l, p + h - l, 2 * p + h - 2 * l], [2 * p - h, p - h + l, 2 * p + l - 2 * h])


def fibonacci(o, h, l, c, now):
    p, shares = (h + l + c) / 3, (0.382, 0.618, 1)
    return named(p, [p + s * (h - l) for s in shares], [p - s * (h - l) for s in shares])


def camarilla(o, h, l, c, now):
    steps = [(h - l) * 1.1 / k for k in (12, 6, 4, 2)]
    return named((h + l + c) / 3, [c + s for s in steps], [c - s for s in steps])


def demark(o, h, l, c, now):
    x = np.select([c < o, c > o], [h + 2 * l + c, 2 * h + l + c], h + l + 2 * c)
    return named(x / 4, [x / 2 - l], [x / 2 - h])


def zigzag(d, percent):
    """From each turn on, the first bar that confirms the next one, found by a search over the bars after it."""
    high, low = d["high"], d["low"]
    n, share = high.size, percent / 100
    turns = []  # (bar of confirmation, bar of the turn, price, direction after it)
    for t in range(1, n):
        lowest, highest = low[:t].min(), high[:t].max()
        if high[t] >= lowest * (1 + share):
            turns.append((t, int(np.argmin(low[:t])), lowest, 1))
            break
        if low[t] <= highest * (1 - share):
            turns.append((t, int(np.argmax(high[:t])), highest, -1))
            break
    while turns:
        start, _, _, way = turns[-1]
        prices, against = (high, low) if way > 0 else (-low, -high)
        for t in range(start + 1, n):
            leg = prices[start:t]
            best = leg.max()
            limit = best * (1 - share) if way > 0 else best - share * abs(best)
            if prices[t] <= best and against[t] <= limit:
                turns.append((t, start + int(np.argmax(leg)), abs(best), -way))
                break
        else:
            break
    rows = []
    for t in range(n):
        known = [turn for turn in turns if turn[0] <= t]
        if known:
            at, bar, price, way = known[-1]
            extreme = high[at : t + 1].max() if way > 0 else low[at : t + 1].min()
            rows.append((price, extreme, way, t - bar))
        else:
            lowest = low[: t + 1].min()
            rows.append((lowest, high[: t + 1].max(), 0, t - int(np.argmin(low[: t + 1]))))
    return columns(("pivot", "extreme", "direction", "age"), rows)


def swings(d, left, right, names):
    def side(x):
        out = np.full(x.size, np.nan)
        level, found = np.nan, False
        for t in range(left + right, x.size):
            mid = t - right
            others = np.concatenate((x[mid - left : mid], x[mid + 1 : t + 1]))
            if x[mid] > others.max():
                level, found = x[mid], True
            out[t] = level if found else x[: t + 1].max()
        return out

    return {names[0]: side(d["high"]), names[1]: -side(-d["low"])}


def volume_profile(d, period, bins, share):
    typical = (d["high"] + d["low"] + d["close"]) / 3
    rows = [(np.nan,) * 3] * (period - 1)
    for t in range(period - 1, typical.size):
        at = slice(t - period + 1, t + 1)
        low, high = d["low"][at].min(), d["high"][at].max()
        if high == low or d["volume"][at].sum() == 0:
            rows.append((typical[t],) * 3)
            continue
        edges = np.linspace(low, high, bins + 1)
        held = np.histogram(typical[at], edges, weights=d["volume"][at])[0]
        first = last = int(np.argmax(held))
        middle = (edges[first] + edges[first + 1]) / 2
        while held[first : last + 1].sum() < share / 100 * held.sum():
            above = held[last + 1] if last + 1 < bins else -1
            below = held[first - 1] if first > 0 else -1
            first, last = (first, last + 1) if above >= below else (first - 1, last)
        rows.append((edges[last + 1], middle, edges[first]))
    return columns(("valueHigh", "poc", "valueLow"), rows)


def td_sequential(d):
    close = pd.Series(d["close"])

    def runs(holds):
        groups = (~holds).cumsum()
        return holds.groupby(groups).cumsum().astype(float).mask(close.index < 4).to_numpy()

    return {"buySetup": runs(close < close.shift(4)), "sellSetup": runs(close > close.shift(4))}


def price_gap(d):
    high, low = pd.Series(d["high"]), pd.Series(d["low"])
    up, down = (low - high.shift()).clip(lower=0), (low.shift() - high).clip(lower=0)
    return {"value": (up - down).to_numpy()}


FUNCTIONS = {
    "heikin_ashi": (heikin_ashi, [[]]),
    "renko": (renko, [[1], [0.1], [2.5]]),
    "renko_atr": (renko_atr, [[14], [3]]),
    "range_bars": (range_bars, [[1], [0.7]]),
    "pivot_classic": (levels(classic), [[0, 0], [1, 90]]),
    "pivot_fibonacci": (levels(fibonacci), [[0, 0], [0, -600]]),
    "pivot_camarilla": (levels(camarilla), [[0, 0], [1, 0]]),
    "pivot_woodie": (levels(woodie), [[0, 0], [2, 480]]),
    "pivot_demark": (levels(demark), [[0, 0], [1, -60]]),
    "zigzag": (zigzag, [[5], [2]]),
    "fractals": (lambda d, n: swings(d, n, n, ("up", "down")), [[2], [4]]),
    "swing_points": (lambda d, a, b: swings(d, a, b, ("high", "low")), [[10, 10], [6, 2]]),
    "volume_profile": (volume_profile, [[100, 24, 70], [30, 7, 90]]),
    "td_sequential": (td_sequential, [[]]),
    "price_gap": (price_gap, [[]]),
}


def plain(column):
    """Rounding noise of whole-window forms apart, values as they are; whole numbers without a fraction."""
    return [None if np.isnan(x) else int(x) if float(x).is_integer() else float(x) for x in column]


def steps(column):
    """A column that seldom changes as pairs of a row and the value from there on."""
    changes = [t for t in range(len(column)) if t == 0 or column[t] != column[t - 1]]
    return [[t, column[t]] for t in changes] if 2 * len(changes) < len(column) else column


def write(name, content):
    (OUT / f"{name}.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")


def main():
    OUT.mkdir(exist_ok=True)
    data = tables()
    write("series-structure", {label: {k: plain(v) for k, v in table.items()} for label, table in data.items()})
    for name, (function, sets) in FUNCTIONS.items():
        cases = [
            {"series": label, "params": params, "outputs": {k: steps(plain(v)) for k, v in function(table, *params).items()}}
            for label, table in data.items()
            for params in sets
        ]
        write(name, cases)


main()
