# /// script
# requires-python = ">=3.11"
# dependencies = ["backtesting==0.6.6", "numpy==2.5.5", "pandas==3.1.1", "bokeh==3.10.2"]
# ///
"""Times the strategy of strategy.ts in backtesting.py for tests/bench/screen.bench.ts.

The arguments are a folder with columns of f64, how many rows of them to take, and how many rounds. Prints one line of JSON.
"""

import json
import os
import sys
import time
import warnings

import numpy as np
import pandas as pd

warnings.filterwarnings("ignore")
import backtesting
from backtesting import Backtest, Strategy

backtesting.backtesting._tqdm = lambda items, **_: items
FOLDER, ROWS, ROUNDS = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])


def mean(values, bars):
    return pd.Series(values).rolling(bars).mean().to_numpy()


def smoothed(values, bars, share, first):
    """Exponential smoothing that begins with the plain mean of the first values, as TA-Lib's."""
    out = np.full(len(values), np.nan)
    begin = first + bars - 1
    tail = np.array(values[begin:], dtype=float)
    tail[0] = np.mean(values[first : begin + 1])
    out[begin:] = pd.Series(tail).ewm(alpha=share, adjust=False).mean().to_numpy()
    return out


def ema(values, bars):
    return smoothed(values, bars, 2 / (bars + 1), 0)


def wma(values, bars):
    out = np.full(len(values), np.nan)
    weights = np.arange(bars, 0, -1)
    out[bars - 1 :] = np.convolve(values, weights, "valid") / weights.sum()
    return out


def rsi(values, bars):
    change = np.diff(values, prepend=np.nan)
    gain = smoothed(np.maximum(change, 0), bars, 1 / bars, 1)
    loss = smoothed(np.maximum(-change, 0), bars, 1 / bars, 1)
    return 100 * gain / (gain + loss)


def atr(high, low, close, bars):
    before = np.concatenate([[np.nan], close[:-1]])
    ranges = np.maximum(high - low, np.maximum(np.abs(high - before), np.abs(low - before)))
    return smoothed(ranges, bars, 1 / bars, 1)


class Ten(Strategy):
    def init(self):
        high, low, close = (np.asarray(x) for x in (self.data.High, self.data.Low, self.data.Close))
        rolling = pd.Series(close).rolling(20)
        self.quick = self.I(mean, close, 20)
        self.steady = self.I(mean, close, 100)
        self.ema = self.I(ema, close, 50)
        self.wma = self.I(wma, close, 30)
        self.rsi = self.I(rsi, close, 14)
        self.momentum = self.I(lambda: close - pd.Series(close).shift(10).to_numpy())
        self.deviation = self.I(lambda: rolling.std(ddof=0).to_numpy())
        self.range = self.I(atr, high, low, close, 14)
        self.top = self.I(lambda: pd.Series(high).rolling(50).max().to_numpy())
        self.bottom = self.I(lambda: pd.Series(low).rolling(50).min().to_numpy())

    def next(self):
        quick, steady = self.quick, self.steady
        if quick[-2] <= steady[-2] and quick[-1] > steady[-1]:
            close = self.data.Close[-1]
            rising = close > self.ema[-1] and close > self.wma[-1] and self.rsi[-1] > 50 and self.momentum[-1] > 0
            calm = self.range[-1] < 3 * self.deviation[-1]
            if rising and calm and close > (self.top[-1] + self.bottom[-1]) / 2:
                self.buy(size=20)
        elif quick[-2] >= steady[-2] and quick[-1] < steady[-1]:
            self.position.close()


def column(name):
    return np.fromfile(os.path.join(FOLDER, name + ".f64"))[:ROWS]


names = ("open", "high", "low", "close", "volume")
index = pd.date_range("1970-01-01", periods=ROWS, freq="min")
bars = pd.DataFrame({name.capitalize(): column(name) for name in names}, index=index)
times = []
for _ in range(ROUNDS):
    start = time.perf_counter()
    result = Backtest(bars, Ten, cash=1e9, commission=0.001).run()
    times.append((time.perf_counter() - start) * 1e3)
print(
    json.dumps(
        {
            "version": f"backtesting.py {backtesting.__version__}",
            "bars": ROWS,
            "milliseconds": times,
            "trades": len(result["_trades"]),
            "equity": float(result["_equity_curve"]["Equity"].iloc[-1]),
        }
    )
)
