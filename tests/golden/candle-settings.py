# /// script
# requires-python = ">=3.11"
# dependencies = ["TA-Lib==0.7.1", "numpy==2.4.6"]
# ///
"""Writes candle-settings.json: TA-Lib's candlestick patterns under candle settings other than the default.

The settings are set in the C library itself (`TA_SetCandleSettings`), which the wheel carries. Series are those
of talib/inputs.json. An output is the first row with a value, and pairs of a row from there and the value from
there on, 0 before the first.
"""

import base64
import ctypes
import json
from pathlib import Path

import numpy as np
import talib
from talib import abstract

HERE = Path(__file__).parent
LIBRARY = ctypes.CDLL(str(next(Path(talib.__file__).parent.parent.glob("ta_lib.libs/libta-lib*.so*"))))
LIBRARY.TA_SetCandleSettings.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_double]
WORDS = ["bodyLong", "bodyVeryLong", "bodyShort", "bodyDoji", "shadowLong", "shadowVeryLong", "shadowShort"]
WORDS += ["shadowVeryShort", "near", "far", "equal"]
RANGES = ["realBody", "highLow", "shadows"]
SERIES = ["rare", "ticks"]
# A pattern that comes and goes more often on a series is left out there: the other series has plenty of it.
MOST_STEPS = 150

# Shorter and longer means, other ranges, other factors; none that would leave no pattern at all.
SETS = [
    {
        "bodyLong": ("realBody", 5, 0.8),
        "bodyShort": ("highLow", 12, 0.6),
        "bodyDoji": ("highLow", 4, 0.2),
        "shadowLong": ("realBody", 6, 0.9),
        "shadowVeryLong": ("shadows", 8, 1.5),
        "shadowShort": ("highLow", 3, 0.5),
        "shadowVeryShort": ("highLow", 7, 0.25),
        "near": ("realBody", 8, 0.7),
        "far": ("highLow", 3, 0.4),
        "equal": ("highLow", 9, 0.15),
    },
    {
        "bodyLong": ("highLow", 0, 0.5),
        "bodyShort": ("realBody", 20, 1.2),
        "bodyDoji": ("shadows", 10, 0.3),
        "shadowLong": ("highLow", 10, 0.3),
        "shadowShort": ("realBody", 0, 0.7),
        "shadowVeryShort": ("shadows", 15, 0.3),
        "near": ("highLow", 0, 0.3),
        "far": ("shadows", 6, 0.8),
        "equal": ("realBody", 2, 0.3),
    },
]


def decode(text):
    return np.frombuffer(base64.b64decode(text), dtype="<f8").copy()


def apply(settings):
    for word, (measured, period, factor) in settings.items():
        code = LIBRARY.TA_SetCandleSettings(WORDS.index(word), RANGES.index(measured), period, factor)
        assert code == 0, word


def restore():
    assert LIBRARY.TA_RestoreCandleDefaultSettings(11) == 0  # all of them


def stored(name, series):
    function = abstract.Function(name)
    begin = function.lookback
    prices = [series[column] for column in ("open", "high", "low", "close")]
    values = getattr(talib, name)(*prices)[begin:]
    before = np.concatenate(([0], values[:-1]))
    return begin, [[int(row), int(values[row])] for row in np.flatnonzero(values != before)]


def main():
    inputs = json.loads((HERE / "talib" / "inputs.json").read_text())
    tables = {label: {k: decode(v) for k, v in inputs[label].items()} for label in SERIES}
    cases = []
    for settings in SETS:
        restore()
        apply(settings)
        patterns = {}
        for name in talib.get_function_groups()["Pattern Recognition"]:
            runs = {label: stored(name, table) for label, table in tables.items()}
            patterns[name.lower()] = {
                "begin": runs[SERIES[0]][0],
                "values": {label: steps for label, (_, steps) in runs.items() if len(steps) <= MOST_STEPS},
            }
        words = {w: dict(zip(("range", "period", "factor"), value)) for w, value in settings.items()}
        cases.append({"settings": words, "patterns": patterns})
    restore()
    (HERE / "candle-settings.json").write_text(json.dumps(cases, separators=(",", ":")) + "\n")


main()
