# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.4.6", "pandas==3.1.1", "scipy==1.17.1", "empyrical-reloaded==0.7.1"]
# ///
"""Statistics of random equity curves by empyrical and scipy, for the metrics of Backtab.

    python tests/golden/metrics.py > tests/golden/metrics.json
"""

import json
import sys
import warnings

import numpy as np
import pandas as pd
from scipy import stats

warnings.filterwarnings("ignore")
import empyrical

EULER = 0.5772156649015329


def curve(rng, count, drift, spread):
    steps = rng.standard_t(4, count) * spread + drift
    return 1000 * np.cumprod(np.concatenate([[1.0], 1 + steps]))


def psr(ratio, bar, count, skew, kurtosis):
    error = np.sqrt((1 - skew * ratio + (kurtosis - 1) / 4 * ratio**2) / (count - 1))
    return float(stats.norm.cdf((ratio - bar) / error))


def main():
    rng = np.random.default_rng(7)
    curves = []
    for count, drift, spread in [(40, 0.0, 0.01), (300, 0.0005, 0.01), (300, -0.002, 0.03), (120, 0.004, 0.002)]:
        equity = curve(rng, count, drift, spread)
        r = pd.Series(equity).pct_change().dropna()
        ratio = r.mean() / r.std(ddof=1)
        skew, kurtosis = float(stats.skew(r)), float(stats.kurtosis(r, fisher=False))
        with_start = pd.concat([pd.Series([0.0]), r], ignore_index=True)
        tries, deviation = 50, 0.05
        expected = deviation * (
            (1 - EULER) * stats.norm.ppf(1 - 1 / tries) + EULER * stats.norm.ppf(1 - 1 / (tries * np.e))
        )
        curves.append(
            {
                "equity": equity.tolist(),
                "totalReturn": float(empyrical.cum_returns_final(r)),
                "volatility": float(empyrical.annual_volatility(r)),
                "sharpe": float(empyrical.sharpe_ratio(r)),
                "sortino": float(empyrical.sortino_ratio(r)),
                "maxDrawdown": float(-empyrical.max_drawdown(with_start)),
                "skew": skew,
                "kurtosis": kurtosis,
                "probabilistic": psr(ratio, 0.0, len(r), skew, kurtosis),
                "luck": float(expected),
                "deflated": psr(ratio, expected, len(r), skew, kurtosis),
            }
        )
    wilson = []
    for hits, count in [(9, 29), (0, 10), (10, 10), (1, 1), (500, 1000)]:
        low, high = stats.binomtest(hits, count).proportion_ci(0.95, "wilson")
        wilson.append({"hits": hits, "count": count, "low": float(low), "high": float(high)})
    ranks = []
    for a, b in [
        ([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]),
        ([1, 1, 2, 2, 3], [3, 1, 1, 2, 2]),
        (rng.normal(size=50).round(1).tolist(), rng.normal(size=50).round(1).tolist()),
    ]:
        ranks.append({"a": a, "b": b, "rho": float(stats.spearmanr(a, b).statistic)})
    json.dump({"curves": curves, "wilson": wilson, "ranks": ranks}, sys.stdout)
    print()


main()
