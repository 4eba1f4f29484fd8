# /// script
# requires-python = ">=3.10"
# dependencies = ["mpmath==1.4.1"]
# ///
"""Writes elementary.json: elementary and normal functions to 60 digits, rounded to the nearest f64."""

import json
import random
from pathlib import Path

from mpmath import erfc, erfinv, exp, findroot, log, mp, mpf, ncdf, npdf, sqrt

mp.dps = 60
random.seed(20261121)


def points(ends, count):
    """Evenly random points of several ranges, and their ends."""
    drawn = [random.uniform(low, high) for low, high in ends for _ in range(count)]
    return drawn + [x for pair in ends for x in pair]


def lower_tail(x):
    return erfc(-mpf(x) / sqrt(2)) / 2


def quantile(p):
    if p > 1e-20:
        return sqrt(2) * erfinv(2 * mpf(p) - 1)
    start = -sqrt(-2 * log(mpf(p)))
    return findroot(lambda x: log(lower_tail(x)) - log(mpf(p)), (start, start * 0.98))


exp_at = points([(-745, -708), (-708, 709), (-1, 1), (-1e-8, 1e-8), (0, 1e-300)], 60)
log_at = [10 ** x for x in points([(-323, -308), (-308, 308), (-1, 1)], 60)] + points([(0.5, 2), (0.99, 1.01)], 60)
pow_at = [(10 ** random.uniform(-5, 5), random.uniform(-50, 50)) for _ in range(150)]
pow_at += [(random.uniform(0.9, 1.1), random.uniform(-5000, 5000)) for _ in range(100)]
pow_at += [(2.0, 0.1), (10.0, 2.0), (1.1, 33.0), (3.0, -31.0), (5e-324, 0.25), (1e308, 1.0)]
cdf_at = points([(-37, -8), (-8, 8), (-1.5, 1.5), (-1e-3, 1e-3)], 60)
quantile_at = [10 ** x for x in points([(-300, -16), (-16, -0.4)], 60)] + points([(0.01, 0.99)], 60)

golden = {
    "exp": [[x, float(exp(mpf(x)))] for x in exp_at],
    "log": [[x, float(log(mpf(x)))] for x in log_at],
    "pow": [[x, y, float(mpf(x) ** mpf(y))] for x, y in pow_at],
    "normalCdf": [[x, float(lower_tail(x))] for x in cdf_at],
    "normalDensity": [[x, float(npdf(mpf(x)))] for x in cdf_at],
    "normalQuantile": [[p, float(quantile(p))] for p in quantile_at],
}
assert abs(ncdf(mpf(1)) - lower_tail(1)) < mpf(10) ** -50
Path(__file__).with_suffix(".json").write_text(json.dumps(golden) + "\n")
