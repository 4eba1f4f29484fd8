# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.4.6", "pandas==3.1.1", "scipy==1.17.1", "TA-Lib==0.7.1", "tulipy==0.4.0", "pandas-ta-classic==0.8.32"]
# ///
"""Writes tradingview/NAME.json for what beyond_overlap.py holds and TradingView begins in another way.

The same formulas, over averages that begin as in the Pine Script reference manual: `ta.ema` with the first row (pandas
takes it), `ta.atr` with the range of the first bar.
"""

import json

import numpy as np
import pandas as pd
import talib

import beyond_overlap as overlap

SERIES = json.loads((overlap.HERE / "tradingview" / "series.json").read_text())


def ema(x, n):
    return pd.Series(x).ewm(span=n, adjust=False).mean().to_numpy()


def average(x, n, kind):
    nested = {1: lambda e: e[0], 3: lambda e: 2 * e[0] - e[1], 4: lambda e: 3 * e[0] - 3 * e[1] + e[2]}
    if n == 1 or kind not in nested:
        return x.copy() if n == 1 else talib.MA(x, timeperiod=n, matype=kind)
    once = ema(x, n)
    twice = ema(once, n)
    return nested[kind]([once, twice, ema(twice, n)])


def atr(s, n):
    before = np.concatenate([[s["close"][0]], s["close"][:-1]])
    ranges = np.maximum(s["high"], before) - np.minimum(s["low"], before)
    ranges[0] = s["high"][0] - s["low"][0]
    out = np.full(len(ranges), np.nan)
    out[n - 1] = ranges[:n].mean()
    tail = np.concatenate([[out[n - 1]], ranges[n:]])
    out[n - 1 :] = pd.Series(tail).ewm(alpha=1 / n, adjust=False).mean().to_numpy()
    return out


overlap.average = average
overlap.atr = atr

BAND = ["upper", "middle", "lower"]
EMAS = [f"ema{n}" for n in (3, 5, 8, 10, 12, 15, 30, 35, 40, 45, 50, 60)]
PAIR = ["walk", "uneven"]
CASES = {
    overlap.zlema: (["value"], PAIR, [(20,), (7,)]),
    overlap.mcginley: (["value"], PAIR, [(14, 1), (10, 0.6)]),
    overlap.gmma: (EMAS, ["rally", "still"], [()]),
    overlap.envelope: (BAND, ["walk", "still"], [(20, 2.5, 1), (10, 1, 3)]),
    overlap.keltner: (BAND, ["uneven", "still"], [(20, 2, 10, 1), (8, 1.5, 14, 0)]),
    overlap.starc: (BAND, ["uneven", "still"], [(6, 2, 15), (20, 1.5, 5)]),
    overlap.supertrend: (["value", "direction"], PAIR, [(10, 3), (7, 1.5)]),
    overlap.chandelier_exit: (["long", "short"], PAIR, [(22, 3), (10, 2)]),
    overlap.chande_kroll_stop: (["stopLong", "stopShort"], PAIR, [(10, 1, 9), (10, 3, 20)]),
}


def case(function, outputs, label, params):
    s = {name: np.array(column) for name, column in SERIES[label].items()}
    extra = (1,) if function is overlap.mcginley else ()
    values = np.array(function(s, *params, *extra))
    values[:, np.isnan(values).any(axis=0)] = np.nan
    columns = [[None if np.isnan(x) else x for x in column] for column in values.tolist()]
    return {"series": label, "params": list(params), "outputs": dict(zip(outputs, columns))}


entries = {}
for function, (outputs, labels, sets) in CASES.items():
    name = f"tradingview/{function.__name__}.json"
    cases = [case(function, outputs, label, params) for params in sets for label in labels]
    entries[name] = overlap.write(name, cases, "numpy 2.4.6, pandas 3.1.1, TA-Lib 0.7.1", "beyond_overlap_tradingview.py")
overlap.register(entries)
