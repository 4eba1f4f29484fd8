# /// script
# requires-python = ">=3.10"
# dependencies = ["mpmath==1.4.1"]
# ///
"""Writes transforms.json: trigonometric, hyperbolic and decimal functions to 400 digits, rounded to the nearest f64."""

import json
import random
from pathlib import Path

import mpmath
from mpmath import mp, mpf

mp.dps = 400
random.seed(20261121)


def points(*ends):
    """Evenly random points of several ranges, and their ends."""
    drawn = [random.uniform(low, high) for low, high in ends for _ in range(80)]
    return drawn + [x for pair in ends for x in pair]


def magnitudes(low, high):
    return [10 ** random.uniform(low, high) * random.choice((-1, 1)) for _ in range(80)]


unit = points((-1, 1), (0.49, 0.51), (0.999, 1), (-1, -0.999), (-1e-6, 1e-6)) + magnitudes(-300, -8)
growth = points((-1.1, 1.1), (-23, 23), (-710, 710), (0.5, 0.6)) + magnitudes(-300, -5)
at = {
    "tan": points((-0.8, 0.8), (-10, 10), (-1e5, 1e5), (-1e12, 1e12)) + magnitudes(-300, -5) + magnitudes(12, 308),
    "asin": unit,
    "acos": unit,
    "sinh": growth,
    "cosh": growth,
    "tanh": growth,
    "log10": [abs(x) for x in magnitudes(-323, 308) + magnitudes(-0.5, 0.5)] + points((0.99, 1.01)) + [10.0**k for k in range(23)],
}
golden = {name: [[x, float(getattr(mpmath, name)(mpf(x)))] for x in xs] for name, xs in at.items()}
Path(__file__).with_suffix(".json").write_text(json.dumps(golden) + "\n")
