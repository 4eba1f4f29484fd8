# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.4.6", "pandas==3.1.1", "empyrical-reloaded==0.7.1"]
# ///
"""Golden-cross backtest, written a second time: a plain loop over rows, sharing no code with Backtab.

Signals are taken at the close of a bar and executed at the open of the next one. Sizes are whole units for
95 % of the equity at the signal's close. The stop (2 ATR below the signal's close) and the target (20 %
above it) are live from the entry bar on; when one bar holds both, the stop comes first. Fee 0.1 % a side,
slippage 1 bp on market and stop fills.

    python tests/golden/golden-cross.py node_modules/vega-datasets/data/sp500-2000.csv > tests/golden/golden-cross.json
"""

import itertools
import json
import sys
import warnings

import numpy as np
import pandas as pd

warnings.filterwarnings("ignore")
import empyrical

CAPITAL, FRACTION, FEE, SLIP = 100_000.0, 0.95, 0.001, 0.0001


def averages(frame, fast, slow):
    return frame.close.rolling(fast).mean().to_numpy(), frame.close.rolling(slow).mean().to_numpy()


def wilder_atr(frame, period):
    high, low, close = (frame[c].to_numpy() for c in ("high", "low", "close"))
    previous = close[:-1]
    true_range = np.maximum.reduce([high[1:] - low[1:], np.abs(high[1:] - previous), np.abs(low[1:] - previous)])
    atr = np.full(len(close), np.nan)
    atr[period] = true_range[:period].mean()
    for i in range(period + 1, len(close)):
        atr[i] = (atr[i - 1] * (period - 1) + true_range[i - 1]) / period
    return atr


def simulate(frame, fast, slow):
    quick, steady = averages(frame, fast, slow)
    atr = wilder_atr(frame, 14)
    o, h, l, c = (frame[name].to_numpy() for name in ("open", "high", "low", "close"))
    cash, units, trade = CAPITAL, 0.0, None
    want, leave = None, False
    equity, trades, slippage = [], [], 0.0

    def close_position(i, price, reference, kind):
        nonlocal cash, units, trade, slippage
        fee = FEE * price * units
        cash += price * units - fee
        slippage += (reference - price) * units
        pnl = (price - trade["entryPrice"]) * units - fee - trade["fee"]
        trades.append(
            {
                "quantity": units,
                "entryBar": trade["entryBar"],
                "exitBar": i,
                "entryPrice": trade["entryPrice"],
                "exitPrice": price,
                "costs": fee + trade["fee"],
                "pnl": pnl,
                "return": pnl / (trade["entryPrice"] * units),
                "kind": kind,
            }
        )
        units, trade = 0.0, None

    for i in range(len(c)):
        if leave and units:
            close_position(i, o[i] * (1 - SLIP), o[i], "exit")
        if want:
            price = o[i] * (1 + SLIP)
            fee = FEE * price * want["units"]
            if price * want["units"] + fee <= cash:
                units = want["units"]
                cash -= price * units + fee
                slippage += (price - o[i]) * units
                trade = {"entryBar": i, "entryPrice": price, "fee": fee, "stop": want["stop"], "target": want["target"]}
        want, leave = None, False
        if units:
            stop, target = trade["stop"], trade["target"]
            if o[i] <= stop:
                close_position(i, o[i] * (1 - SLIP), o[i], "gap")
            elif o[i] >= target:
                close_position(i, o[i], o[i], "target")
            elif l[i] <= stop:
                close_position(i, stop * (1 - SLIP), stop, "stop")
            elif h[i] >= target:
                close_position(i, target, target, "target")
        equity.append(cash + units * c[i])
        if i == 0:
            continue
        over = quick[i - 1] <= steady[i - 1] and quick[i] > steady[i]
        under = quick[i - 1] >= steady[i - 1] and quick[i] < steady[i]
        if over and not units:
            count = float(np.floor(FRACTION * equity[-1] / c[i]))
            if count > 0:
                want = {"units": count, "stop": c[i] - 2 * atr[i], "target": c[i] * 1.2}
        if under and units:
            leave = True
    return np.array(equity), trades, slippage


def figures(equity):
    daily = pd.Series(equity).pct_change().dropna()
    return {
        "totalReturn": float(empyrical.cum_returns_final(daily)),
        "sharpe": float(empyrical.sharpe_ratio(daily)),
        "sortino": float(empyrical.sortino_ratio(daily)),
        "volatility": float(empyrical.annual_volatility(daily)),
        "maxDrawdown": float(-empyrical.max_drawdown(pd.concat([pd.Series([0.0]), daily], ignore_index=True))),
        "skew": float(((daily - daily.mean()) ** 3).mean() / ((daily - daily.mean()) ** 2).mean() ** 1.5),
        "kurtosis": float(((daily - daily.mean()) ** 4).mean() / ((daily - daily.mean()) ** 2).mean() ** 2),
    }


def overfitting(curves, groups=16):
    """Share of half-and-half splits in which the winner of one half is below the median of the other; half where on it."""
    daily = np.array([np.diff(curve) / curve[:-1] for curve in curves])
    parts = [np.floor(k * daily.shape[1] / groups).astype(int) for k in range(groups + 1)]
    blocks = [daily[:, a:b] for a, b in zip(parts, parts[1:])]
    size = np.array([block.shape[1] for block in blocks])
    total = np.array([block.sum(axis=1) for block in blocks])
    squares = np.array([(block**2).sum(axis=1) for block in blocks])

    def ratio(chosen):
        n, s, q = size[chosen].sum(), total[chosen].sum(axis=0), squares[chosen].sum(axis=0)
        return s / n / np.sqrt((q - s * s / n) / (n - 1))

    lost, splits = 0, 0
    for half in itertools.combinations(range(groups), groups // 2):
        other = [k for k in range(groups) if k not in half]
        tested = ratio(other)
        value, middle = tested[ratio(list(half)).argmax()], np.median(tested)
        lost += 1.0 if value < middle else 0.5 if value == middle else 0.0
        splits += 1
    return {"chance": lost / splits, "splits": splits}


def main(path):
    frame = pd.read_csv(path, parse_dates=["date"])
    equity, trades, slippage = simulate(frame, 20, 100)
    cells, curves = [], []
    for fast in range(5, 61, 5):
        for slow in range(40, 251, 10):
            if fast >= slow:
                continue
            curve, done, _ = simulate(frame, fast, slow)
            curves.append(curve)
            cells.append(
                {"fast": fast, "slow": slow, "finalEquity": curve[-1], "sharpe": figures(curve)["sharpe"], "trades": len(done)}
            )
    holding = CAPITAL * frame.close.to_numpy() / frame.close.iloc[0]
    json.dump(
        {
            "fast": 20,
            "slow": 100,
            "trades": trades,
            "slippage": slippage,
            "equity": {"every": 20, "values": equity[::20].tolist(), "last": equity[-1], "sum": float(equity.sum())},
            "strategy": figures(equity),
            "holding": figures(holding),
            "cells": cells,
            "overfitting": overfitting(curves),
        },
        sys.stdout,
    )
    print()


main(sys.argv[1])
