# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.4.6", "pandas==3.1.1", "scipy==1.17.1", "quantstats==0.0.77", "ipython==9.4.0"]
# ///
"""Statistics of random trades by quantstats, scipy and numpy, for the trade metrics of Backtab.

    python tests/golden/trade-metrics.py > tests/golden/trade-metrics.json

Ratios, averages and streaks are quantstats' on the profits (scaled by a power of two, so that it takes them for
returns). R multiples, edge ratio (Faith, 2007), system quality number (Tharp, 2008) and excursions are their
published formulas in numpy; skew and kurtosis are scipy's, quantiles and histogram numpy's.
"""

import contextlib
import io
import json
import sys
import warnings

import numpy as np
import pandas as pd
from scipy import stats

warnings.filterwarnings("ignore")
with contextlib.redirect_stdout(io.StringIO()):
    import quantstats as qs

SCALE = 2.0**20


def trades(rng, count):
    bar = 5
    rows = []
    for _ in range(count):
        long = bool(rng.random() < 0.6)
        sign = 1 if long else -1
        entry = float(rng.uniform(20, 200))
        quantity = float(rng.integers(1, 200))
        move = float(rng.standard_t(4) * 0.02 + 0.002)
        mae = float(min(0, sign * move) - rng.exponential(0.01))
        mfe = float(max(0, sign * move) + rng.exponential(0.012))
        held = int(rng.integers(0, 30))
        gross = sign * entry * move * quantity
        fees = float(rng.uniform(0, 5))
        stop = entry * (1 - sign * float(rng.uniform(0.01, 0.06))) if rng.random() < 0.8 else None
        rows.append(
            {
                "side": "long" if long else "short",
                "quantity": quantity,
                "entryPrice": entry,
                "entryBar": bar,
                "exitBar": bar + held,
                "entryTime": bar * 86_400_000,
                "exitTime": (bar + held) * 86_400_000,
                "pnl": gross - fees,
                "costs": fees,
                "return": (gross - fees) / (entry * quantity),
                "mae": mae,
                "mfe": mfe,
                "stop": stop,
                "ambiguous": bool(rng.random() < 0.1),
            }
        )
        bar += held + int(rng.integers(0, 4))
    return rows, rng.uniform(0.5, 4, bar + 40).tolist()


def column(rows, atr):
    pnl = np.array([t["pnl"] for t in rows])
    series = pd.Series(pnl / SCALE)
    ret = np.array([t["return"] for t in rows])
    held = np.array([t["exitBar"] - t["entryBar"] for t in rows])
    mae, mfe = (np.array([t[k] for t in rows]) for k in ("mae", "mfe"))
    stopped = [t for t in rows if t["stop"] is not None]
    r = np.array([t["pnl"] / (t["quantity"] * abs(t["entryPrice"] - t["stop"])) for t in stopped])
    unit = np.array([t["entryPrice"] / atr[t["entryBar"] - 1] for t in rows])
    counts, _ = np.histogram(ret, bins=int(np.ceil(np.sqrt(len(ret)))))
    with contextlib.redirect_stdout(io.StringIO()):
        out = {
            "count": len(rows),
            "winRate": float(qs.stats.win_rate(series)),
            "payoffRatio": float(qs.stats.payoff_ratio(series)),
            "profitFactor": float(qs.stats.profit_factor(series)),
            "expectancy": float(pnl.mean()),
            "expectancyR": float(r.mean()),
            "averageWin": float(qs.stats.avg_win(series)) * SCALE,
            "averageLoss": float(qs.stats.avg_loss(series)) * SCALE,
            "largestWin": float(qs.stats.best(series)) * SCALE,
            "largestLoss": float(qs.stats.worst(series)) * SCALE,
            "averageMae": float(mae.mean()),
            "averageMfe": float(mfe.mean()),
            "edgeRatio": float((mfe * unit).mean() / -(mae * unit).mean()),
            "edgeRatioUnscaled": float(mfe.mean() / -mae.mean()),
            "systemQuality": float(np.sqrt(len(pnl)) * pnl.mean() / pnl.std(ddof=1)) if len(pnl) >= 30 else None,
            "systemQualityR": float(np.sqrt(len(r)) * r.mean() / r.std(ddof=1)) if len(r) >= 30 else None,
            "kellyFraction": float(qs.stats.kelly_criterion(series)),
            "longestWin": int(qs.stats.consecutive_wins(series)),
            "longestLoss": int(qs.stats.consecutive_losses(series)),
        }
    return out | {
        "averageBars": float(held.mean()),
        "medianBars": float(np.median(held)),
        "shortestBars": int(held.min()),
        "longestBars": int(held.max()),
        "winnersBars": float(held[pnl > 0].mean()),
        "losersBars": float(held[pnl < 0].mean()),
        "fees": float(sum(t["costs"] for t in rows)),
        "ambiguous": sum(t["ambiguous"] for t in rows),
        "distribution": {
            "count": len(rows),
            "mean": float(ret.mean()),
            "deviation": float(ret.std(ddof=1)),
            "skew": float(stats.skew(ret)),
            "kurtosis": float(stats.kurtosis(ret, fisher=False)),
            "worst": float(ret.min()),
            "quantile05": float(np.quantile(ret, 0.05)),
            "quantile25": float(np.quantile(ret, 0.25)),
            "median": float(np.quantile(ret, 0.5)),
            "quantile75": float(np.quantile(ret, 0.75)),
            "quantile95": float(np.quantile(ret, 0.95)),
            "best": float(ret.max()),
        },
        "histogram": counts.tolist(),
    }


def main():
    rng = np.random.default_rng(11)
    cases = []
    for count in (60, 250):
        rows, atr = trades(rng, count)
        sides = {"all": rows} | {s: [t for t in rows if t["side"] == s] for s in ("long", "short")}
        cases.append({"trades": rows, "atr": atr, "expected": {k: column(v, atr) for k, v in sides.items()}})
    json.dump({"cases": cases}, sys.stdout)
    print()


main()
