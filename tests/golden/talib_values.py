# /// script
# requires-python = ">=3.11"
# dependencies = ["TA-Lib==0.7.1", "numpy==2.4.6"]
# ///
"""Writes talib/: facts of TA-Lib's 161 functions and their values on seeded series, parameters always explicit.

    functions.json   names, inputs, parameters with ranges, outputs, unstable flag, lookback at defaults
    inputs.json      the series: columns of little-endian f64 in base64
    <name>.json      cases: series, parameters, unstable period, lookback, one column per output from there on

Columns of reals are base64 of f64. Columns of integers are the changes: pairs of a row (from `begin`) and
the value from there on, 0 before the first.
"""

import base64
import datetime
import hashlib
import json
from pathlib import Path

import numpy as np
import talib
from talib_abstract import Call, describe, set_unstable_period
from talib_series import all_series

FOLDER = Path(__file__).parent / "talib"
METADATA = Path(__file__).parent / "metadata.json"
UNSTABLE_ROWS = 7


def draw(param, random):
    """A value that users choose: periods up to 40, fractions, a few deviations."""
    low, high = param["min"], param["max"]
    if param["kind"] != "real":
        return int(random.integers(low, min(high, 40) + 1))
    if low <= -1e37:
        return round(float(random.uniform(-3, 3)), 3)
    return round(float(random.uniform(low, min(high, 0.95))), 3)


def defaults(facts):
    return [p["default"] for p in facts["params"]]


def with_periods(facts, value):
    """Defaults with every period set to one value."""
    return [value if p["kind"] == "integer" else p["default"] for p in facts["params"]]


def longest(name, facts, series):
    """The largest period for which a value is left on the series, the other parameters at their defaults."""
    first = next(i for i, p in enumerate(facts["params"]) if p["kind"] == "integer")
    for period in range(len(series["close"]), 1, -1):
        params = defaults(facts)
        params[first] = period
        call = Call(name, facts, series, params)
        if call.lookback() < len(series["close"]) - 1:
            return params
    raise ValueError(name)


def parameter_sets(name, facts, series, random):
    """Pairs of a series and parameters."""
    sets = [(label, defaults(facts)) for label in series if label != "rare"]
    if name.startswith("CDL"):
        sets.append(("rare", defaults(facts)))
    if not facts["params"]:
        return sets
    for _ in range(2):
        drawn = [draw(p, random) for p in facts["params"]]
        sets += [("walk", drawn), ("ticks", drawn)]
    kinds = [p["kind"] for p in facts["params"]]
    if "integer" in kinds:
        smallest = [p["min"] if p["kind"] == "integer" else p["default"] for p in facts["params"]]
        sets += [("walk", smallest), ("ticks", smallest), ("walk", longest(name, facts, series["walk"]))]
        sets.append(("walk", with_periods(facts, 300)))
        sets.append(("short", with_periods(facts, max(2, max(p["min"] for p in facts["params"] if p["kind"] == "integer")))))
    for kind in range(1, 9) if "ma_type" in kinds else []:
        rotated = iter(range(9))
        sets.append(("walk", [(kind + next(rotated)) % 9 if p["kind"] == "ma_type" else p["default"] for p in facts["params"]]))
    if name.startswith("CDL"):
        sets.append(("rare", [0.0]))
    return sets


def is_defined(name, params):
    """Whether TA-Lib's answer follows from the input.

    MAVP with crossed bounds returns rows that it never wrote. A KAMA over STOCHRSI's k meets windows without
    movement (k stays at 100), where the rounding left in TA-Lib's running sum of changes decides the weight.
    """
    if name == "STOCHRSI":
        return params[3] != 6
    return name != "MAVP" or params[0] <= params[1]


def packed(values):
    if values.dtype == np.float64:
        return base64.b64encode(values.astype("<f8").tobytes()).decode()
    steps = np.flatnonzero(np.diff(values, prepend=0))
    return [[int(row), int(values[row])] for row in steps]


def case(name, facts, series, label, params, unstable=0):
    chosen = series[label]
    if name in ("ACOS", "ASIN") and label == "walk":
        chosen = chosen | {"close": chosen["unit"]}
    if unstable:
        set_unstable_period(name, unstable)
    call = Call(name, facts, chosen, params)
    begin, columns = call.run()
    lookback = call.lookback()
    call.free()
    if unstable:
        set_unstable_period(name, 0)
    length = len(chosen["close"])
    if len(columns[0]) != max(0, length - lookback) or (len(columns[0]) and begin != lookback):
        print(f"{name} {label} {params}: lookback {lookback}, begin {begin}, {len(columns[0])} values of {length}")
    # TA-Lib begins where the lookback says, so that rows from there on are compared one by one.
    entry = {"series": label, "params": params, "begin": lookback, "values": [packed(column) for column in columns]}
    return entry | ({"unstablePeriod": unstable} if unstable else {})


def write(path, content):
    path.write_text(json.dumps(content, separators=(",", ":")) + "\n")


def note(paths):
    """Enters the files in metadata.json."""
    metadata = json.loads(METADATA.read_text())
    version = f"{talib.__version__} (C library {talib.__ta_version__.decode().split()[0]})"
    for path in paths:
        metadata[f"talib/{path.name}"] = {
            "origin": "tests/golden/talib_values.py", "tool": "TA-Lib", "version": version,
            "licence": "own series, values are facts (tool: BSD-3-Clause)",
            "date": datetime.date.today().isoformat(), "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
    METADATA.write_text(json.dumps(dict(sorted(metadata.items())), indent=2) + "\n")


def main():
    FOLDER.mkdir(exist_ok=True)
    functions = {name: describe(name) for name in sorted(talib.get_functions())}
    series = all_series([name for name in functions if name.startswith("CDL")])
    for index, (name, facts) in enumerate(functions.items()):
        random = np.random.default_rng([20261121, index])
        facts["lookback"] = Call(name, facts, series["walk"], defaults(facts)).lookback()
        sets = [(label, params) for label, params in parameter_sets(name, facts, series, random) if is_defined(name, params)]
        cases = [case(name, facts, series, label, params) for label, params in sets]
        if facts["unstable"]:
            cases.append(case(name, facts, series, "walk", defaults(facts), UNSTABLE_ROWS))
        write(FOLDER / f"{name.lower()}.json", {"cases": cases})
    write(FOLDER / "functions.json", {name.lower(): facts for name, facts in functions.items()})
    write(FOLDER / "inputs.json", {label: {k: packed(v) for k, v in columns.items()} for label, columns in series.items()})
    note(sorted(FOLDER.glob("*.json")))


main()
