"""TA-Lib's abstract interface through ctypes: the facts of every function, and calls that tell where values begin."""

import ctypes as c
import re
from pathlib import Path

import numpy as np
import talib

# The wheel's own C library: loaded a second time it is the same instance, so settings are shared.
LIBRARY = c.CDLL(str(next((Path(talib.__file__).parents[1] / "ta_lib.libs").glob("libta-lib*"))))
PRICES = ["open", "high", "low", "close", "volume"]
UNSTABLE, OVERLAP = 0x08000000, 0x01000000


class FuncInfo(c.Structure):
    _fields_ = [(name, c.c_char_p) for name in ("name", "group", "hint", "camel")] + [
        ("flags", c.c_int), ("inputs", c.c_uint), ("params", c.c_uint), ("outputs", c.c_uint), ("handle", c.c_void_p),
    ]


class Parameter(c.Structure):
    _fields_ = [("kind", c.c_int), ("name", c.c_char_p), ("flags", c.c_int)]


class OptionalInput(c.Structure):
    _fields_ = Parameter._fields_ + [
        ("label", c.c_char_p), ("data", c.c_void_p), ("default", c.c_double), ("hint", c.c_char_p), ("help", c.c_char_p),
    ]


class RealRange(c.Structure):
    _fields_ = [("min", c.c_double), ("max", c.c_double)]


class IntegerRange(c.Structure):
    _fields_ = [("min", c.c_int), ("max", c.c_int)]


class IntegerList(c.Structure):
    _fields_ = [("data", c.c_void_p), ("count", c.c_uint)]


def call(name, *arguments):
    code = getattr(LIBRARY, name)(*arguments)
    if code:
        raise RuntimeError(f"{name}: {code}")


def handle_of(name):
    handle = c.c_void_p()
    call("TA_GetFuncHandle", name.encode(), c.byref(handle))
    return handle


def fact(getter, struct, handle, *index):
    pointer = c.POINTER(struct)()
    call(getter, handle, *index, c.byref(pointer))
    return pointer.contents


def words(name):
    """`optInFastK_Period` as `fastKPeriod`, `outMACDHist` as `histogram`."""
    name = re.sub(r"^(optIn|out(?=[A-Z])|in(?=[A-Z]))", "", name).replace("_", "")
    name = name.replace("MAType", "MaType").replace("Idx", "Index")
    special = {
        "RealUpperBand": "upper", "RealMiddleBand": "middle", "RealLowerBand": "lower", "Integer": "value",
        "AroonDown": "down", "AroonUp": "up", "MACD": "macd", "MACDSignal": "signal", "MACDHist": "histogram",
        "MAMA": "mama", "FAMA": "fama", "SlowK": "k", "FastK": "k", "SlowD": "d", "FastD": "d", "NbDevDn": "nbDevDown",
    }
    return special.get(name, name[0].lower() + name[1:])


def option(handle, index):
    info = fact("TA_GetOptInputParameterInfo", OptionalInput, handle, index)
    name = words(info.name.decode())
    if info.kind == 0:
        limits = RealRange.from_address(info.data)
        return {"name": name, "kind": "real", "min": limits.min, "max": limits.max, "default": info.default}
    if info.kind == 2:
        limits = IntegerRange.from_address(info.data)
        return {"name": name, "kind": "integer", "min": limits.min, "max": limits.max, "default": int(info.default)}
    count = IntegerList.from_address(info.data).count
    return {"name": name, "kind": "ma_type", "min": 0, "max": count - 1, "default": int(info.default)}


def inputs_of(handle, count):
    names = []
    for i in range(count):
        info = fact("TA_GetInputParameterInfo", Parameter, handle, i)
        names.append([p for k, p in enumerate(PRICES) if info.flags >> k & 1] if info.kind == 0 else words(info.name.decode()))
    return names


def outputs_of(handle, count):
    infos = [fact("TA_GetOutputParameterInfo", Parameter, handle, i) for i in range(count)]
    names = [words(info.name.decode()) for info in infos]
    return [{"name": "value" if n == "real" else n, "kind": ["real", "integer"][info.kind]} for n, info in zip(names, infos)]


def describe(name):
    """Facts of a function under the names that Backtab gives them."""
    handle = handle_of(name)
    info = fact("TA_GetFuncInfo", FuncInfo, handle)
    return {
        "title": info.hint.decode(),
        "group": info.group.decode(),
        "overlap": bool(info.flags & OVERLAP),
        "unstable": bool(info.flags & UNSTABLE),
        "inputs": inputs_of(handle, info.inputs),
        "params": [option(handle, i) for i in range(info.params)],
        "outputs": outputs_of(handle, info.outputs),
    }


def set_unstable_period(name, rows):
    """By the library's own numbers: the wheel's table misses IMI, so its names from KAMA on hit the one before.

    ADXR and STOCHRSI have an entry without effect: they follow ADX and RSI.
    """
    name = {"ADXR": "ADX", "STOCHRSI": "RSI"}.get(name, name)
    flagged = [other for other in sorted(talib.get_functions()) if describe(other)["unstable"]]
    call("TA_SetUnstablePeriod", flagged.index(name), rows)


class Call:
    """One function with inputs and parameters bound."""

    def __init__(self, name, facts, series, params):
        self.facts, self.length, self.keep = facts, len(series["close"]), []
        self.holder = c.c_void_p()
        call("TA_ParamHolderAlloc", handle_of(name), c.byref(self.holder))
        for i, source in enumerate(facts["inputs"]):
            if isinstance(source, list):
                call("TA_SetInputParamPricePtr", self.holder, i, *(self.column(series, p, source) for p in PRICES), None)
            else:
                key = {"real": "close", "real0": "close", "real1": "second"}.get(source, source)
                call("TA_SetInputParamRealPtr", self.holder, i, self.column(series, key, [key]))
        for i, (param, value) in enumerate(zip(facts["params"], params)):
            if param["kind"] == "real":
                call("TA_SetOptInputParamReal", self.holder, i, c.c_double(value))
            else:
                call("TA_SetOptInputParamInteger", self.holder, i, c.c_int(value))

    def column(self, series, name, wanted):
        if name not in wanted:
            return None
        values = np.ascontiguousarray(series[name], dtype=np.float64)
        self.keep.append(values)
        return c.c_void_p(values.ctypes.data)

    def lookback(self):
        rows = c.c_int()
        call("TA_GetLookback", self.holder, c.byref(rows))
        return rows.value

    def run(self):
        """First row with a value, and the values from there on."""
        outputs = []
        for i, output in enumerate(self.facts["outputs"]):
            dtype, setter = {"real": (np.float64, "Real"), "integer": (np.int32, "Integer")}[output["kind"]]
            outputs.append(np.zeros(self.length, dtype))
            call(f"TA_SetOutputParam{setter}Ptr", self.holder, i, c.c_void_p(outputs[-1].ctypes.data))
        begin, count = c.c_int(), c.c_int()
        call("TA_CallFunc", self.holder, 0, self.length - 1, c.byref(begin), c.byref(count))
        return begin.value, [values[: count.value] for values in outputs]

    def free(self):
        LIBRARY.TA_ParamHolderFree(self.holder)
