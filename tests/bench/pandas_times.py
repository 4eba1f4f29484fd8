# /// script
# requires-python = ">=3.10"
# dependencies = ["pandas==3.1.1", "numpy==2.4.6"]
# ///
"""Times pandas for tests/bench/indicator-batch.bench.ts.

Its first argument is a file of f64 closes, one series after the other, its second the rows of a series. Prints
milliseconds that SMA(20), RSI(14), MACD(12, 26, 9) and Bollinger bands(20, 2) take on all series, each and together,
best of five.
"""

import json
import sys
import time

import numpy as np
import pandas as pd

ROWS = int(sys.argv[2])
SERIES = [pd.Series(part) for part in np.fromfile(sys.argv[1]).reshape(-1, ROWS)]


def sma(close):
    return close.rolling(20).mean()


def rsi(close):
    change = close.diff()
    gain = change.clip(lower=0).ewm(alpha=1 / 14, adjust=False).mean()
    loss = (-change.clip(upper=0)).ewm(alpha=1 / 14, adjust=False).mean()
    return 100 * gain / (gain + loss)


def macd(close):
    line = close.ewm(span=12, adjust=False).mean() - close.ewm(span=26, adjust=False).mean()
    signal = line.ewm(span=9, adjust=False).mean()
    return line, signal, line - signal


def bbands(close):
    window = close.rolling(20)
    middle = window.mean()
    width = 2 * window.std(ddof=0)
    return middle + width, middle, middle - width


FUNCTIONS = {"sma": sma, "rsi": rsi, "macd": macd, "bbands": bbands}


def milliseconds(functions):
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter_ns()
        for close in SERIES:
            for function in functions:
                function(close)
        best = min(best, time.perf_counter_ns() - start)
    return best / 1e6


times = {name: milliseconds([function]) for name, function in FUNCTIONS.items()}
times["suite"] = milliseconds(FUNCTIONS.values())
print(json.dumps({"version": pd.__version__, "times": times}))
