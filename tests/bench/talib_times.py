# /// script
# requires-python = ">=3.10"
# dependencies = ["TA-Lib==0.7.1", "numpy==2.4.6"]
# ///
"""Times TA-Lib's C functions for tests/bench/indicators.bench.ts.

Answers each line `NAME ROWS ARGUMENT...` of its input (arguments as JSON) with nanoseconds a row. The series are
f64 files in the folder that is its argument. Short series are timed over many different windows of the data, so that
the branch predictor does not know one of them by heart.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
import talib

FOLDER = Path(sys.argv[1])
SERIES = {file.stem: np.fromfile(file) for file in FOLDER.glob("*.f64")}


def nanoseconds(name, rows, inputs, params):
    function = getattr(talib, name)
    columns = [SERIES[key] for key in inputs]
    total = len(columns[0])
    windows = [[column[at : at + rows].copy() for column in columns] for at in range(0, total - rows + 1, rows)][:100]
    function(*windows[0], *params)
    spent = 0
    for window in windows:
        start = time.perf_counter_ns()
        function(*window, *params)
        spent += time.perf_counter_ns() - start
    return spent / len(windows) / rows


print(json.dumps({"library": talib.__ta_version__.decode(), "functions": talib.get_functions()}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps(nanoseconds(**request)), flush=True)
