# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.4.6", "pandas==3.1.1", "scipy==1.17.1", "empyrical-reloaded==0.7.1", "quantstats==0.0.77", "ipython==9.4.0"]
# ///
"""Figures against a benchmark by empyrical, quantstats and scipy, for the benchmark metrics of Backtab.

    python tests/golden/benchmark-metrics.py > tests/golden/benchmark-metrics.json

Alpha (compounded), beta, captures and growth are empyrical's; alpha (simple) and the information ratio per bar are
quantstats'; correlation and R squared are scipy's. Tracking error, Treynor (1965) and M squared (Modigliani, 1997) are
their formulas in numpy: quantstats' Treynor ratio takes the total return, empyrical has neither.
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
import empyrical

PERIODS = {252: empyrical.DAILY, 52: empyrical.WEEKLY, 12: empyrical.MONTHLY}


def case(rng, count, beta, noise, drift, periods, risk_free):
    index = pd.date_range("2015-01-01", periods=count, freq="B")
    b = pd.Series(rng.standard_t(4, count) * 0.008 + 0.0004, index)
    r = beta * b + pd.Series(rng.normal(drift, noise, count), index)
    slope = float(empyrical.beta(r, b, risk_free))
    excess = r - risk_free
    line = stats.linregress(b, r)
    return {
        "returns": r.tolist(),
        "benchmark": b.tolist(),
        "periods": periods,
        "riskFree": risk_free,
        "alpha": float(empyrical.alpha(r, b, risk_free, annualization=periods)),
        "alphaSimple": float(qs.stats.greeks(r, b, periods=periods)["alpha"]),
        "beta": slope,
        "correlation": float(stats.pearsonr(r, b).statistic),
        "rSquared": float(line.rvalue**2),
        "trackingError": float((r - b).std(ddof=1) * np.sqrt(periods)),
        "informationPerBar": float(qs.stats.information_ratio(r, b)),
        "treynor": float(excess.mean() * periods / slope),
        "mSquared": float((risk_free + excess.mean() / r.std(ddof=1) * b.std(ddof=1)) * periods),
        "activeReturn": float(
            empyrical.annual_return(r, annualization=periods) - empyrical.annual_return(b, annualization=periods)
        ),
        "upCapture": float(empyrical.up_capture(r, b, period=PERIODS[periods])),
        "downCapture": float(empyrical.down_capture(r, b, period=PERIODS[periods])),
        "captureRatio": float(empyrical.up_down_capture(r, b, period=PERIODS[periods])),
    }


def main():
    rng = np.random.default_rng(17)
    cases = [
        case(rng, 300, 0.8, 0.004, 0.0003, 252, 0.0),
        case(rng, 60, 1.4, 0.01, -0.001, 12, 0.001),
        case(rng, 1000, -0.3, 0.006, 0.0001, 52, 0.00005),
    ]
    json.dump({"cases": cases}, sys.stdout)
    print()


main()
