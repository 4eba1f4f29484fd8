"""Published formulas of the volume indicators that TA-Lib lacks, for beyond_momentum.py."""

import numpy as np
from beyond_momentum_windows import back, change, ema, ratio, sma, total, wilder


def pvo(bars, fast, slow, signal):
    slow_line = ema(bars["volume"], slow)
    value = 100 * ratio(ema(bars["volume"], fast) - slow_line, slow_line)
    average = ema(value, signal)
    return [value + 0 * average, average, value - average]


def volume_oscillator(bars, fast, slow):
    slow_line = sma(bars["volume"], slow)
    return [100 * ratio(sma(bars["volume"], fast) - slow_line, slow_line)]


def klinger(bars, fast, slow, signal):
    """Klinger, Identifying Trends with Volume Analysis, 1997: sums of the ranges of a trend, trend by trend."""
    reach = bars["high"] - bars["low"]
    moves = np.sign(change(bars["high"] + bars["low"] + bars["close"]))
    trend = np.zeros(len(moves))
    for i in range(1, len(moves)):
        trend[i] = moves[i] if moves[i] != 0 else trend[i - 1]
    force = np.full(len(moves), np.nan)
    for i in range(1, len(moves)):
        begin = i
        while begin > 1 and trend[begin - 1] == trend[i]:
            begin -= 1
        summed = reach[begin - 1 : i + 1].sum()
        share = abs(2 * reach[i] / summed - 1) if summed != 0 else 0.0
        force[i] = bars["volume"][i] * share * trend[i] * 100
    value = ema(force, fast) - ema(force, slow)
    average = ema(value, signal)
    return [value + 0 * average, average]


def cmf(bars, n):
    """Chaikin: money flow volume over volume."""
    high, low, close = bars["high"], bars["low"], bars["close"]
    place = ratio(2 * close - high - low, high - low)
    return [ratio(total(place * bars["volume"], n), total(bars["volume"], n))]


def ease_of_movement(bars, n, scale):
    """Arms, Volume Cycles in the Stock Market, 1983."""
    way = change((bars["high"] + bars["low"]) / 2)
    with np.errstate(divide="ignore", invalid="ignore"):
        box = bars["volume"] / scale / (bars["high"] - bars["low"])
        moved = np.where((bars["volume"] == 0) | (bars["high"] == bars["low"]), 0.0, way / box)
    return [sma(np.where(np.isnan(way), np.nan, moved), n)]


def force_index(bars, n):
    return [ema(change(bars["close"]) * bars["volume"], n)]


def pvt(bars):
    flow = bars["volume"] * change(bars["close"]) / back(bars["close"], 1)
    return [np.cumsum(np.concatenate([[0.0], flow[1:]]))]


def chained(bars, quiet):
    """Index of the changes on the days with a volume below (or above) the day before."""
    steps = bars["close"] / back(bars["close"], 1)
    rises = change(bars["volume"])
    counted = rises < 0 if quiet else rises > 0
    return [1000 * np.cumprod(np.where(counted, steps, 1.0))]


def nvi(bars):
    return chained(bars, True)


def pvi(bars):
    return chained(bars, False)


def twiggs_money_flow(bars, n):
    """Twiggs: Chaikin's money flow with true highs and lows and Wilder's averages."""
    before = back(bars["close"], 1)
    top, bottom = np.maximum(bars["high"], before), np.minimum(bars["low"], before)
    flow = ratio(2 * bars["close"] - top - bottom, top - bottom) * bars["volume"]
    volume = np.where(np.isnan(before), np.nan, bars["volume"])
    return [ratio(wilder(flow, n), wilder(volume, n))]


def vwmacd(bars, fast, slow, signal):
    """Dormeier: MACD of volume-weighted averages."""
    money, volume = bars["close"] * bars["volume"], bars["volume"]
    value = total(money, fast) / total(volume, fast) - total(money, slow) / total(volume, slow)
    average = ema(value, signal)
    return [value + 0 * average, average, value - average]
