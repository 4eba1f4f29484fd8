# /// script
# requires-python = ">=3.10"
# dependencies = ["mpmath==1.4.1"]
# ///
"""Writes angles.json: sine, cosine, tangent and arc tangent to 400 digits, rounded to the nearest f64."""

import json
import random
from pathlib import Path

from mpmath import atan, cos, mp, mpf, pi, sin, tan

mp.dps = 400
random.seed(20261121)


def drawn(count, *ranges):
    return [random.uniform(low, high) for low, high in ranges for _ in range(count)]


def sized(count, low, high):
    """Numbers of either sign and every size between powers of ten."""
    return [random.choice([-1, 1]) * 10 ** random.uniform(low, high) for _ in range(count)]


quarters = [k * float(pi) / 2 for k in (1, 2, 3, 4, 5, 11, 355 / 2, 1e3, 1e5, 667_543, 1e9, 1e15)]
# The doubles nearest to multiples of pi/2, the second the nearest of all.
hard = [float(22 * pi / 2), 6381956970095103.0 * 2.0**797, 1e22, 2.0**1023, 1.7976931348623157e308, 1048575.9, 1048576.1]
angles = drawn(80, (-0.8, 0.8), (-7, 7), (-400, 400)) + sized(80, -300, -3) + sized(80, 2, 6.1) + sized(80, 6, 300) + quarters + hard
slopes = drawn(120, (-1, 1), (-3, 3)) + sized(80, -300, -3) + sized(80, 0, 20) + [k / 32 for k in range(-40, 41)]
slopes = [x for x in slopes if x]

golden = {
    "sin": [[x, float(sin(mpf(x)))] for x in angles],
    "cos": [[x, float(cos(mpf(x)))] for x in angles],
    "tan": [[x, float(tan(mpf(x)))] for x in angles],
    "atan": [[x, float(atan(mpf(x)))] for x in slopes],
}
Path(__file__).with_suffix(".json").write_text(json.dumps(golden) + "\n")
