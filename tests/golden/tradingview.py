# /// script
# requires-python = ">=3.10"
# dependencies = ["numpy==2.4.6"]
# ///
"""Writes tradingview/*.json: indicators by the formulas that TradingView publishes.

Each formula is evaluated as it stands in the Pine Script reference manual (namespace `ta`) or in the source of
the built-in script that the docstring names, over whole columns: exponential averages as explicit weighted
sums of all rows so far, windows as slices. Nothing is carried from row to row but the parabolic stop.
"""

import json
from pathlib import Path

import numpy as np

OUT = Path(__file__).parent / "tradingview"
NAN = np.nan


def series():
    """A random walk on a price grid; one with a flat stretch, a rally and a slump; a rally; one flat at first."""
    rng = np.random.default_rng(20261121)

    def bars(close):
        gap = rng.normal(0, 0.002, close.size)
        open_ = np.round(np.concatenate(([close[0]], close[:-1])) * (1 + gap), 2)
        high = np.round(np.maximum(open_, close) * (1 + np.abs(rng.normal(0, 0.006, close.size))), 2)
        low = np.round(np.minimum(open_, close) * (1 - np.abs(rng.normal(0, 0.006, close.size))), 2)
        return open_, high, low

    walk = np.round(100 * np.exp(np.cumsum(rng.normal(0, 0.012, 115))), 2)
    parts = [
        np.round(50 + np.cumsum(rng.normal(0, 0.4, 30)), 2),
        np.full(30, 51.25),
        np.round(51.25 + np.cumsum(np.abs(rng.normal(0, 0.5, 20))), 2),
        np.round(58 - np.cumsum(np.abs(rng.normal(0, 0.6, 25))), 2),
    ]
    uneven = np.concatenate(parts)
    rally = np.round(20 * np.exp(np.cumsum(rng.normal(0.006, 0.011, 80))), 2)
    still = np.concatenate((np.full(20, 20.5), np.round(20.5 + np.cumsum(rng.normal(0, 0.3, 40)), 2)))
    tables = {}
    for name, close in (("walk", walk), ("uneven", uneven), ("rally", rally), ("still", still)):
        open_, high, low = bars(close)
        if name == "uneven":
            for column in (open_, high, low):
                column[31:60] = 51.25
        volume = rng.integers(100, 100_000, close.size).astype(float)
        tables[name] = dict(open=open_, high=high, low=low, close=close, volume=volume)
    return tables


# ---- the manual's functions; na is NaN ---------------------------------------------------------------------


def weighted(x, alpha, seed_rows):
    """alpha * x + (1 - alpha) * before, from the mean of the first rows that are there on, as one weighted sum."""
    out = np.full(x.size, NAN)
    first = int(np.argmax(~np.isnan(x)))
    at = first + seed_rows - 1
    if at >= x.size:
        return out
    seed = x[first : at + 1].sum() / seed_rows
    for t in range(at, x.size):
        ages = np.arange(t - at)[::-1]
        out[t] = (1 - alpha) ** (t - at) * seed + np.sum(alpha * (1 - alpha) ** ages * x[at + 1 : t + 1])
    return out


def ema(x, length):
    """ta.ema: `sum := na(sum[1]) ? src : alpha * src + (1 - alpha) * nz(sum[1])`."""
    return weighted(x, 2 / (length + 1), 1)


def rma(x, length):
    """ta.rma: `sum := na(sum[1]) ? ta.sma(src, length) : alpha * src + (1 - alpha) * nz(sum[1])`."""
    return weighted(x, 1 / length, length)


def windows(x, length, of):
    out = np.full(x.size, NAN)
    for t in range(length - 1, x.size):
        out[t] = of(x[t - length + 1 : t + 1])
    return out


def sma(x, length):
    return windows(x, length, np.mean)


def change(x):
    return np.concatenate(([NAN], np.diff(x)))


def true_range(d, handle_na):
    """ta.tr(handle_na): without a close before, high - low or na."""
    before = np.concatenate(([NAN], d["close"][:-1]))
    spread = d["high"] - d["low"]
    full = np.fmax(spread, np.fmax(np.abs(d["high"] - before), np.abs(d["low"] - before)))
    full[0] = spread[0] if handle_na else NAN
    return full


def nested(x, length, depth):
    out = []
    for _ in range(depth):
        x = ema(x, length)
        out.append(x)
    return out


def average(kind):
    """TA-Lib's numbers of types, those that the two series need."""

    def dema(x, n):
        once, twice = nested(x, n, 2)
        return 2 * once - twice

    def tema(x, n):
        once, twice, thrice = nested(x, n, 3)
        return 3 * (once - twice) + thrice

    def wma(x, n):
        return windows(x, n, lambda w: np.dot(w, np.arange(1, n + 1)) / (n * (n + 1) / 2))

    return {0: sma, 1: ema, 2: wma, 3: dema, 4: tema, 8: lambda x, n: t3(x, n, 0.7)}[kind]


def t3(x, length, factor):
    """Tillson's: GD(GD(GD)), GD(x) = (1 + v) EMA(x) - v EMA(EMA(x))."""

    def gd(y):
        once = ema(y, length)
        return (1 + factor) * once - factor * ema(once, length)

    return gd(gd(gd(x)))


def rsi(x, length):
    """`down == 0 ? 100 : up == 0 ? 0 : 100 - 100 / (1 + up / down)`."""
    step = change(x)
    up = rma(np.where(np.isnan(step), NAN, np.maximum(step, 0)), length)
    down = rma(np.where(np.isnan(step), NAN, -np.minimum(step, 0)), length)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(down == 0, 100, np.where(up == 0, 0, 100 - 100 / (1 + up / down)))


def stoch(x, length):
    """ta.stoch of a series in its own range; a window that does not move is na in Pine, 0 here."""

    def place(w):
        span = w.max() - w.min()
        return 0.0 if span == 0 else 100 * (w[-1] - w.min()) / span

    return windows(x, length, place)


def after(x, rows):
    """Leading rows blanked."""
    out = np.array(x, dtype=float)
    out[:rows] = NAN
    return out


def skipping(of, x, *args):
    """A window function over what follows the leading na."""
    first = int(np.argmax(~np.isnan(x)))
    return np.concatenate((np.full(first, NAN), of(x[first:], *args)))


def fixnan(x, start):
    out = x.copy()
    for t in range(start, x.size):
        if np.isnan(out[t]):
            out[t] = out[t - 1]
    return out


def dmi(d, length):
    up, down = change(d["high"]), -change(d["low"])
    plus_dm = np.where(np.isnan(up), NAN, np.where((up > down) & (up > 0), up, 0))
    minus_dm = np.where(np.isnan(down), NAN, np.where((down > up) & (down > 0), down, 0))
    mean_range = rma(true_range(d, False), length)
    with np.errstate(divide="ignore", invalid="ignore"):
        plus = fixnan(100 * rma(plus_dm, length) / mean_range, length + 1)
        minus = fixnan(100 * rma(minus_dm, length) / mean_range, length + 1)
    total = plus + minus
    index = 100 * np.abs(plus - minus) / np.where(total == 0, 1, total)
    return plus_dm, minus_dm, plus, minus, index


def psar(d, start, step, most):
    """ta.sar, the manual's equivalent, bar by bar."""
    high, low, close = d["high"], d["low"], d["close"]
    out = np.full(close.size, NAN)
    result = extreme = speed = NAN
    below = False
    for t in range(1, close.size):
        fresh = False
        if t == 1:
            below = bool(close[1] > close[0])
            extreme, result = (high[1], low[0]) if below else (low[1], high[0])
            fresh, speed = True, start
        result = result + speed * (extreme - result)
        if below and result > low[t]:
            fresh, below, result = True, False, max(high[t], extreme)
            extreme, speed = low[t], start
        elif not below and result < high[t]:
            fresh, below, result = True, True, min(low[t], extreme)
            extreme, speed = high[t], start
        if not fresh and (high[t] > extreme if below else low[t] < extreme):
            extreme, speed = (high[t] if below else low[t]), min(speed + step, most)
        past = slice(max(0, t - 2), t)
        result = min(result, low[past].min()) if below else max(result, high[past].max())
        out[t] = result
    return out


def accdist(d):
    span = d["high"] - d["low"]
    share = np.where(span == 0, 0, (2 * d["close"] - d["low"] - d["high"]) / np.where(span == 0, 1, span))
    return np.cumsum(share * d["volume"])


def macd(fast, slow, signal):
    line = fast - slow
    rows = int(np.argmax(~np.isnan(line)))
    average_of = signal(line[rows:])
    mean = np.concatenate((np.full(rows, NAN), average_of))
    begin = int(np.argmax(~np.isnan(mean)))
    return {"macd": after(line, begin), "signal": mean, "histogram": after(line - mean, begin)}


def value(x):
    return {"value": x}


def stoch_pair(raw, first, second):
    k = skipping(first, raw)
    d = skipping(second, k)
    return {"k": after(k, int(np.argmax(~np.isnan(d)))), "d": d}


def raw_stoch(d, length):
    """Where the close lies in the range of the last bars; a window without range is na in Pine, 0 here."""
    high = windows(d["high"], length, np.max)
    low = windows(d["low"], length, np.min)
    span = high - low
    with np.errstate(invalid="ignore"):
        return np.where(np.isnan(span), NAN, np.where(span == 0, 0, 100 * (d["close"] - low) / np.where(span == 0, 1, span)))


def cmo(x, length):
    step = change(x)
    out = np.full(x.size, NAN)
    for t in range(length, x.size):
        window = step[t - length + 1 : t + 1]
        rise, fall = window[window >= 0].sum(), -window[window < 0].sum()
        out[t] = 0 if rise + fall == 0 else 100 * (rise - fall) / (rise + fall)
    return out


def bands(x, length, up, down, kind):
    middle = average(kind)(x, length)
    deviation = windows(x, length, lambda w: w.std())
    begin = length - 1
    return {
        "upper": after(middle + up * deviation, begin),
        "middle": after(middle, begin),
        "lower": after(middle - down * deviation, begin),
    }


def mavp(x, periods, least, most, kind):
    out = np.full(x.size, NAN)
    table = {n: average(kind)(x, n) for n in range(least, most + 1)}
    for t in range(x.size):
        out[t] = table[int(min(max(periods[t], least), most))][t]
    return out


def trix(x, length):
    return 10_000 * change(nested(np.log(x), length, 3)[2])


def of_dmi(pick):
    return lambda d, n: value(after(pick(d, n), n))


def adx(d, n):
    return rma(after(dmi(d, n)[4], n), n)


def shifted(x, rows):
    return np.concatenate((np.full(rows, NAN), x[: x.size - rows])) if rows else x


FUNCTIONS = {
    "ema": (lambda d, n: value(ema(d["close"], n)), [[30], [7], [1]]),
    "dema": (lambda d, n: value(average(3)(d["close"], n)), [[30], [5]]),
    "tema": (lambda d, n: value(average(4)(d["close"], n)), [[30], [5]]),
    "t3": (lambda d, n, v: value(t3(d["close"], n, v)), [[5, 0.7], [9, 0.4]]),
    "ma": (lambda d, n, k: value(average(k)(d["close"], n)), [[12, 1], [30, 0], [8, 4], [6, 8]]),
    "mavp": (
        lambda d, a, b, k: value(mavp(d["close"], d["periods"], a, b, k)),
        [[2, 30, 1], [3, 9, 3]],
    ),
    "bbands": (lambda d, n, u, l, k: bands(d["close"], n, u, l, k), [[5, 2, 2, 1], [20, 2, 1.5, 3]]),
    "stoch": (
        lambda d, f, k, kt, n, nt: stoch_pair(raw_stoch(d, f), lambda x: average(kt)(x, k), lambda x: average(nt)(x, n)),
        [[5, 3, 1, 3, 1], [14, 3, 0, 3, 1]],
    ),
    "stochf": (
        lambda d, f, n, nt: stoch_pair(raw_stoch(d, f), lambda x: x, lambda x: average(nt)(x, n)),
        [[5, 3, 1], [14, 5, 3]],
    ),
    "stochrsi": (
        lambda d, n, f, m, kind: stoch_pair(
            skipping(stoch, rsi(d["close"], n), f), lambda x: average(kind)(x, m), lambda x: average(kind)(x, m)
        ),
        [[14, 14, 3, 0], [7, 5, 4, 1]],
        ("walk", "rally"),  # in a flat stretch the range of the RSI is rounding noise
    ),
    "macd": (
        lambda d, f, s, g: macd(ema(d["close"], f), ema(d["close"], s), lambda x: ema(x, g)),
        [[12, 26, 9], [20, 5, 4]],
    ),
    "macdext": (
        lambda d, f, ft, s, st, g, gt: macd(
            average(ft)(d["close"], f), average(st)(d["close"], s), lambda x: average(gt)(x, g)
        ),
        [[12, 1, 26, 1, 9, 0], [20, 0, 5, 3, 4, 1]],
    ),
    "trix": (lambda d, n: value(trix(d["close"], n)), [[30], [6]]),
    "apo": (
        lambda d, f, s, k: value(average(k)(d["close"], f) - average(k)(d["close"], s)),
        [[12, 26, 1], [20, 5, 0]],
    ),
    "ppo": (
        lambda d, f, s, k: value(100 * (average(k)(d["close"], f) - average(k)(d["close"], s)) / average(k)(d["close"], s)),
        [[12, 26, 1], [20, 5, 4]],
    ),
    "adosc": (lambda d, f, s: value(ema(accdist(d), f) - ema(accdist(d), s)), [[3, 10], [9, 4]]),
    "atr": (lambda d, n: value(rma(true_range(d, True), n)), [[14], [1], [5]]),
    "natr": (lambda d, n: value(100 * rma(true_range(d, True), n) / d["close"]), [[14], [1]]),
    "plus_dm": (lambda d, n: value(rma(dmi(d, n)[0], n)), [[14], [1]]),
    "minus_dm": (lambda d, n: value(rma(dmi(d, n)[1], n)), [[14], [5]]),
    "plus_di": (of_dmi(lambda d, n: dmi(d, n)[2]), [[14], [5]]),
    "minus_di": (of_dmi(lambda d, n: dmi(d, n)[3]), [[14], [5]]),
    "dx": (of_dmi(lambda d, n: dmi(d, n)[4]), [[14], [5]]),
    "adx": (lambda d, n: value(adx(d, n)), [[14], [5]]),
    "adxr": (lambda d, n: value((adx(d, n) + shifted(adx(d, n), n - 1)) / 2), [[14], [5]]),
    "cmo": (lambda d, n: value(cmo(d["close"], n)), [[14], [5]]),
    "rsi": (lambda d, n: value(rsi(d["close"], n)), [[14], [3]], ("walk", "uneven", "still")),
    "sar": (lambda d, a, m: value(psar(d, a, a, m)), [[0.02, 0.2], [0.07, 0.3]]),
    "obv": (
        lambda d: value(np.cumsum(np.nan_to_num(np.sign(change(d["close"])) * d["volume"]))),
        [[]],
    ),
}


def plain(column):
    return [None if np.isnan(x) else float(x) for x in column]


def main():
    OUT.mkdir(exist_ok=True)
    tables = series()
    write("series", {name: {k: plain(v) for k, v in table.items()} for name, table in tables.items()})
    for name, (function, sets, *labels) in FUNCTIONS.items():
        cases = []
        for label in labels[0] if labels else ("walk", "uneven"):
            table = tables[label]
            periods = 2 + np.arange(table["close"].size) % 40
            for params in sets:
                outputs = function({**table, "periods": periods}, *params)
                cases.append({"series": label, "params": params, "outputs": {k: plain(v) for k, v in outputs.items()}})
        write(name, cases)


def write(name, content):
    (OUT / f"{name}.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")


main()
