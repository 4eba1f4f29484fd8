# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.4.6", "scipy==1.17.1", "statsmodels==0.15.0", "arch==8.0.0", "mpmath==1.4.1", "pandas==3.1.1"]
# ///
"""Sobol points, option values, factors and fitted models by other tools, for the Monte Carlo of Backtab.

    python tests/golden/monte-carlo.py > tests/golden/monte-carlo.json

Options are valued by mpmath (Black and Scholes, greeks by differentiation), Heston's by integration of the
characteristic function, Merton's by his series. GARCH(1,1) is fitted by arch, two regimes by statsmodels.
"""

import json
import sys
import warnings

import mpmath
import numpy as np
from arch import arch_model
from scipy import integrate
from scipy.stats import qmc
from statsmodels.tsa.regime_switching.markov_regression import MarkovRegression

warnings.simplefilter("ignore")
mpmath.mp.dps = 40
SOBOL_ROWS = [1, 2, 3, 7, 8, 100, 1023, 4097, 65535]


def sobol():
    points = qmc.Sobol(d=64, scramble=False, bits=32).random(65536)
    return {"rows": SOBOL_ROWS, "words": [[int(x) for x in points[row] * 2**32] for row in SOBOL_ROWS]}


def black_scholes(kind, spot, strike, years, rate, carry, volatility):
    mp = mpmath
    spread = volatility * mp.sqrt(years)
    d1 = (mp.log(spot / strike) + (rate - carry) * years) / spread + spread / 2
    d2 = d1 - spread
    sign = 1 if kind == "call" else -1
    return sign * (
        spot * mp.exp(-carry * years) * mp.ncdf(sign * d1) - strike * mp.exp(-rate * years) * mp.ncdf(sign * d2)
    )


def options():
    rng = np.random.default_rng(7)
    rows = []
    for _ in range(40):
        kind = str(rng.choice(["call", "put"]))
        terms = [float(round(x, 4)) for x in (
            rng.uniform(20, 200), rng.uniform(20, 200), rng.uniform(0.01, 3), rng.uniform(-0.02, 0.1),
            rng.uniform(0, 0.06), rng.uniform(0.05, 1.2),
        )]
        spot, strike, years, rate, carry, volatility = [mpmath.mpf(x) for x in terms]

        def value(s=spot, t=years, r=rate, v=volatility):
            return black_scholes(kind, s, strike, t, r, carry, v)

        rows.append({
            "kind": kind,
            "terms": terms,
            "value": float(value()),
            "delta": float(mpmath.diff(lambda s: value(s=s), spot)),
            "gamma": float(mpmath.diff(lambda s: value(s=s), spot, 2)),
            "vega": float(mpmath.diff(lambda v: value(v=v), volatility)),
            "theta": float(-mpmath.diff(lambda t: value(t=t), years)),
            "rho": float(mpmath.diff(lambda r: value(r=r), rate)),
        })
    return rows


def heston_call(strike, years, variance, reversion, long_variance, vol_of_vol, correlation, spot=100.0):
    """Lewis's single integral with the stable form of the characteristic function; no interest."""

    def phi(u):
        xi = reversion - correlation * vol_of_vol * 1j * u
        d = np.sqrt(xi * xi + vol_of_vol**2 * (u * u + 1j * u))
        g = (xi - d) / (xi + d)
        decay = np.exp(-d * years)
        c = reversion * long_variance / vol_of_vol**2 * ((xi - d) * years - 2 * np.log((1 - g * decay) / (1 - g)))
        return np.exp(c + variance / vol_of_vol**2 * (xi - d) * (1 - decay) / (1 - g * decay))

    k = np.log(spot / strike)

    def integrand(u):
        return (np.exp(1j * u * k) * phi(u - 0.5j)).real / (u * u + 0.25)

    total, _ = integrate.quad(integrand, 0, 400, limit=2000, epsabs=1e-12, epsrel=1e-12)
    return spot - np.sqrt(spot * strike) / np.pi * total


def heston():
    """The cases of Andersen (2008), table 1."""
    cases = [
        {"volOfVol": 1.0, "reversion": 0.5, "correlation": -0.9, "years": 10, "variance": 0.04},
        {"volOfVol": 0.9, "reversion": 0.3, "correlation": -0.5, "years": 15, "variance": 0.04},
        {"volOfVol": 1.0, "reversion": 1.0, "correlation": -0.3, "years": 5, "variance": 0.09},
    ]
    for case in cases:
        case["calls"] = [
            [strike, float(heston_call(strike, case["years"], case["variance"], case["reversion"], case["variance"],
                                       case["volOfVol"], case["correlation"]))]
            for strike in (60, 100, 140)
        ]
    return cases


def merton():
    """Call at the money in a year, without interest, by Merton's series."""
    spot, years, sigma, intensity, mean, deviation = 100, 1, 0.15, 2.0, -0.05, 0.1
    kappa = mpmath.exp(mean + deviation**2 / 2) - 1
    calls = []
    for strike in (80, 100, 120):
        total = mpmath.mpf(0)
        for n in range(60):
            tilted = intensity * (1 + kappa) * years
            weight = mpmath.exp(-tilted) * tilted**n / mpmath.factorial(n)
            v = mpmath.sqrt(sigma**2 + n * deviation**2 / years)
            r = -intensity * kappa + n * mpmath.log(1 + kappa) / years
            total += weight * black_scholes("call", mpmath.mpf(spot), mpmath.mpf(strike), mpmath.mpf(years), r, 0, v)
        calls.append([strike, float(total)])
    return {"volatility": sigma, "intensity": intensity, "jumpMean": mean, "jumpDeviation": deviation, "calls": calls}


def garch():
    rng = np.random.default_rng(11)
    rows = []
    for omega, alpha, beta, count in [(0.02, 0.08, 0.9, 1500), (0.1, 0.2, 0.7, 800)]:
        values = np.zeros(count)
        variance = omega / (1 - alpha - beta)
        for i in range(count):
            values[i] = 0.05 + np.sqrt(variance) * rng.standard_normal()
            variance = omega + alpha * (values[i] - 0.05) ** 2 + beta * variance
        values = np.round(values, 5)
        start = float(np.mean((values - values.mean()) ** 2))
        fit = arch_model(values, mean="Constant", vol="GARCH", p=1, q=1, rescale=False).fit(
            disp="off", backcast=start, tol=1e-12, options={"maxiter": 5000, "ftol": 1e-14}
        )
        mu, w, a, b = [float(x) for x in fit.params]
        rows.append({
            "values": values.tolist(),
            "mean": mu, "omega": w, "alpha": a, "beta": b,
            "logLikelihood": float(fit.loglikelihood),
            "next": float(fit.forecast(horizon=1).variance.values[-1, 0]),
        })
    return rows


def regimes():
    rng = np.random.default_rng(13)
    rows = []
    for count, stay in [(1200, (0.98, 0.95)), (900, (0.95, 0.9))]:
        state = 0
        values = np.zeros(count)
        for i in range(count):
            values[i] = (0.06, -0.1)[state] + (0.5, 1.8)[state] * rng.standard_normal()
            if rng.random() > stay[state]:
                state = 1 - state
        values = np.round(values, 5)
        model = MarkovRegression(values, k_regimes=2, switching_variance=True)
        fit = model.fit(search_reps=20, maxiter=2000, em_iter=50, gtol=1e-10)
        p = dict(zip(model.param_names, [float(x) for x in fit.params]))
        states = [
            {"mean": p["const[0]"], "deviation": p["sigma2[0]"] ** 0.5, "stay": p["p[0->0]"]},
            {"mean": p["const[1]"], "deviation": p["sigma2[1]"] ** 0.5, "stay": 1 - p["p[1->0]"]},
        ]
        filtered = fit.filtered_marginal_probabilities
        order = sorted(range(2), key=lambda k: states[k]["deviation"])
        rows.append({
            "values": values.tolist(),
            "states": [states[k] for k in order],
            "logLikelihood": float(fit.llf),
            "calmAtEnd": float(filtered[-1, order[0]]),
        })
    return rows


def factors():
    rng = np.random.default_rng(5)
    rows = []
    for size in (1, 2, 5):
        a = rng.standard_normal((size, size + 2))
        matrix = a @ a.T
        rows.append({"size": size, "matrix": matrix.ravel().tolist(), "factor": np.linalg.cholesky(matrix).ravel().tolist()})
    return rows


def main():
    out = {
        "sobol": sobol(),
        "options": options(),
        "heston": heston(),
        "merton": merton(),
        "garch": garch(),
        "regimes": regimes(),
        "factors": factors(),
    }
    json.dump(out, sys.stdout)
    print()


main()
