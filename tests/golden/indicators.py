# /// script
# requires-python = ">=3.10"
# dependencies = ["TA-Lib==0.6.8", "numpy==2.4.6"]
# ///
"""Writes indicators.json: TA-Lib's values of the catalogue's indicators on seeded random walks."""

import json
from pathlib import Path

import numpy as np
import talib

BARS = 260


def walk(seed, start, volatility):
    """Bars of a geometric random walk with gaps."""
    random = np.random.default_rng(seed)
    close = start * np.exp(np.cumsum(random.normal(0, volatility, BARS)))
    opened = np.concatenate([[start], close[:-1]]) * np.exp(random.normal(0, volatility / 4, BARS))
    high = np.maximum(opened, close) * np.exp(np.abs(random.normal(0, volatility / 2, BARS)))
    low = np.minimum(opened, close) * np.exp(-np.abs(random.normal(0, volatility / 2, BARS)))
    return {"high": high, "low": low, "close": close}


def rise_then_flat():
    close = np.concatenate([np.linspace(100, 140, 40), np.full(BARS - 40, 140.0)])
    return {"high": close + 1, "low": close - 1, "close": close}


series = {
    "share": walk(1, 100, 0.01),
    "index": walk(3, 3_000, 0.02),
    "around zero": walk(4, 1, 0.01) | {"close": np.random.default_rng(4).normal(0, 1, BARS)},
    "rise then flat": rise_then_flat(),
}
requests = [
    ("sma", {"timeperiod": p}) for p in (2, 5, 30, 200)
] + [
    ("ema", {"timeperiod": p}) for p in (2, 12, 30, 200)
] + [
    ("rsi", {"timeperiod": p}) for p in (2, 7, 14, 50)
] + [
    ("macd", {"fastperiod": f, "slowperiod": s, "signalperiod": g})
    for f, s, g in ((12, 26, 9), (2, 3, 2), (26, 12, 9), (5, 100, 40))
] + [
    ("bbands", {"timeperiod": p, "nbdevup": u, "nbdevdn": d}) for p, u, d in ((5, 2, 2), (20, 2, 2), (2, 1, 3), (100, -1, 0.5))
] + [
    ("atr", {"timeperiod": p}) for p in (1, 2, 14, 60)
]


def values(column):
    return [None if np.isnan(x) else float(x) for x in column]


def run(name, options, bars):
    function = getattr(talib, name.upper())
    inputs = (bars["high"], bars["low"], bars["close"]) if name == "atr" else (bars["close"],)
    answer = function(*inputs, **options)
    return answer if isinstance(answer, tuple) else (answer,)


def is_well_conditioned(name, options, label):
    """Leaves out where TA-Lib's own running sums lose digits: flat bars, narrow bands far from zero."""
    if name == "bbands":
        return label == "around zero" or (label != "rise then flat" and options["timeperiod"] >= 20)
    if label == "around zero":
        return False
    return label != "rise then flat" or name != "sma"


cases = [
    {
        "indicator": name,
        "series": label,
        "params": list(options.values()),
        "outputs": [values(column) for column in run(name, options, bars)],
    }
    for label, bars in series.items()
    for name, options in requests
    if is_well_conditioned(name, options, label)
]
golden = {"series": {label: {k: v.tolist() for k, v in bars.items()} for label, bars in series.items()}, "cases": cases}
text = json.dumps(golden, separators=(",", ":"))
Path(__file__).with_suffix(".json").write_text(text + "\n")
