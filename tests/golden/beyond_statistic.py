# /// script
# requires-python = ">=3.11"
# dependencies = [
#   "numpy==2.4.6", "pandas==3.1.1", "scipy==1.17.1", "statsmodels==0.15.0", "arch==8.0.0", "pandas-ta-classic==0.8.32",
# ]
# ///
"""Writes beyond/: statistic and volatility indicators that TA-Lib lacks, each window evaluated by itself.

    series-statistic.json   the series: columns of little-endian f64 in base64
    <name>.json             cases: series, inputs, parameters, first row, one column of f64 in base64 per output

No value comes from a running sum: a published package computes it where one has the same definition (scipy,
statsmodels, arch, pandas, pandas-ta-classic), else the formula of the paper over one window at a time.
"""

import base64
import datetime
import hashlib
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pandas_ta_classic as pandas_ta
import statsmodels.api as sm
from arch.unitroot import VarianceRatio
from arch.univariate import GARCH
from scipy import stats
from statsmodels.tsa.statespace.kalman_filter import KalmanFilter
from statsmodels.tsa.stattools import adfuller

FOLDER = Path(__file__).parent / "beyond"
METADATA = Path(__file__).parent / "metadata.json"
ROWS = 170


def walk():
    """Geometric random walk with gaps and changing volatility, and a second series that follows it."""
    random = np.random.default_rng(31)
    volatility = 0.01 * (1 + 0.7 * np.sin(np.arange(ROWS) / 15))
    close = 100 * np.exp(np.cumsum(random.normal(0.0002, volatility)))
    opened = np.concatenate([[100], close[:-1]]) * np.exp(random.normal(0, volatility / 3))
    high = np.maximum(opened, close) * np.exp(np.abs(random.normal(0, volatility / 2)))
    low = np.minimum(opened, close) * np.exp(-np.abs(random.normal(0, volatility / 2)))
    noise = np.zeros(ROWS)
    for i in range(1, ROWS):
        noise[i] = 0.8 * noise[i - 1] + random.normal(0, 0.6)
    return {"open": opened, "high": high, "low": low, "close": close, "second": 20 + 0.6 * close + noise}


def ticks():
    """Prices in steps of 0.25 with many ties: a stretch without movement, a trend, and a restless end."""
    random = np.random.default_rng(32)
    body = random.choice([0, 0, 1, -1, 2, -2, 5, -7, 8], ROWS)
    gap = random.choice([0, 0, 0, 1, -1, 3, -3], ROWS)
    upper, lower = random.choice([0, 0, 1, 2, 6], ROWS), random.choice([0, 0, 1, 2, 6], ROWS)
    for part in (body, gap, upper, lower):
        part[50:90] = 0
    body[90:115], gap[90:115], upper[90:115], lower[90:115] = 2, 0, 1, 1
    close = 400 + np.cumsum(body + gap)
    opened = close - body
    high, low = np.maximum(opened, close) + upper, np.minimum(opened, close) - lower
    second = 300 + np.cumsum(random.choice([0, 1, -1, 2, -3, 1], ROWS))
    return {name: column * 0.25 for name, column in zip(("open", "high", "low", "close", "second"), (opened, high, low, close, second))}


def rolled(value, length, *columns, first=0):
    """`value` of the last `length` rows of each column, from row `first + length - 1` on."""
    out = np.full(len(columns[0]), np.nan)
    for end in range(first + length, len(columns[0]) + 1):
        out[end - 1] = value(*(column[end - length : end] for column in columns))
    return out


def simple(x):
    return np.concatenate([[np.nan], x[1:] / x[:-1] - 1])


def logarithmic(x):
    return np.concatenate([[np.nan], np.log(x[1:] / x[:-1])])


def ratio(a, b, nothing=0.0):
    return a / b if b > 1e-13 else nothing


def zscore(x, length, ddof):
    return rolled(lambda w: ratio(w[-1] - w.mean(), w.std(ddof=int(ddof))), length, x)


def sharpe(x, length, year, free):
    def one(r):
        return ratio(r.mean() - free / year, r.std(ddof=1)) * np.sqrt(year)
    return rolled(one, length, simple(x), first=1)


def sortino(x, length, year, free):
    def one(r):
        excess = r - free / year
        return ratio(excess.mean(), np.sqrt((np.minimum(excess, 0) ** 2).mean())) * np.sqrt(year)
    return rolled(one, length, simple(x), first=1)


def least_squares(y, x):
    """Intercept, slope and model; without slope where x does not vary."""
    if np.ptp(x) == 0:
        return np.mean(y), 0.0, None
    # Around the mean, where the two columns are orthogonal: the pseudo-inverse keeps its digits.
    model = sm.OLS(y, sm.add_constant(x - x.mean())).fit()
    return model.params[0] - model.params[1] * x.mean(), model.params[1], model


def rolling_beta(y, x, length):
    ry, rx = simple(y), simple(x)
    return rolled(lambda a, b: least_squares(a, b)[1], length, ry, rx, first=1), rolled(lambda a, b: least_squares(a, b)[0], length, ry, rx, first=1)


def skewness(x, length, adjusted):
    return rolled(lambda w: 0 if np.ptp(w) == 0 else stats.skew(w, bias=not adjusted), length, x)


def kurtosis(x, length, adjusted):
    return rolled(lambda w: 0 if np.ptp(w) == 0 else stats.kurtosis(w, bias=not adjusted), length, x)


def percent_rank(x, length):
    return rolled(lambda w: 100 * np.mean(w[:-1] <= w[-1]), length + 1, x)


def entropy(x, length, base):
    own = rolled(lambda w: stats.entropy(w / w.sum(), base=base), length, x)
    published = pandas_ta.entropy(pd.Series(x), length=length, base=base).to_numpy()
    np.testing.assert_allclose(own, published, rtol=1e-12)
    return own


def hurst(x, length, longest):
    def one(w):
        lags = np.arange(2, longest + 1)
        spread = np.array([np.std(w[lag:] - w[:-lag]) for lag in lags])
        moves = spread > 1e-12
        return np.polyfit(np.log(lags[moves]), np.log(spread[moves]), 1)[0] if moves.sum() > 1 else 0.5
    return rolled(one, length, x)


def autocorrelation(x, length, lag):
    def one(w):
        late, early = w[lag:], w[:-lag]
        return 0 if np.ptp(late) == 0 or np.ptp(early) == 0 else stats.pearsonr(late, early)[0]
    return rolled(one, length + lag, x)


def fit_of(read, empty):
    def one(y, x):
        model = least_squares(y, x)[2]
        return empty(y) if model is None else read(model)
    return lambda y, x, length: rolled(one, length, y, x)


def r_squared(x, length):
    time = np.arange(length)
    return rolled(lambda w: 0 if np.ptp(w) == 0 else stats.linregress(time, w).rvalue ** 2, length, x)


def kalman_mean(x, process, measurement):
    """Local level model with an exact diffuse start."""
    model = sm.tsa.UnobservedComponents(x, "llevel", use_exact_diffuse=True)
    model.tolerance = 0  # no early switch to the steady state
    return model.filter([measurement, process]).filtered_state[0]


def kalman_hedge(y, x, delta, measurement):
    """Random walk of slope and intercept from a known state of zero."""
    design = np.stack([x, np.ones_like(x)])[None]
    noise = np.eye(2) * delta / (1 - delta)
    filtered = KalmanFilter(1, 2, transition=np.eye(2), selection=np.eye(2), state_cov=noise, obs_cov=[[measurement]])
    filtered.bind(y[:, None].copy())
    filtered["design"] = design
    filtered.tolerance = 0
    filtered.initialize_known(np.zeros(2), np.zeros((2, 2)))
    result = filtered.filter()
    return *result.filtered_state, result.forecasts_error[0], np.sqrt(result.forecasts_error_cov[0, 0])


def half_life(x, length):
    def one(w):
        slope = least_squares(np.diff(w), w[:-1])[1]
        return -np.log(2) / slope if slope < 0 else np.inf
    return rolled(one, length + 1, x)


def cointegration(y, x, length, lags):
    def one(part):
        def read(a, b):
            intercept, slope, model = least_squares(a, b)
            left = a - intercept - slope * b
            if part < 3:
                return (slope, intercept, left[-1])[part]
            if model is None and np.ptp(a) == 0 or np.ptp(left) < 1e-9:
                return 0
            return adfuller(left, maxlag=int(lags), autolag=None, regression="n")[0]
        return rolled(read, length, y, x)
    return tuple(one(part) for part in range(4))


def variance_ratio(x, length, lag):
    def read(name, robust):
        def one(w):
            if np.ptp(np.diff(w)) < 1e-12:
                return 1 if name == "vr" else 0
            return getattr(VarianceRatio(w, lags=int(lag), robust=robust), name)
        return rolled(one, length + 1, np.log(x))
    return read("vr", False), read("stat", False), read("stat", True)


def annual(variance, year):
    return np.sqrt(np.maximum(variance, 0) * year)


def realised(x, length, year):
    return rolled(lambda r: annual(r.var(ddof=1), year), length, logarithmic(x), first=1)


def parkinson(h, l, length, year):
    return rolled(lambda a, b: annual(np.sum(np.log(a / b) ** 2) / (4 * len(a) * np.log(2)), year), length, h, l)


def garman_klass(o, h, l, c, length, year):
    def one(o, h, l, c):
        return annual(np.mean(0.5 * np.log(h / l) ** 2 - (2 * np.log(2) - 1) * np.log(c / o) ** 2), year)
    return rolled(one, length, o, h, l, c)


def satchell(o, h, l, c):
    return np.mean(np.log(h / c) * np.log(h / o) + np.log(l / c) * np.log(l / o))


def rogers_satchell(o, h, l, c, length, year):
    return rolled(lambda *bars: annual(satchell(*bars), year), length, o, h, l, c)


def yang_zhang(o, h, l, c, length, year):
    weight = 0.34 / (1.34 + (length + 1) / (length - 1))
    def one(o, h, l, c):
        overnight = np.log(o[1:] / c[:-1]).var(ddof=1)
        session = np.log(c[1:] / o[1:]).var(ddof=1)
        return annual(overnight + weight * session + (1 - weight) * satchell(o[1:], h[1:], l[1:], c[1:]), year)
    return rolled(one, length + 1, o, h, l, c)


def ewma(x, keep, year):
    squares = pd.Series(logarithmic(x) ** 2)
    return annual(squares.ewm(alpha=1 - keep, adjust=False).mean().to_numpy(), year)


def garch(x, omega, alpha, beta, year):
    """Forecasts of the next bar: the recursion of arch over one more residual, which no forecast reads."""
    returns = logarithmic(x)[1:]
    start = omega / (1 - alpha - beta)
    residuals = np.append(returns, 0.0)
    bounds = np.tile([0.0, 1e9], (len(residuals), 1))
    variance = GARCH(1, 0, 1).compute_variance(np.array([omega, alpha, beta]), residuals, np.empty(len(residuals)), start, bounds)
    return np.concatenate([[np.nan], annual(variance[1:], year)])


def roll_spread(x, length):
    change = np.diff(x, prepend=np.nan)
    late = np.concatenate([[np.nan], change[:-1]])
    return rolled(lambda a, b: 2 * np.sqrt(max(0, -np.cov(a, b)[0, 1])), length, change, late, first=2)


def corwin_schultz(h, l, c, length):
    def two_bars(h, l, c):
        gap = max(0, l[1] - c[0]) + min(0, h[1] - c[0])
        h, l = h - [0, gap], l - [0, gap]
        wide = np.sum(np.log(h / l) ** 2)
        both = np.log(h.max() / l.min()) ** 2
        root = 3 - 2 * np.sqrt(2)
        alpha = (np.sqrt(2 * wide) - np.sqrt(wide)) / root - np.sqrt(both / root)
        return max(0, 2 * (np.exp(alpha) - 1) / (1 + np.exp(alpha)))
    return rolled(np.mean, length, rolled(two_bars, 2, h, l, c), first=1)


def ulcer_index(x, length):
    fall = rolled(lambda w: 100 * (1 - w[-1] / w.max()), length, x)
    own = rolled(lambda w: np.sqrt(np.mean(w**2)), length, fall, first=length - 1)
    np.testing.assert_allclose(own, pandas_ta.ui(pd.Series(x), length=length).to_numpy(), rtol=1e-6, atol=1e-6)
    return own


def chaikin_volatility(h, l, length, change):
    """An exponential average from its weights: those of the first mean, and of every row since."""
    width, weight = h - l, 2 / (length + 1)
    smooth = np.full(len(width), np.nan)
    for end in range(length, len(width) + 1):
        since = width[length:end]
        kept = (1 - weight) ** np.arange(len(since) - 1, -1, -1)
        smooth[end - 1] = (1 - weight) ** len(since) * width[:length].mean() + weight * np.dot(kept, since)
    past = np.concatenate([np.full(change, np.nan), smooth[:-change]])
    return np.where(past > 0, 100 * (smooth - past) / np.where(past > 0, past, 1), np.where(np.isnan(past), np.nan, 0))


def bands(x, length, deviations, part):
    def one(w):
        middle, width = w.mean(), 2 * deviations * w.std()
        if part == "width":
            return 100 * width / middle
        return ratio(w[-1] - (middle - width / 2), width, 0.5)
    own = rolled(one, length, x)
    frame = pandas_ta.bbands(pd.Series(x), length=length, std=deviations, ddof=0)
    published = frame[[name for name in frame if name.startswith("BBB" if part == "width" else "BBP")]].iloc[:, 0]
    sure = rolled(np.std, length, x) > 1e-6
    np.testing.assert_allclose(own[sure], published[sure], rtol=1e-7, atol=1e-7)
    return own


CLOSE, PAIR, RANGE, BAR = ["close"], ["second", "close"], ["high", "low"], ["open", "high", "low", "close"]
DIRECT = "numpy: the formula over each window by itself"

# name: inputs, parameter sets, oracle, what computes it
FUNCTIONS = {
    "zscore": (CLOSE, [(20, 0), (7, 1)], zscore, DIRECT),
    "rolling_sharpe": (CLOSE, [(126, 252, 0), (10, 365, 0.03)], sharpe, DIRECT),
    "rolling_sortino": (CLOSE, [(126, 252, 0), (10, 365, 0.03)], sortino, DIRECT),
    "rolling_beta": (PAIR, [(60,), (12,)], rolling_beta, "statsmodels OLS"),
    "skewness": (CLOSE, [(30, 1), (8, 0)], skewness, "scipy.stats.skew"),
    "kurtosis": (CLOSE, [(30, 1), (8, 0)], kurtosis, "scipy.stats.kurtosis"),
    "quantile": (CLOSE, [(30, 0.5), (11, 0.83)], lambda x, n, q: rolled(lambda w: np.quantile(w, q), n, x), "numpy.quantile"),
    "rolling_median": (CLOSE, [(30,), (9,)], lambda x, n: rolled(np.median, n, x), "numpy.median"),
    "rolling_mad": (CLOSE, [(30,), (9,)], lambda x, n: rolled(stats.median_abs_deviation, n, x), "scipy.stats.median_abs_deviation"),
    "percent_rank": (CLOSE, [(100,), (14,)], percent_rank, DIRECT),
    "entropy": (CLOSE, [(10, 2), (25, 10)], entropy, "scipy.stats.entropy; pandas-ta-classic agrees"),
    "hurst": (CLOSE, [(100, 20), (60, 8)], hurst, "numpy std and polyfit of each window"),
    "autocorrelation": (CLOSE, [(30, 1), (12, 5)], autocorrelation, "scipy.stats.pearsonr"),
    "covariance": (PAIR, [(30, 1), (7, 0)], lambda a, b, n, d: rolled(lambda u, v: np.cov(u, v, ddof=int(d))[0, 1], n, a, b), "numpy.cov"),
    "ols_slope": (PAIR, [(30,), (9,)], fit_of(lambda m: m.params[1], lambda y: 0), "statsmodels OLS"),
    "ols_r_squared": (PAIR, [(30,), (9,)], fit_of(lambda m: m.rsquared, lambda y: 0), "statsmodels OLS"),
    "ols_residual": (PAIR, [(30,), (9,)], fit_of(lambda m: m.resid[-1], lambda y: y[-1] - y.mean()), "statsmodels OLS"),
    "ols_zscore": (PAIR, [(30,), (9,)], fit_of(lambda m: m.resid[-1] / m.resid.std(), lambda y: ratio(y[-1] - y.mean(), y.std())), "statsmodels OLS"),
    "r_squared": (CLOSE, [(14,), (40,)], r_squared, "scipy.stats.linregress"),
    "kalman_mean": (CLOSE, [(0.01, 1), (0.3, 0.1)], kalman_mean, "statsmodels UnobservedComponents, exact diffuse"),
    "kalman_hedge": (PAIR, [(1e-4, 1e-3), (1e-5, 2)], kalman_hedge, "statsmodels KalmanFilter, time-varying design"),
    "half_life": (CLOSE, [(100,), (20,)], half_life, "statsmodels OLS"),
    "cointegration": (PAIR, [(100, 1), (40, 0)], cointegration, "statsmodels OLS and adfuller(autolag=None, regression='n')"),
    "variance_ratio": (CLOSE, [(100, 4), (50, 9)], variance_ratio, "arch.unitroot.VarianceRatio"),
    "realised_volatility": (CLOSE, [(20, 252), (5, 365)], realised, DIRECT),
    "parkinson": (RANGE, [(20, 252), (5, 365)], parkinson, DIRECT),
    "garman_klass": (BAR, [(20, 252), (5, 365)], garman_klass, DIRECT),
    "rogers_satchell": (BAR, [(20, 252), (5, 365)], rogers_satchell, DIRECT),
    "yang_zhang": (BAR, [(20, 252), (5, 365)], yang_zhang, DIRECT),
    "ewma_volatility": (CLOSE, [(0.94, 252), (0.8, 1)], ewma, "pandas ewm"),
    "garch_volatility": (CLOSE, [(2e-6, 0.1, 0.88, 252), (1e-5, 0.2, 0.5, 1)], garch, "arch.univariate.GARCH recursion"),
    "roll_spread": (CLOSE, [(20,), (60,)], roll_spread, DIRECT),
    "corwin_schultz": (["high", "low", "close"], [(20,), (1,)], corwin_schultz, DIRECT),
    "ulcer_index": (CLOSE, [(14,), (30,)], ulcer_index, "numpy; pandas-ta-classic agrees"),
    "drawdown_depth": (CLOSE, [()], lambda x: np.array([1 - x[i] / max(x[: i + 1]) for i in range(len(x))]), DIRECT),
    "chaikin_volatility": (RANGE, [(10, 10), (4, 7)], chaikin_volatility, DIRECT),
    "bb_width": (CLOSE, [(20, 2), (8, 1.5)], lambda x, n, k: bands(x, n, k, "width"), "numpy; pandas-ta-classic agrees"),
    "bb_percent": (CLOSE, [(20, 2), (8, 1.5)], lambda x, n, k: bands(x, n, k, "percent"), "numpy; pandas-ta-classic agrees"),
}


def encoded(column):
    return base64.b64encode(np.asarray(column, dtype="<f8").tobytes()).decode()


def case(name, label, columns, inputs, params, oracle):
    outputs = oracle(*(columns[key] for key in inputs), *params)
    outputs = outputs if isinstance(outputs, tuple) else (outputs,)
    begins = {int(np.flatnonzero(~np.isnan(output))[0]) for output in outputs}
    assert len(begins) == 1, (name, begins)
    begin = begins.pop()
    assert not any(np.isnan(output[begin:]).any() for output in outputs), name
    return {"series": label, "inputs": inputs, "params": list(params), "begin": begin, "values": [encoded(output[begin:]) for output in outputs]}


def write(name, data, tool, metadata):
    text = json.dumps(data) + "\n"
    (FOLDER / f"{name}.json").write_text(text)
    metadata[f"beyond/{name}.json"] = {
        "origin": "tests/golden/beyond_statistic.py",
        "tool": tool,
        "version": "numpy 2.4.6, pandas 3.1.1, scipy 1.17.1, statsmodels 0.15.0, arch 8.0.0, pandas-ta-classic 0.8.32",
        "licence": "own series, values are facts (tools: BSD-3-Clause, NCSA, MIT)",
        "date": datetime.date.today().isoformat(),
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }


def main():
    FOLDER.mkdir(exist_ok=True)
    series = {"walk": walk(), "ticks": ticks()}
    written = {}
    stored = {label: {key: encoded(column) for key, column in columns.items()} for label, columns in series.items()}
    write("series-statistic", stored, "numpy", written)
    for name, (inputs, sets, oracle, tool) in FUNCTIONS.items():
        cases = [case(name, label, columns, inputs, params, oracle) for params in sets for label, columns in series.items()]
        write(name, {"cases": cases}, tool, written)
    metadata = json.loads(METADATA.read_text()) | written
    METADATA.write_text(json.dumps(dict(sorted(metadata.items())), indent=2) + "\n")


if __name__ == "__main__":
    main()
