# /// script
# requires-python = ">=3.10"
# dependencies = ["numpy==2.4.6"]
# ///
"""Times numpy for tests/bench/monte-carlo.bench.ts.

Paths and steps are its arguments. Simulates a geometric Brownian motion in blocks of 20,000 paths, which stay within some
tens of megabytes, and takes the growth at the end and the deepest fall of each path; f64 and f32. Prints nanoseconds: the median of three by the clock, and
the least that the processor was at work.
"""

import json
import sys
import time

import numpy as np

PATHS, STEPS = int(sys.argv[1]), int(sys.argv[2])
BLOCK = 20_000


def simulate(generator, dtype):
    total = 0.0
    for _ in range(PATHS // BLOCK):
        z = generator.standard_normal((BLOCK, STEPS), dtype=dtype)
        z *= dtype(0.01)
        z += dtype(0.0002)
        growth = np.cumsum(z, axis=1, out=z)
        peak = np.maximum.accumulate(np.maximum(growth, 0), axis=1)
        total += float(growth[:, -1].sum() + (peak - growth).max(axis=1).sum())
    return total


def times(bits, dtype):
    walls, processor = [], float("inf")
    for seed in range(3):
        generator = np.random.Generator(bits(seed))
        start, busy = time.perf_counter_ns(), time.process_time_ns()
        simulate(generator, dtype)
        walls.append(time.perf_counter_ns() - start)
        processor = min(processor, time.process_time_ns() - busy)
    return {"wall": sorted(walls)[1], "processor": processor}


json.dump(
    [
        {"name": f"numpy {np.__version__}, {bits.__name__}, {dtype.__name__}", **times(bits, dtype)}
        for bits, dtype in (
            (np.random.Philox, np.float64),
            (np.random.PCG64, np.float64),
            (np.random.PCG64, np.float32),
        )
    ],
    sys.stdout,
)
