# /// script
# requires-python = ">=3.10"
# dependencies = ["TA-Lib==0.7.1", "numpy==2.4.6"]
# ///
"""Times TA-Lib's C functions for tests/bench/indicators.bench.ts.

Answers each line of its input (name, rows, inputs, params and runs as JSON) with the nanoseconds of each of up to 100
windows of the data, the least of `runs` calls one after the other: many different windows of short series, so that the
branch predictor does not know one of them by heart. The series are f64 files in the folder that is its argument. A
call's time is that of the Python package: C's work, the new arrays for its outputs, and the call itself.

`copy` and `add` are numpy's, into an array that is there: what memory allows.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
import talib

MOST_WINDOWS = 100
LIMITS = {"copy": lambda x: np.copyto(SCRATCH[: len(x)], x), "add": lambda x, y: np.add(x, y, out=SCRATCH[: len(x)])}
FOLDER = Path(sys.argv[1])
SCRATCH = np.zeros(1_000_000)
SERIES = {file.stem: np.fromfile(file) for file in FOLDER.glob("*.f64")}


def nanoseconds(name, rows, inputs, params, runs):
    function = LIMITS[name] if name in LIMITS else getattr(talib, name)
    columns = [SERIES[key] for key in inputs]
    times = []
    for at in range(0, min(len(columns[0]), MOST_WINDOWS * rows), rows):
        # Copied just before, so that it lies in the cache as far as it fits, as the columns do in WASM memory.
        window = [column[at : at + rows].copy() for column in columns]
        if at == 0:
            function(*window, *params)
        times.append(min(once(function, window, params) for _ in range(runs)))
    return times


def once(function, columns, params):
    start = time.perf_counter_ns()
    function(*columns, *params)
    return time.perf_counter_ns() - start


print(json.dumps({"library": talib.__ta_version__.decode(), "functions": talib.get_functions()}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps(nanoseconds(**request)), flush=True)
