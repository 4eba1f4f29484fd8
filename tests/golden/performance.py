# /// script
# requires-python = ">=3.11"
# dependencies = [
#   "numpy==1.26.4", "pandas==2.3.3", "scipy==1.17.1", "statsmodels==0.15.0",
#   "empyrical-reloaded==0.7.1", "quantstats==0.0.64", "pyfolio-reloaded==0.10.1", "ipython==9.18.1",
# ]
# ///
"""Statistics of random equity curves: growth, risk and ratios, for the catalogue of Backtab.

By empyrical, quantstats, pyfolio, scipy and statsmodels where they have the statistic, else by the
published formula in numpy.

    python tests/golden/performance.py > tests/golden/performance.json
"""

import json
import math
import sys
import warnings

import numpy as np
import pandas as pd
from scipy import integrate, stats

warnings.filterwarnings("ignore")
import empyrical
import pyfolio
import quantstats.stats as qs
import statsmodels.api as sm

YEAR = 252
LAGS = 5
TAIL = 0.05
TARGET = 0.0002
MS_PER_YEAR = 365.25 * 86_400_000


def curve(rng, count, drift, spread, memory, start):
    noise = rng.standard_t(5, count) * spread
    steps = np.empty(count)
    before = 0.0
    for i in range(count):
        before = memory * before + noise[i]
        steps[i] = drift + before
    steps[rng.random(count) < 0.1] = 0.0
    index = pd.bdate_range(start, periods=count + 1)
    return pd.Series(1000 * np.cumprod(np.concatenate([[1.0], 1 + steps])), index=index)


def cornish_fisher(z, s, k):
    return z + (z**2 - 1) * s / 6 + (z**3 - 3 * z) * k / 24 - (2 * z**3 - 5 * z) * s**2 / 36


def growth(equity, r, first_zero):
    values = {"annualReturn": empyrical.annual_return(r, annualization=YEAR), "positiveShare": qs.win_rate(r, prepare_returns=False)}
    for name, letter in [("day", "D"), ("month", "ME"), ("year", "YE")]:
        grown = (1 + first_zero).resample(letter).prod() - 1
        present = first_zero.resample(letter).count() > 0
        values[f"{name}Returns"] = grown[present].tolist()
        span = {"day": first_zero, "month": empyrical.aggregate_returns(first_zero, "monthly"), "year": empyrical.aggregate_returns(first_zero, "yearly")}[name]
        values[f"{name}Best"] = qs.best(span, prepare_returns=False)
        values[f"{name}Worst"] = qs.worst(span, prepare_returns=False)
    yearly = empyrical.aggregate_returns(first_zero, "yearly")
    assert np.allclose(yearly.to_numpy(), values["yearReturns"], rtol=1e-12)
    monthly = empyrical.aggregate_returns(first_zero, "monthly")
    assert np.allclose(monthly.to_numpy(), values["monthReturns"], rtol=1e-10, atol=1e-15)
    return values


def risk(equity, r, first_zero):
    mean, deviation = r.mean(), r.std(ddof=1)
    s, k = stats.skew(r), stats.kurtosis(r)
    z = stats.norm.ppf(TAIL)
    quantile = lambda p: cornish_fisher(stats.norm.ppf(p), s, k)
    grid = cornish_fisher(np.linspace(-12, z, 20000), s, k)
    is_tail = bool(np.all(np.diff(grid) >= 0))
    beyond = integrate.quad(
        lambda x: cornish_fisher(x, s, k) * math.exp(-x * x / 2) / math.sqrt(2 * math.pi),
        -40, z, epsabs=0, epsrel=1e-13, limit=500, points=[-10, -5, -3],
    )[0]
    fall = 1 - equity / equity.cummax()
    table = pyfolio.timeseries.gen_drawdown_table(first_zero, top=400).dropna(subset=["Peak date"])
    table = table[table["Net drawdown in %"] > 1e-10]
    row_of = {date: i for i, date in enumerate(equity.index)}
    rows = []
    for _, row in table.iterrows():
        back = row["Recovery date"]
        end = equity.index[-1] if pd.isnull(back) else back
        rows.append(
            {
                "depth": row["Net drawdown in %"] / 100,
                "start": row_of[row["Peak date"]],
                "trough": row_of[row["Valley date"]],
                "recovery": None if pd.isnull(back) else row_of[back],
                "days": (end - row["Peak date"]).days,
            }
        )
    details = qs.drawdown_details(qs.to_drawdown_series(first_zero))
    assert len(details) == len(rows)
    return {
        "downsideDeviation": empyrical.downside_risk(r, required_return=TARGET, annualization=YEAR),
        "lowerPartialMoment": float(np.mean(np.maximum(TARGET - r, 0) ** 3)),
        "valueAtRisk": -empyrical.value_at_risk(r, TAIL),
        "expectedShortfall": -empyrical.conditional_value_at_risk(r, TAIL),
        "gaussianValueAtRisk": -qs.value_at_risk(r, confidence=1 - TAIL, prepare_returns=False),
        "gaussianExpectedShortfall": -(mean - deviation * stats.norm.pdf(z) / TAIL),
        "cornishFisherValueAtRisk": -(mean + quantile(TAIL) * deviation) if is_tail else None,
        "cornishFisherExpectedShortfall": -(mean + deviation * beyond / TAIL) if is_tail else None,
        "ulcerIndex": float(np.sqrt(np.mean(fall**2))),
        "painIndex": float(np.mean(fall)),
        "tailRatio": empyrical.tail_ratio(r),
        "skewness": stats.skew(r, bias=False),
        "excessKurtosis": stats.kurtosis(r, bias=False),
        "averageDrawdown": -float(details["max drawdown"].mean()) / 100,
        "longestUnderWater": max(row["days"] for row in rows),
        "drawdownPeriods": rows,
    }


def sharpe_errors(r, mean, sigma):
    influence = (r - mean) / sigma - mean * ((r - mean) ** 2 - sigma**2) / (2 * sigma**3)
    fitted = sm.OLS(influence.to_numpy(), np.ones(len(r)))
    return {
        "robustSharpeError": fitted.fit(cov_type="HAC", cov_kwds={"maxlags": LAGS, "use_correction": False}).bse[0],
        "robustSharpeErrorOfNoLags": fitted.fit(cov_type="HAC", cov_kwds={"maxlags": 0, "use_correction": False}).bse[0],
    }


def lo(r, ratio, lags):
    rho = sm.tsa.acf(r, nlags=lags, fft=False)[1:]
    weights = YEAR - np.arange(1, lags + 1)
    return ratio * YEAR / math.sqrt(YEAR + 2 * float(weights @ rho))


def ratios(equity, r, first_zero):
    mean, deviation = r.mean(), r.std(ddof=1)
    ratio = mean / deviation
    s, kurtosis = stats.skew(r), stats.kurtosis(r, fisher=False)
    years = (equity.index[-1] - equity.index[0]).total_seconds() * 1000 / MS_PER_YEAR
    annual = (equity.iloc[-1] / equity.iloc[0]) ** (1 / years) - 1
    fall = 1 - equity / equity.cummax()
    details = qs.drawdown_details(qs.to_drawdown_series(first_zero))
    depths = -details["max drawdown"].astype(float).to_numpy() / 100
    by_year = [-empyrical.max_drawdown(x) for _, x in first_zero.groupby(first_zero.index.year)]
    x = np.arange(len(equity))
    line = stats.linregress(x, np.log(equity.to_numpy()))
    monthly = (1 + first_zero).resample("ME").prod() - 1
    z = stats.norm.ppf(0.95)
    kappa = lambda order: (mean - TARGET) / np.mean(np.maximum(TARGET - r, 0) ** order) ** (1 / order)
    length = 1 + (1 - s * ratio + (kurtosis - 1) / 4 * ratio**2) * (z / ratio) ** 2
    return {
        "cagr": annual,
        "loSharpe": lo(r, ratio, LAGS),
        "loSharpeOfAllLags": lo(r, ratio, YEAR - 1) if len(r) > YEAR else None,
        **sharpe_errors(r, mean, r.std(ddof=0)),
        "minimumTrackRecord": length if ratio > 0 else None,
        "adjustedSharpe": math.sqrt(YEAR) * ratio * (1 + s / 6 * ratio - (kurtosis - 3) / 24 * ratio**2),
        "sterling": annual / (np.mean(by_year) + 0.1),
        "burke": annual / math.sqrt(np.sum(depths**2)),
        "burkeOfFive": annual / math.sqrt(np.sum(np.sort(depths)[-5:] ** 2)),
        "martin": annual / float(np.sqrt(np.mean(fall**2))),
        "painRatio": annual / float(np.mean(fall)),
        "omega": empyrical.omega_ratio(r, required_return=TARGET, annualization=1),
        "kappaOfThree": kappa(3),
        "kappaOfTwo": kappa(2),
        "kappaOfOne": kappa(1),
        "gainToPain": monthly.sum() / -monthly[monthly < 0].sum(),
        "gainToPainOfBars": qs.gain_to_pain_ratio(r) if (r > -1).all() else None,
        "rachev": empyrical.conditional_value_at_risk(-r, TAIL) / empyrical.conditional_value_at_risk(r, TAIL),
        "kRatio": line.slope / line.stderr * math.sqrt(YEAR) / len(equity),
        "commonSenseRatio": qs.common_sense_ratio(r, prepare_returns=False),
    }


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value if value is None or isinstance(value, (int, str)) else float(value)


def main():
    rng = np.random.default_rng(11)
    cases = []
    for name, count, drift, spread, memory, start in [
        ("slow and steady", 700, 0.0006, 0.006, 0.15, "2016-03-07"),
        ("losing and wild", 400, -0.001, 0.025, -0.2, "1969-08-01"),
        ("short", 45, 0.002, 0.01, 0.0, "2021-11-15"),
    ]:
        equity = curve(rng, count, drift, spread, memory, start)
        first_zero = equity.pct_change().fillna(0.0)
        r = first_zero.iloc[1:]
        cases.append(
            {
                "name": name,
                "time": [int(t.timestamp() * 1000) for t in equity.index],
                "equity": equity.tolist(),
                "growth": growth(equity, r, first_zero),
                "risk": risk(equity, r, first_zero),
                "ratios": ratios(equity, r, first_zero),
            }
        )
    json.dump({"cases": plain(cases)}, sys.stdout)
    print()


main()
