# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.5.5", "pandas==3.1.1"]
# ///
"""Data, timing and memory for the scripts of this folder, which tests/bench/other-engines.bench.ts starts.

Their first argument is a folder with columns of f64, their second one of their cases, their third the rows of it. Each prints one line of JSON:
processor milliseconds of each round (all threads), trades, the last equity, and bytes of memory at the peak beyond those held before.
"""

import ctypes
import gc
import json
import os
import sys
import time

import numpy as np
import pandas as pd

UNITS = 20
CASH = 1e9
FEE = 0.001
STOP, TARGET, TRAIL = 0.96, 1.05, 0.05

FOLDER, CASE, ROWS = sys.argv[1], sys.argv[2], int(sys.argv[3])
MOST_ROUNDS, ENOUGH_SECONDS = 7, 5


def column(name):
    return np.fromfile(os.path.join(FOLDER, name + ".f64"))


def load(rows=ROWS):
    """Bars by the minute, and on which of them the averages cross upwards and downwards."""
    prices = {name: column(name)[:rows] for name in ("open", "high", "low", "close", "volume")}
    index = pd.date_range("2000-01-01", periods=len(prices["close"]), freq="min", name="time")
    up, down = (column(name)[:rows] > 0 for name in ("up", "down"))
    return pd.DataFrame(prices, index=index), up, down


def memory(name):
    """VmRSS, what is resident, or VmHWM, the most that was since `forget_peak`, in bytes."""
    with open("/proc/self/status") as file:
        [line] = [line for line in file if line.startswith(name)]
    return int(line.split()[1]) * 1024


def forget_peak():
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")


def report(version, work, warm_up):
    """`work()` answers trades and last equity. `warm_up()` is what compiles and loads; it is not counted."""
    warm_up()
    forget_peak()
    before = memory("VmRSS")
    times = []
    while len(times) < MOST_ROUNDS and sum(times) < ENOUGH_SECONDS * 1e3:
        start = time.process_time_ns()
        trades, equity = work()
        times.append((time.process_time_ns() - start) / 1e6)
        if len(times) == 1:
            peak = memory("VmHWM")
    print(
        json.dumps(
            {"version": version, "times": times, "trades": trades, "equity": equity, "peakBytes": peak - before}
        )
    )
