# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==1.26.4", "pandas==2.3.3", "scipy==1.17.1", "empyrical-reloaded==0.7.1"]
# ///
"""What a report shows beside the figures: rolling figures, histograms, crises, and ratios from realised returns.

By empyrical, pandas and numpy where they have it; by the rules of TradingView's help centre, bar by bar, where it is
their convention.

    python tests/golden/report.py > tests/golden/report.json
"""

import json
import warnings

import numpy as np
import pandas as pd

warnings.filterwarnings("ignore")
import empyrical

YEAR = 252
RISK_FREE = 0.02


def returns(rng, count, spread, start="2019-01-01"):
    steps = rng.standard_t(5, count) * spread + 0.0003
    steps[rng.random(count) < 0.15] = 0.0
    return pd.Series(steps, index=pd.bdate_range(start, periods=count))


def rolling(rng, count, window):
    r = returns(rng, count, 0.01)
    b = 0.6 * r + returns(rng, count, 0.008)
    return {
        "returns": r.tolist(),
        "benchmark": b.tolist(),
        "window": window,
        "sharpe": empyrical.roll_sharpe_ratio(r, window=window, annualization=YEAR).tolist(),
        "volatility": empyrical.roll_annual_volatility(r, window=window, annualization=YEAR).tolist(),
        "beta": empyrical.roll_beta(r, b, window=window).tolist(),
    }


def histogram(rng, count, step, shift):
    values = rng.normal(shift, 0.02, count)
    edges = np.arange(np.floor(values.min() / step), np.ceil(values.max() / step) + 1) * step
    return {"values": values.tolist(), "edges": edges.tolist(), "counts": np.histogram(values, edges)[0].tolist()}


def realised(rng, days, trades, period):
    capital = 10_000.0
    index = pd.bdate_range("2021-03-10", periods=days)
    exits = np.sort(rng.choice(np.arange(1, days), size=trades, replace=False))
    pnl = rng.normal(40, 300, trades)
    equity = capital + pd.Series(pnl, index=index[exits]).reindex(index).fillna(0).cumsum()
    ends = equity.resample({"month": "ME", "day": "D"}[period]).last().dropna()
    r = ends / ends.shift(1).fillna(capital) - 1
    free = RISK_FREE / {"month": 12, "day": 365}[period]
    below = np.minimum(0, r - free)
    return {
        "time": [int(t.value // 10**6) for t in index],
        "capital": capital,
        "exits": exits.tolist(),
        "pnl": pnl.tolist(),
        "period": period,
        "returns": r.tolist(),
        "sharpe": float((r.mean() - free) / r.std(ddof=0)),
        "sortino": float((r.mean() - free) / np.sqrt((below**2).mean())),
    }


def excursions(rng, bars, trades):
    """Max drawdown and run-up as the help centre defines them: every bar of every position, fills at opens."""
    capital = 10_000.0
    close = 100 * np.cumprod(1 + rng.normal(0, 0.02, bars))
    open_ = np.concatenate([[100.0], close[:-1]]) * (1 + rng.normal(0, 0.004, bars))
    high = np.maximum(open_, close) * (1 + np.abs(rng.normal(0, 0.006, bars)))
    low = np.minimum(open_, close) * (1 - np.abs(rng.normal(0, 0.006, bars)))
    cuts = np.sort(rng.choice(np.arange(bars), size=2 * trades, replace=False))
    equity, highest, lowest = capital, capital, capital
    fall, rise, rows = 0.0, 0.0, []
    for entry, exit_ in cuts.reshape(-1, 2):
        sign = 1 if rng.random() < 0.5 else -1
        quantity = float(rng.integers(5, 40))
        price = open_[entry]
        worst, best = 0.0, 0.0
        for bar in range(entry, exit_ + 1):
            # The closing bar ends at its open.
            top, bottom = (open_[bar], open_[bar]) if bar == exit_ else (high[bar], low[bar])
            against = price - bottom if sign > 0 else top - price
            favour = top - price if sign > 0 else price - bottom
            fall = max(fall, highest - equity + quantity * against)
            rise = max(rise, equity - lowest + quantity * favour)
            worst, best = max(worst, against), max(best, favour)
        pnl = sign * quantity * (open_[exit_] - price)
        equity += pnl
        highest, lowest = max(highest, equity), min(lowest, equity)
        rows.append(
            {
                "side": "long" if sign > 0 else "short",
                "quantity": quantity,
                "entryBar": int(entry),
                "exitBar": int(exit_),
                "entryPrice": float(price),
                "exitPrice": float(open_[exit_]),
                "pnl": float(pnl),
                "return": float(pnl / (quantity * price)),
                "mae": -float(worst / price),
                "mfe": float(best / price),
            }
        )
    return {"capital": capital, "trades": rows, "deepestFall": float(fall), "highestRise": float(rise)}


def crises(rng):
    index = pd.bdate_range("2007-06-01", "2011-12-30")
    r = pd.Series(rng.normal(0, 0.012, len(index)), index=index)
    equity = 1000 * (1 + r).cumprod()
    rows = []
    for name, start, end in [
        ("Financial crisis", "2007-10-09", "2009-03-09"),
        ("Flash crash, Greece", "2010-04-23", "2010-07-02"),
        ("US downgrade, August 2011", "2011-07-22", "2011-10-03"),
    ]:
        before = equity[: pd.Timestamp(start) - pd.Timedelta(days=1)].iloc[-1]
        span = equity[start:end]
        inside = span / np.concatenate([[before], span.to_numpy()[:-1]]) - 1
        rows.append(
            {
                "name": name,
                "start": int(index.get_loc(span.index[0])),
                "end": int(index.get_loc(span.index[-1])),
                "return": float(span.iloc[-1] / before - 1),
                "fall": -float(empyrical.max_drawdown(inside)),
            }
        )
    return {"time": [int(t.value // 10**6) for t in index], "equity": equity.tolist(), "rows": rows}


def main():
    rng = np.random.default_rng(41)
    result = {
        "rolling": [rolling(rng, 300, 60), rolling(rng, 150, 20), rolling(rng, 64, 63)],
        "histograms": [histogram(rng, 40, 0.01, 0.005), histogram(rng, 600, 0.005, -0.001), histogram(rng, 9, 0.02, 0.08)],
        "realised": [realised(rng, 400, 30, "month"), realised(rng, 70, 12, "month"), realised(rng, 12, 5, "day")],
        "excursions": [excursions(rng, 200, 12), excursions(rng, 60, 3), excursions(rng, 400, 60)],
        "crises": crises(rng),
        "lags": [[n, int(4 * (n / 100) ** (2 / 9))] for n in [2, 10, 50, 99, 101, 250, 1000, 5104, 100_000]],
    }
    print(json.dumps(result))


main()
