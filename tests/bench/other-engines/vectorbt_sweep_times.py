# /// script
# requires-python = ">=3.11"
# dependencies = ["vectorbt==1.2.0", "numba==0.68.1", "numpy==2.5.5", "pandas==3.1.1", "scipy==1.18.1"]
# ///
"""Times a sweep of two averages by vectorbt for tests/bench/sweep-scale.bench.ts, with one thread.

Its first argument is a folder with `open.f64` and `close.f64`, its second the number of pairs. Each pair gives return, deepest fall,
Sharpe ratio and trades. Prints one line of JSON: nanoseconds of processor time for each bar and pair in the best of three rounds, the
peak of resident memory beyond what was held before, and the entries of all pairs.
"""

import json
import os
import sys
import time
import warnings

warnings.filterwarnings("ignore")
import numpy as np
import vectorbt as vbt

FOLDER, PAIRS = sys.argv[1], int(sys.argv[2])
SIDE = round(PAIRS**0.5)
CASH, FEE, SHARE = 100_000.0, 0.001, 0.95


def column(name, rows=None):
    values = np.fromfile(os.path.join(FOLDER, name + ".f64"))
    return values if rows is None else values[:rows]


def memory(name):
    with open("/proc/self/status") as file:
        [line] = [line for line in file if line.startswith(name)]
    return int(line.split()[1]) * 1024


def average(close, period):
    sums = np.cumsum(np.concatenate([[0.0], close]))
    out = np.full(close.shape, np.nan)
    out[period - 1 :] = (sums[period:] - sums[:-period]) / period
    return out


def work(rows=None):
    open_, close = column("open", rows), column("close", rows)
    fast = [average(close, 5 + k) for k in range(SIDE)]
    slow = [average(close, 5 + SIDE + k) for k in range(SIDE)]
    above = np.stack([f > s for f in fast for s in slow], axis=1)
    before = np.roll(above, 1, axis=0)
    before[0] = False
    entries, exits = np.roll(above & ~before, 1, axis=0), np.roll(~above & before, 1, axis=0)
    entries[0], exits[0] = False, False
    price = np.broadcast_to(open_[:, None], above.shape)
    ran = vbt.Portfolio.from_signals(
        close[:, None], entries, exits, price=price, size=SHARE, size_type="percent", fees=FEE, init_cash=CASH, freq="1min"
    )
    ran.total_return(), ran.max_drawdown(), ran.sharpe_ratio()
    return int(ran.trades.count().sum())


work(2_000)
held = memory("VmRSS")
rows = len(column("close"))
best = float("inf")
for _ in range(3):
    start = time.process_time()
    trades = work()
    best = min(best, time.process_time() - start)
print(
    json.dumps(
        {
            "version": f"vectorbt {vbt.__version__}",
            "nanoseconds": best * 1e9 / rows / SIDE**2,
            "peakBytes": memory("VmHWM") - held,
            "trades": trades,
        }
    )
)
