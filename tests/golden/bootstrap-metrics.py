# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.4.6", "pandas==3.1.1", "scipy==1.17.1", "arch==8.0.0"]
# ///
"""Block lengths and resample moments by arch, intervals by scipy, for the bootstrap of Backtab.

    python tests/golden/bootstrap-metrics.py > tests/golden/bootstrap-metrics.json

The intervals are those of `scipy.stats.bootstrap` over a given distribution of resamples (`bootstrap_result`), so that
they are compared on the same resamples.
"""

import json
import sys
from types import SimpleNamespace

import numpy as np
from arch.bootstrap import StationaryBootstrap, optimal_block_length
from scipy import stats


def autoregressive(rng, count, keep):
    out = np.zeros(count)
    for i in range(1, count):
        out[i] = keep * out[i - 1] + rng.normal(0.0005, 0.01)
    return out


def sharpe(x, axis=-1):
    return x.mean(axis=axis) / x.std(axis=axis, ddof=1)


def mean(x, axis=-1):
    return x.mean(axis=axis)


def skew(x, axis=-1):
    return stats.skew(x, axis=axis)


def main():
    rng = np.random.default_rng(29)
    lengths = []
    for count, keep in [(30, 0.0), (64, 0.5), (250, 0.0), (500, 0.3), (1000, 0.9), (2000, -0.5), (5000, 0.1)]:
        x = autoregressive(rng, count, keep)
        x = np.round(x, 6)  # keeps the file small
        lengths.append({"values": x.tolist(), "length": float(optimal_block_length(x)["stationary"].iloc[0])})
    moments = []
    for block in (1, 5, 25):
        x = autoregressive(rng, 400, 0.6)
        draws = StationaryBootstrap(block, x, seed=3).apply(
            lambda y: np.array([y.mean(), y.std(ddof=1), sharpe(y)]), 20_000
        )
        moments.append(
            {
                "values": x.tolist(),
                "block": block,
                "resamples": 20_000,
                "mean": draws.mean(axis=0).tolist(),
                "deviation": draws.std(axis=0, ddof=1).tolist(),
            }
        )
    intervals = []
    for name, statistic in (("mean", mean), ("sharpe", sharpe), ("skew", skew)):
        x = stats.skewnorm.rvs(6, size=80, random_state=rng) * 0.02
        sample = rng.choice(x, (1500, len(x)))
        drawn = statistic(sample)
        for confidence in (0.9, 0.95):
            row = {"statistic": name, "values": x.tolist(), "resamples": drawn.tolist(), "confidence": confidence}
            for method in ("percentile", "bca"):
                found = stats.bootstrap(
                    (x,),
                    statistic,
                    n_resamples=0,
                    bootstrap_result=SimpleNamespace(bootstrap_distribution=drawn),
                    confidence_level=confidence,
                    method=method,
                )
                low, high = found.confidence_interval
                row[method] = [float(low), float(high)]
            intervals.append(row)
    json.dump({"lengths": lengths, "moments": moments, "intervals": intervals}, sys.stdout)
    print()


main()
