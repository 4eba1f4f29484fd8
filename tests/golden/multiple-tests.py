# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.4.6", "pandas==3.1.1", "scipy==1.17.1", "arch==8.0.0", "statsmodels==0.15.0"]
# ///
"""Tests of many trials at once by arch, statsmodels and numpy, for the validation of Backtab.

    python tests/golden/multiple-tests.py > tests/golden/multiple-tests.json

Chances of the bootstrap tests are those on given rows: the rows that arch drew are written down beside what it found, so
that both sides resample alike.
"""

import json
import sys
import warnings

import numpy as np
from arch.bootstrap import SPA, StationaryBootstrap, StepM
from scipy import stats
from statsmodels.stats.multitest import multipletests

REPS = 200
MANY = 10_000
SEED = 7


def trials(rng, rows, means, keep):
    common = rng.normal(0, 0.006, rows)
    out = np.zeros((rows, len(means)))
    for k, mean in enumerate(means):
        noise = rng.normal(0, 0.008, rows)
        for i in range(rows):
            out[i, k] = mean + keep * (out[i - 1, k] if i else 0) + common[i] + noise[i]
    return np.round(out, 6)


def contest(returns, block):
    rows = returns.shape[0]
    zero = np.zeros(rows)
    # arch takes losses: the less the better.
    spa = SPA(zero, -returns, block_size=block, reps=REPS, bootstrap="stationary", studentize=False, seed=SEED)
    spa.compute()
    # Its variances serve for the bound of the consistent chance alone, whatever `studentize` says: the studentised test is
    # the plain one on columns that are divided by their errors.
    variance = spa._loss_diff_var
    scaled = returns / np.sqrt(variance / rows)
    superior = SPA(zero, -scaled, block_size=block, reps=REPS, bootstrap="stationary", studentize=False, seed=SEED)
    superior.compute()
    many = SPA(zero, -scaled, block_size=block, reps=MANY, bootstrap="stationary", studentize=False, seed=SEED + 1)
    many.compute()
    steps = {}
    for size in (0.01, 0.05, 0.1, 0.25):
        step = StepM(zero, -scaled, size=size, block_size=block, reps=REPS, studentize=False, seed=SEED)
        step.compute()
        steps[str(size)] = [int(k) for k in step.superior_models]
    draws = StationaryBootstrap(block, returns, seed=SEED)
    drawn = [draws.index.tolist() for _ in draws.bootstrap(REPS)]
    # The rows must be those that arch used: the reality check is its upper chance on them.
    means = np.array([returns[index].mean(axis=0) for index in drawn])
    upper = (np.max(means - returns.mean(axis=0), axis=1) > np.max(returns.mean(axis=0))).mean()
    assert upper == float(spa.pvalues["upper"])
    return {
        "columns": returns.T.tolist(),
        "block": block,
        "rows": drawn,
        "variance": variance.tolist(),
        "plain": {key: float(spa.pvalues[key]) for key in ("lower", "consistent", "upper")},
        "studentised": {key: float(superior.pvalues[key]) for key in ("lower", "consistent", "upper")},
        "many": {key: float(many.pvalues[key]) for key in ("lower", "consistent", "upper")},
        "superior": steps,
        "adjusted": step_down(returns, drawn, np.sqrt(variance / rows)),
    }


def step_down(returns, drawn, errors):
    """Adjusted chances of Romano and Wolf, 2016, each from the maximum over what is left."""
    mean = returns.mean(axis=0)
    statistic = mean / errors
    means = np.array([returns[index].mean(axis=0) for index in drawn])
    distance = (means - mean) / errors
    chances = np.zeros(len(mean))
    left = list(np.argsort(-statistic))
    least = 0.0
    while left:
        reached = (distance[:, left].max(axis=1) >= statistic[left[0]]).sum()
        least = max(least, (1 + reached) / (1 + len(drawn)))
        chances[left.pop(0)] = least
    return chances.tolist()


def effective(returns):
    correlation = np.corrcoef(returns.T)
    values = np.linalg.eigvalsh(correlation)
    count = len(values)
    mean = (correlation.sum() - count) / (count * (count - 1))
    return {
        "columns": returns.T.tolist(),
        "correlation": float(mean),
        "byEigenvalues": float(values.sum() ** 2 / (values**2).sum()),
        "byCorrelation": float(mean + (1 - mean) * count),
    }


def backtest_length(tries, sharpe):
    gamma = 0.5772156649015329
    best = (1 - gamma) * stats.norm.ppf(1 - 1 / tries) + gamma * stats.norm.ppf(1 - 1 / (tries * np.e))
    return {"tries": tries, "sharpe": sharpe, "years": float((best / sharpe) ** 2)}


def main():
    warnings.simplefilter("ignore")
    rng = np.random.default_rng(11)
    contests = [
        contest(trials(rng, 60, [0.0, -0.001, 0.0005, -0.02, 0.0], 0.0), 2),
        contest(trials(rng, 60, [0.0017, 0.0, 0.0015, -0.01, 0.0006, -0.0005], 0.4), 5),
    ]
    chances = [
        np.round(rng.uniform(size=12) ** 3, 6).tolist(),
        [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216],
        [0.5, 0.5, 0.01],
    ]
    adjusted = [
        {
            "chances": row,
            "hochberg": multipletests(row, method="fdr_bh")[1].tolist(),
            "yekutieli": multipletests(row, method="fdr_by")[1].tolist(),
        }
        for row in chances
    ]
    json.dump(
        {
            "contests": contests,
            "adjusted": adjusted,
            "many": MANY,
            "effective": [effective(trials(rng, 40, [0.0] * count, 0.2)) for count in (2, 7, 60)],
            "backtestLength": [backtest_length(*pair) for pair in ((2, 1.0), (45, 1.0), (7, 0.8), (10_000, 2.5))],
        },
        sys.stdout,
    )
    print()


main()
