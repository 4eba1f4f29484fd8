# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.5.5", "pandas==2.3.3", "exchange_calendars==4.13.2"]
# ///
"""Data, signals and the form of the answers that the scripts of this folder share.

    python tests/golden/presets/shared.py > tests/golden/presets/made.csv

writes the made series anew: a seeded walk on the sessions of New York with gaps, bars wide enough to hold a
stop and a target, and days with almost no volume. Prices have two decimals, and no open lies in the middle of
its bar.
"""

import csv
import json
import math
import os
import sys

import numpy as np
import pandas as pd

HERE = os.path.dirname(os.path.abspath(__file__))
SP500 = os.path.join(HERE, "../../../node_modules/vega-datasets/data/sp500-2000.csv")
MADE = os.path.join(HERE, "made.csv")
EVERY = {"sp500": 20, "made": 1}
CROSS = {"sp500": (20, 100), "made": (4, 15)}


def made():
    import exchange_calendars

    sessions = exchange_calendars.get_calendar("XNYS").sessions_window("2021-01-04", 320)
    rng = np.random.default_rng(20_260_401)
    rows, last = [], 100.0
    for day in sessions:
        gap = rng.normal(0, 0.03) if rng.random() < 0.12 else rng.normal(0, 0.003)
        start = last * (1 + gap)
        end = start * (1 + rng.normal(0.0004, 0.012))
        reach = 0.05 if rng.random() < 0.1 else 0.008
        high = max(start, end) * (1 + abs(rng.normal(0, reach)))
        low = min(start, end) * (1 - abs(rng.normal(0, reach)))
        volume = int(rng.integers(3, 40)) if rng.random() < 0.15 else int(rng.integers(200, 5000))
        o, h, l, c = (round(x, 2) for x in (start, high, low, end))
        h, l = max(o, h, c), min(o, l, c)
        h = round(h + 0.01, 2) if round(h - o, 2) == round(o - l, 2) else h
        rows.append([day.date().isoformat(), o, h, l, c, volume])
        last = c
    return rows


def load(name):
    frame = pd.read_csv(SP500 if name == "sp500" else MADE, parse_dates=["date"]).set_index("date")
    return frame[["open", "high", "low", "close", "volume"]].astype(float)


def average(x, n):
    out = np.full(len(x), np.nan)
    for i in range(n - 1, len(x)):
        out[i] = math.fsum(x[i - n + 1 : i + 1]) / n
    return out


def crossings(name, close):
    """Bars on which the quick average goes above the steady one, and below it."""
    fast, slow = CROSS[name]
    gap = average(close, fast) - average(close, slow)
    assert np.nanmin(np.abs(gap)) > 1e-9, "a tie would hang on rounding"
    up, down = np.zeros(len(close), bool), np.zeros(len(close), bool)
    up[1:] = (gap[:-1] <= 0) & (gap[1:] > 0)
    down[1:] = (gap[:-1] >= 0) & (gap[1:] < 0)
    return up, down


def strength(close, n=14):
    """Wilder's relative strength index."""
    out = np.full(len(close), np.nan)
    moves = np.diff(close)
    gain, loss = np.maximum(moves, 0), np.maximum(-moves, 0)
    g, l = gain[:n].mean(), loss[:n].mean()
    out[n] = 100 * g / (g + l)
    for i in range(n, len(moves)):
        g, l = (g * (n - 1) + gain[i]) / n, (l * (n - 1) + loss[i]) / n
        out[i + 1] = 100 * g / (g + l)
    return out


def falls_below(x, level):
    assert np.nanmin(np.abs(x - level)) > 1e-9, "a tie would hang on rounding"
    out = np.zeros(len(x), bool)
    out[1:] = (x[:-1] >= level) & (x[1:] < level)
    return out


def rises_above(x, level):
    return falls_below(-x, -level)


def equity_of(name, values):
    values = np.asarray(values, float)
    every = EVERY[name]
    return {"every": every, "values": values[::every].tolist(), "last": float(values[-1]), "sum": math.fsum(values)}


def columns(rows, names):
    """Rows as columns: shorter, and easier to read beside each other."""
    return {name: [row[k] for row in rows] for k, name in enumerate(names)}


def write(tool, version, cases):
    def plain(x):
        if isinstance(x, dict):
            return {k: plain(v) for k, v in x.items()}
        if isinstance(x, (list, tuple)):
            return [plain(v) for v in x]
        if isinstance(x, (bool, np.bool_)):
            return bool(x)
        if isinstance(x, (int, np.integer)):
            return int(x)
        if isinstance(x, (float, np.floating)):
            return None if math.isnan(x) else int(x) if float(x).is_integer() and abs(x) < 2**53 else float(x)
        return x

    json.dump({"tool": tool, "version": version, "cases": plain(cases)}, sys.stdout, separators=(",", ":"))
    print()


if __name__ == "__main__":
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["date", "open", "high", "low", "close", "volume"])
    table.writerows(made())
