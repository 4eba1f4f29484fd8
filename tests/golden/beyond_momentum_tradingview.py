# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.4.6", "scipy==1.17.1"]
# ///
"""Writes tradingview/<name>.json for what beyond_momentum.py holds and TradingView computes in another way.

    python tests/golden/beyond_momentum_tradingview.py

The formulas are those of beyond_momentum_formulas.py, beyond_momentum_more.py and beyond_volume_formulas.py over
`ta.ema` and `ta.rsi` as the Pine Script reference manual has them, and those of the built-in scripts where these differ otherwise. Outputs that
begin at different rows are cut to the latest; the series are in tradingview/series.json.
"""

import datetime
import hashlib
import json
from pathlib import Path

import beyond_momentum_formulas as momentum
import beyond_momentum_more as more
import beyond_momentum_windows as base
import beyond_volume_formulas as volume
import numpy as np

HERE = Path(__file__).parent
SERIES = json.loads((HERE / "tradingview" / "series.json").read_text())
METADATA = HERE / "metadata.json"


def ema(x, n):
    """From the first number on."""
    return base.weighted(x, 1, 2 / (n + 1))


def rsi(x, n, lag=1):
    """100 where there are no falls."""
    moves = base.change(x, lag)
    down = base.wilder(np.maximum(-moves, 0), n)
    return np.where(down == 0, 100 + 0 * down, base.rsi(x, n, lag))


def restarting_ema(x, n):
    """The manual's `pine_ema` to the letter: NaN gives NaN, and the next number starts anew."""
    out = np.full(len(x), np.nan)
    for i in range(len(x)):
        before = out[i - 1] if i else np.nan
        out[i] = x[i] if np.isnan(before) else (2 * x[i] + (n - 1) * before) / (n + 1)
    return out


momentum.ema = more.ema = volume.ema = ema
momentum.rsi = more.rsi = rsi


def choppiness(bars, n):
    ranges = base.true_range(bars["high"], bars["low"], bars["close"])
    ranges[0] = bars["high"][0] - bars["low"][0]
    reach = base.highest(bars["high"], n) - base.lowest(bars["low"], n)
    return [100 * np.log10(base.total(ranges, n) / reach) / np.log10(n)]


def connors_rsi(bars, n, streak_n, rank_n):
    """`updown`, `ta.rsi` and `ta.percentrank` of the built-in script."""
    close = bars["close"]
    streak = [-1.0]
    for before, x in zip(close, close[1:]):
        last = streak[-1]
        streak.append(0.0 if x == before else max(last, 0) + 1 if x > before else min(last, 0) - 1)
    roc = base.change(close) / base.back(close, 1)
    window = base.windows(roc, rank_n + 1)
    rank = 100 * (window[:, :-1] <= window[:, -1:]).sum(axis=1) / rank_n + 0 * window.sum(axis=1)
    return [(rsi(close, n) + rsi(np.array(streak), streak_n) + rank) / 3]


def rvi(bars, n, smooth):
    spread = base.windows(bars["close"], n).std(axis=1)
    moves = base.change(bars["close"])
    upper = restarting_ema(np.where(moves <= 0, 0.0, spread), smooth)
    lower = restarting_ema(np.where(moves > 0, 0.0, spread), smooth)
    return [100 * upper / (upper + lower) + 0 * spread]


def wave_trend(bars, channel, n, signal):
    """The quotient of nothing by nothing on the first bar is NaN."""
    price = (bars["high"] + bars["low"] + bars["close"]) / 3
    average = ema(price, channel)
    with np.errstate(invalid="ignore"):
        wt1 = ema((price - average) / (0.015 * ema(np.abs(price - average), channel)), n)
    wt2 = base.sma(wt1, signal)
    return [wt1 + 0 * wt2, wt2]


def volume_oscillator(bars, fast, slow):
    slow_line = ema(bars["volume"], slow)
    return [100 * (ema(bars["volume"], fast) - slow_line) / slow_line]


def klinger(bars, fast, slow, signal):
    moves = base.change((bars["high"] + bars["low"] + bars["close"]) / 3)
    signed = np.where(moves >= 0, bars["volume"], -bars["volume"])
    value = ema(signed, fast) - ema(signed, slow)
    return [value, ema(value, signal)]


def nvi(bars):
    return [volume.nvi(bars)[0] / 1000]


def pvi(bars):
    return [volume.pvi(bars)[0] / 1000]


LINE = ["value"]
SIGNAL = ["value", "signal"]
HISTOGRAM = ["value", "signal", "histogram"]
PAIR = ["walk", "uneven"]
CASES = {
    momentum.elder_ray: (["bull", "bear"], PAIR, [[13], [5]]),
    momentum.mass_index: (LINE, PAIR, [[9, 10], [4, 25]]),
    momentum.qqe: (["line", "trail"], ["walk", "rally"], [[14, 5, 4.236], [6, 3, 2.5]]),
    momentum.tsi: (SIGNAL, PAIR, [[25, 13, 13], [10, 4, 5]]),
    momentum.smi: (SIGNAL, PAIR, [[10, 3, 3, 3], [5, 4, 8, 6]]),
    momentum.pgo: (LINE, PAIR, [[14], [6]]),
    momentum.stc: (LINE, ["walk", "rally"], [[23, 50, 10, 0.5], [7, 15, 6, 0.3]]),
    wave_trend: (["wt1", "wt2"], PAIR, [[10, 21, 4], [6, 9, 3]]),
    choppiness: (LINE, ["walk", "rally"], [[14], [6]]),
    connors_rsi: (LINE, ["walk", "uneven", "rally"], [[3, 2, 60], [5, 3, 20]]),
    rvi: (LINE, ["walk", "rally"], [[10, 14], [2, 5], [5, 6]]),
    volume.pvo: (HISTOGRAM, ["walk", "rally"], [[12, 26, 9], [5, 11, 4]]),
    volume_oscillator: (LINE, PAIR, [[5, 10], [14, 28]]),
    klinger: (SIGNAL, PAIR, [[34, 55, 13], [5, 14, 6]]),
    volume.force_index: (LINE, PAIR, [[13], [4]]),
    volume.vwmacd: (HISTOGRAM, ["walk", "rally"], [[12, 26, 9], [4, 9, 5]]),
    nvi: (LINE, PAIR, [[]]),
    pvi: (LINE, PAIR, [[]]),
    more.pfe: (LINE, PAIR, [[10, 5], [5, 3]]),
    more.derivative_oscillator: (LINE, ["walk", "rally"], [[14, 5, 3, 9], [6, 3, 4, 5]]),
    more.elder_impulse: (LINE, ["walk", "rally"], [[13, 12, 26, 9], [5, 4, 9, 3]]),
    more.vfi: (LINE, PAIR, [[40, 0.2, 2.5, 3], [20, 0.1, 1.5, 4]]),
    more.vzo: (LINE, PAIR, [[14], [5]]),
}


def case(function, outputs, label, params):
    bars = {name: np.array(column, float) for name, column in SERIES[label].items()}
    values = np.array(function(bars, *params))
    values[:, np.isnan(values).any(axis=0)] = np.nan
    columns = [[None if np.isnan(x) else x for x in column] for column in values.tolist()]
    assert all(len(column) - column.count(None) > 10 for column in columns), function
    return {"series": label, "params": params, "outputs": dict(zip(outputs, columns, strict=True))}


def main():
    entries = {}
    for function, (outputs, labels, sets) in CASES.items():
        name = f"tradingview/{function.__name__}.json"
        cases = [case(function, outputs, label, params) for params in sets for label in labels]
        path = HERE / name
        path.write_text(json.dumps(cases, separators=(",", ":")) + "\n")
        entries[name] = {
            "origin": "tests/golden/beyond_momentum_tradingview.py",
            "tool": "numpy and scipy on the formulas of the Pine Script reference manual and built-in scripts",
            "version": "numpy 2.4.6, scipy 1.17.1",
            "licence": "own series and script, values are facts",
            "date": datetime.date.today().isoformat(),
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
    metadata = json.loads(METADATA.read_text()) | entries
    METADATA.write_text(json.dumps(dict(sorted(metadata.items())), indent=2) + "\n")


main()
