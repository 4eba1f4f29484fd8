# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.4.6", "pandas==3.1.1", "scipy==1.17.1", "TA-Lib==0.7.1", "tulipy==0.4.0", "pandas-ta-classic==0.8.32"]
# ///
"""Writes beyond/NAME.json for the averages, bands and stops that TA-Lib lacks, and beyond/series-overlap.json.

Averages over a window are taken window by window, recursive ones as explicit weighted sums of all rows, filters by
scipy; what another package has with the same definition is taken from there (see TOOLS, which goes to metadata.json).
"""

import hashlib
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pandas_ta_classic as pta
import talib
import tulipy
from numpy.lib.stride_tricks import sliding_window_view
from scipy import signal

HERE = Path(__file__).parent
HOUR, DAY = 3_600_000, 86_400_000
START = 1_704_085_200_000  # 2024-01-01 05:00 UTC
ROWS = 150
EMA = 1


def walk():
    """Geometric random walk with gaps, and a weekend without bars."""
    random = np.random.default_rng(101)
    close = 100 * np.exp(np.cumsum(random.normal(0.0003, 0.011, ROWS)))
    opened = np.concatenate([[100], close[:-1]]) * np.exp(random.normal(0, 0.003, ROWS))
    high = np.maximum(opened, close) * np.exp(abs(random.normal(0, 0.006, ROWS)))
    low = np.minimum(opened, close) * np.exp(-abs(random.normal(0, 0.006, ROWS)))
    volume = random.integers(100, 50_000, ROWS).astype(float)
    time = START + HOUR * np.arange(ROWS) + np.where(np.arange(ROWS) > 90, 2 * DAY, 0)
    return pack(time, high, low, close, volume)


def steps():
    """Prices in steps of 0.25: a trend, a flat stretch without volume, a fall, many ties; it begins before 1970."""
    random = np.random.default_rng(102)
    move = random.choice([-2, -1, 0, 0, 1, 2, 5], ROWS)
    move[20:45] = 2
    move[60:90] = 0
    move[95:115] = -3
    close = 100 + 0.25 * np.cumsum(move)
    wick = 0.25 * random.choice([0, 0, 1, 2, 4], (2, ROWS))
    wick[:, 60:90] = 0
    volume = random.integers(1, 40, ROWS) * 100.0
    volume[62:88] = 0
    return pack(-3 * DAY + HOUR * np.arange(ROWS), close + wick[0], close - wick[1], close, volume)


def pack(time, high, low, close, volume):
    columns = {"time": time.astype(float), "high": high, "low": low, "close": close, "volume": volume}
    return {name: np.round(values, 4) for name, values in columns.items()}


def blank(s):
    return np.full(len(s["close"]), np.nan)


def late(s, values):
    """`values` as the end of a column."""
    return np.concatenate([np.full(len(s["close"]) - len(values), np.nan), values])


def weighted(x, weights):
    """Window by window, oldest weight first."""
    means = sliding_window_view(x, len(weights)) @ (weights / weights.sum())
    return np.concatenate([np.full(len(weights) - 1, np.nan), means])


def moving(x, start, weights):
    """From x[start] on, each row moves the average by its weight of the distance: as a sum over all rows."""
    out = np.full(len(x), np.nan)
    for t in range(start + 1, len(x)):
        keep = 1 - weights[start + 1 : t + 1]
        kept = np.append(np.cumprod(keep[::-1])[::-1][1:], 1.0)
        out[t] = x[start] * keep.prod() + np.sum(weights[start + 1 : t + 1] * kept * x[start + 1 : t + 1])
    return out


def highest(x, n):
    return pd.Series(x).rolling(n).max().to_numpy()


def lowest(x, n):
    return pd.Series(x).rolling(n).min().to_numpy()


def average(x, n, kind):
    return x.copy() if n == 1 else talib.MA(x, timeperiod=n, matype=kind)


def shifted(x, rows):
    return pd.Series(x).shift(rows).to_numpy()


def atr(s, n):
    return talib.ATR(s["high"], s["low"], s["close"], timeperiod=n)


def around(middle, width):
    return [middle + width, middle, middle - width]


# Averages of one series.


def hma(s, n):
    return [late(s, tulipy.hma(s["close"], n))]


def alma(s, n, offset, sigma):
    at = np.arange(n)
    return [weighted(s["close"], np.exp(-((at - offset * (n - 1)) ** 2) / (2 * (n / sigma) ** 2)))]


def zlema(s, n):
    lag = (n - 1) // 2
    x = s["close"][lag:] * 2 - s["close"][: len(s["close"]) - lag]
    return [late(s, average(x, n, EMA))]


def vidya(s, n, cmo):
    change = np.diff(s["close"], prepend=s["close"][0])
    up = pd.Series(change.clip(min=0)).rolling(cmo).sum()
    down = pd.Series((-change).clip(min=0)).rolling(cmo).sum()
    share = ((up - down) / (up + down)).abs().fillna(0).to_numpy()
    return [moving(s["close"], cmo - 1, 2 / (n + 1) * share)]


def mcginley(s, n, constant, seed=None):
    x, out = s["close"], blank(s)
    seed = seed or n
    out[seed - 1] = x[:seed].mean()
    for t in range(seed, len(x)):
        out[t] = out[t - 1] + (x[t] - out[t - 1]) / (constant * n * (x[t] / out[t - 1]) ** 4)
    return [out]


def wilder(s, n):
    return [late(s, tulipy.wilders(s["close"], n))]


def vwma(s, n):
    x, v = (sliding_window_view(s[name], n) for name in ("close", "volume"))
    total = v.sum(axis=1)
    own = s["close"][n - 1 :]
    return [late(s, np.where(total > 0, (x * v).sum(axis=1) / np.where(total > 0, total, 1), own))]


def lsma(s, n, offset):
    at = np.arange(n)
    fits = [np.polyfit(at - n / 2, window, 1) for window in sliding_window_view(s["close"], n)]
    return [late(s, np.array([np.polyval(fit, n - 1 - offset - n / 2) for fit in fits]))]


def swma(s):
    return [weighted(s["close"], np.array([1, 2, 2, 1]))]


def evwma(s, n):
    total = pd.Series(s["volume"]).rolling(n).sum().to_numpy()
    share = np.where(total > 0, s["volume"] / np.where(total > 0, total, 1), 0)
    return [moving(s["close"], n - 1, share)]


def frama(s, n):
    half = n // 2
    whole = 2 * half
    near = (highest(s["high"], half) - lowest(s["low"], half)) / half
    far = shifted(near, half)
    long = (highest(s["high"], whole) - lowest(s["low"], whole)) / whole
    known = (near > 0) & (far > 0) & (long > 0)
    ratio = np.where(known, (near + far) / np.where(known, long, 1), np.nan)
    dimension = pd.Series(np.log2(ratio)).ffill().fillna(0).to_numpy()
    weights = np.exp(-4.6 * (dimension - 1)).clip(0.01, 1)
    return [moving((s["high"] + s["low"]) / 2, whole - 1, weights)]


def sinwma(s, n):
    return [pta.sinwma(pd.Series(s["close"]), length=n).to_numpy()]


def supersmoother(s, n):
    x = s["close"]
    decay = np.exp(-np.pi * np.sqrt(2) / n)
    b, c = 2 * decay * np.cos(np.pi * np.sqrt(2) / n), -decay * decay
    gain, feed = 1 - b - c, [1, -b, -c]
    state = signal.lfiltic([gain / 2, gain / 2], feed, y=[x[1], x[0]], x=[x[1]])
    return [late(s, signal.lfilter([gain / 2, gain / 2], feed, x[2:], zi=state)[0])]


def gaussian(s, n, poles):
    beta = (1 - np.cos(2 * np.pi / n)) / (2 ** (1 / poles) - 1)
    alpha = -beta + np.sqrt(beta**2 + 2 * beta)
    feed = np.poly(np.full(poles, 1 - alpha))
    state = signal.lfiltic([alpha**poles], feed, y=np.full(poles, s["close"][0]))
    return [np.append(s["close"][0], signal.lfilter([alpha**poles], feed, s["close"][1:], zi=state)[0])]


def decycler(s, n, percent):
    x, angle = s["close"], np.sqrt(0.5) * 2 * np.pi / n
    alpha = (np.cos(angle) + np.sin(angle) - 1) / np.cos(angle)
    keep = 1 - alpha
    bend = np.diff(x, 2)
    high = signal.lfilter([(1 - alpha / 2) ** 2], [1, -2 * keep, keep * keep], bend)
    line = late(s, x[2:] - high)
    return [line * (1 + percent / 100), line, line * (1 - percent / 100)]


# Lines and bands.


def alligator(s, *pairs):
    middle = (s["high"] + s["low"]) / 2
    lines = zip(pairs[::2], pairs[1::2])
    return [shifted(late(s, tulipy.wilders(middle, n)), offset) for n, offset in lines]


def gmma(s):
    return [average(s["close"], n, EMA) for n in (3, 5, 8, 10, 12, 15, 30, 35, 40, 45, 50, 60)]


def envelope(s, n, percent, kind):
    middle = average(s["close"], n, kind)
    return around(middle, middle * percent / 100)


def keltner(s, n, multiplier, atr_period, kind):
    return around(average(s["close"], n, kind), multiplier * atr(s, atr_period))


def starc(s, n, multiplier, atr_period):
    return around(talib.SMA(s["close"], timeperiod=n), multiplier * atr(s, atr_period))


def donchian(s, n):
    upper, lower = highest(s["high"], n), lowest(s["low"], n)
    return [upper, (upper + lower) / 2, lower]


def ichimoku(s, tenkan, kijun, senkou, ahead):
    fast, base, slow = ((highest(s["high"], n) + lowest(s["low"], n)) / 2 for n in (tenkan, kijun, senkou))
    return [fast, base, shifted((fast + base) / 2, ahead), shifted(slow, ahead), s["close"]]


# Stops.


def supertrend(s, n, multiplier):
    """As Pine's reference code, but for the average true range."""
    close, width = s["close"], multiplier * atr(s, n)
    middle = (s["high"] + s["low"]) / 2
    upper, lower = middle + width, middle - width
    line, side = blank(s), blank(s)
    first = int(np.argmax(~np.isnan(width)))
    for t in range(first, len(close)):
        if t == first:
            side[t] = -1
        else:
            if not (lower[t] > lower[t - 1] or close[t - 1] < lower[t - 1]):
                lower[t] = lower[t - 1]
            if not (upper[t] < upper[t - 1] or close[t - 1] > upper[t - 1]):
                upper[t] = upper[t - 1]
            if line[t - 1] == upper[t - 1]:
                side[t] = 1 if close[t] > upper[t] else -1
            else:
                side[t] = -1 if close[t] < lower[t] else 1
        line[t] = lower[t] if side[t] > 0 else upper[t]
    return [line, side]


def chandelier_exit(s, n, multiplier):
    width = multiplier * atr(s, n)
    return [highest(s["high"], n) - width, lowest(s["low"], n) + width]


def chande_kroll_stop(s, n, multiplier, stop):
    width = multiplier * atr(s, n)
    return [lowest(lowest(s["low"], n) + width, stop), highest(highest(s["high"], n) - width, stop)]


# Volume-weighted prices.


def vwap_of(s, windows, multiplier):
    """Row by row over the rows of `windows`, in two passes."""
    price = (s["high"] + s["low"] + s["close"]) / 3
    middle, deviation = blank(s), blank(s)
    for t, rows in enumerate(windows):
        if rows is None:
            continue
        p, v = price[rows], s["volume"][rows]
        if v.sum() == 0:
            middle[t], deviation[t] = price[t], 0
        else:
            middle[t] = np.average(p, weights=v)
            deviation[t] = np.sqrt(np.average((p - middle[t]) ** 2, weights=v))
    return around(middle, multiplier * deviation)


def vwap(s, offset, multiplier):
    days = pd.to_datetime(s["time"] - offset * 60_000, unit="ms").date
    return vwap_of(s, [slice(list(days).index(day), t + 1) for t, day in enumerate(days)], multiplier)


def vwap_anchored(s, anchor, multiplier):
    first = int(np.argmax(s["time"] >= anchor)) if (s["time"] >= anchor).any() else len(s["close"])
    return vwap_of(s, [slice(first if t >= first else 0, t + 1) for t in range(len(s["close"]))], multiplier)


def vwap_rolling(s, n, multiplier):
    return vwap_of(s, [slice(t + 1 - n, t + 1) if t + 1 >= n else None for t in range(len(s["close"]))], multiplier)


NUMPY = "numpy 2.4.6, pandas 3.1.1"
FILTER = "scipy 1.17.1"
TALIB = "TA-Lib 0.7.1 for its averages, numpy 2.4.6, pandas 3.1.1"
TULIP = "tulipy 0.4.0"
FIRST = -8.64e15

CASES = {
    hma: (TULIP, [(9,), (16,)]),
    alma: (NUMPY, [(9, 0.85, 6), (20, 0.5, 3.5)]),
    zlema: (TALIB, [(20,), (7,)]),
    vidya: (NUMPY, [(12, 9), (5, 14)]),
    mcginley: (NUMPY, [(14, 1), (10, 0.6)]),
    "smma": (TULIP, [(7,), (20,)]),
    "rma": (TULIP, [(14,), (5,)]),
    vwma: (NUMPY, [(20,), (5,)]),
    lsma: (NUMPY, [(25, 0), (10, 3), (12, -2)]),
    swma: (NUMPY, [()]),
    evwma: (NUMPY, [(20,), (6,)]),
    frama: (NUMPY, [(16,), (10,)]),
    sinwma: ("pandas-ta-classic 0.8.32", [(14,), (5,)]),
    supersmoother: (FILTER, [(10,), (25,)]),
    gaussian: (FILTER, [(14, 4), (20, 2), (10, 1)]),
    decycler: (FILTER, [(125, 0.5), (30, 1)]),
    alligator: (TULIP, [(13, 8, 8, 5, 5, 3), (21, 3, 9, 12, 4, 0)]),
    gmma: (TALIB, [()]),
    envelope: (TALIB, [(20, 2.5, 0), (10, 1, 2)]),
    keltner: (TALIB, [(20, 2, 10, 1), (8, 1.5, 14, 0)]),
    starc: (TALIB, [(6, 2, 15), (20, 1.5, 5)]),
    donchian: (NUMPY, [(20,), (5,)]),
    ichimoku: (NUMPY, [(9, 26, 52, 26), (6, 13, 20, 0)]),
    supertrend: (TALIB, [(10, 3), (7, 1.5)]),
    chandelier_exit: (TALIB, [(22, 3), (10, 2)]),
    chande_kroll_stop: (TALIB, [(10, 1, 9), (10, 3, 20)]),
    vwap: (NUMPY, [(0, 1), (-330, 2)]),
    vwap_anchored: (NUMPY, [(FIRST, 1), (START + 40 * HOUR, 2), (-2 * DAY - 1, 1)]),
    vwap_rolling: (NUMPY, [(20, 1), (7, 2.5)]),
}


def recorded(label, s, params, outputs):
    """Rows from the first one where all outputs are numbers, thinned where there are many outputs."""
    begin = max(int(np.argmax(~np.isnan(column))) for column in outputs)
    stride = min(len(outputs), 4)
    return {
        "series": label,
        "params": list(params),
        "begin": begin,
        "stride": stride,
        "values": [column[begin::stride].tolist() for column in outputs],
    }


def write(name, content, tool, origin="beyond_overlap.py"):
    text = json.dumps(content) + "\n"
    (HERE / name).write_text(text)
    return {
        "origin": f"tests/golden/{origin}",
        "tool": tool.split(" ")[0],
        "version": tool,
        "licence": "own series; values are facts (numpy, pandas, scipy, TA-Lib BSD; pandas-ta-classic MIT; tulipy LGPL-3.0)",
        "date": "2026-11-21",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }


def register(entries):
    """Puts entries into metadata.json beside those of other scripts."""
    path = HERE / "metadata.json"
    known = json.loads(path.read_text()) | entries
    path.write_text(json.dumps(dict(sorted(known.items())), indent=2) + "\n")


if __name__ == "__main__":
    series = {"walk": walk(), "steps": steps()}
    columns = {label: {name: column.tolist() for name, column in s.items()} for label, s in series.items()}
    entries = {"beyond/series-overlap.json": write("beyond/series-overlap.json", columns, "numpy 2.4.6")}
    for function, (tool, sets) in CASES.items():
        name = function if isinstance(function, str) else function.__name__
        compute = wilder if isinstance(function, str) else function
        cases = [recorded(label, s, params, compute(s, *params)) for params in sets for label, s in series.items()]
        entries[f"beyond/{name}.json"] = write(f"beyond/{name}.json", {"cases": cases}, tool)

    register(entries)
