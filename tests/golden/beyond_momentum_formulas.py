"""Published formulas of the momentum indicators that TA-Lib lacks, for beyond_momentum.py."""

import numpy as np
from beyond_momentum_windows import (
    back, change, ema, highest, line, lowest, ratio, rsi, sma, total, true_range, wilder, windows, wma,
)
from scipy.signal import lfilter, lfiltic


def fisher(bars, n):
    """Ehlers, Using the Fisher Transform, 2002."""
    price = (bars["high"] + bars["low"]) / 2
    low = lowest(price, n)
    place = ratio(price - low, highest(price, n) - low, 0.5) - 0.5
    held = 0.0
    normed = []
    for x in place[n - 1 :]:
        held = 0.66 * x + 0.67 * held
        held = 0.999 if held > 0.99 else -0.999 if held < -0.99 else held
        normed.append(held)
    curve = lfilter([1.0], [1.0, -0.5], np.arctanh(normed))
    lead = np.full(n - 1, np.nan)
    return [np.concatenate([lead, curve]), np.concatenate([lead, [0.0], curve[:-1]])]


def connors_rsi(bars, n, streak_n, rank_n):
    """Connors, An Introduction to ConnorsRSI, 2012."""
    close = bars["close"]
    signs = np.sign(np.diff(close, prepend=close[0]))
    streak = np.zeros(len(close))
    for i, sign in enumerate(signs):
        begin = i
        while begin > 0 and signs[begin - 1] == sign:
            begin -= 1
        streak[i] = sign * (i - begin + 1)
    roc = change(close) / back(close, 1)
    window = windows(roc, rank_n + 1)
    rank = 100 * (window[:, :-1] < window[:, -1:]).sum(axis=1) / rank_n + 0 * window.sum(axis=1)
    return [(rsi(close, n) + rsi(streak, streak_n) + rank) / 3]


def stc(bars, fast, slow, n, factor):
    """Schaff, The Schaff Trend Cycle, 1999."""
    slow_line = ema(bars["close"], slow)
    x = ema(bars["close"], fast) - slow_line
    least = 1e-12 * np.abs(slow_line)
    for threshold in (least, np.zeros(len(x))):
        low = lowest(x, n)
        reach = highest(x, n) - low
        y = np.full(len(x), np.nan)
        share = 0.0
        level = None
        for i in np.flatnonzero(~np.isnan(reach)):
            share = 100 * (x[i] - low[i]) / reach[i] if reach[i] > threshold[i] else share
            level = share if level is None else level + factor * (share - level)
            y[i] = level
        x = y
    return [x]


def elder_ray(bars, n):
    average = ema(bars["close"], n)
    return [bars["high"] - average, bars["low"] - average]


def vortex(bars, n):
    """Botes and Siepman, The Vortex Indicator, 2010."""
    ranges = total(true_range(bars["high"], bars["low"], bars["close"]), n)
    plus = total(np.abs(bars["high"] - back(bars["low"], 1)), n)
    minus = total(np.abs(bars["low"] - back(bars["high"], 1)), n)
    return [ratio(plus, ranges), ratio(minus, ranges)]


def mass_index(bars, n, m):
    """Dorsey, The Mass Index, 1992."""
    once = ema(bars["high"] - bars["low"], n)
    return [total(ratio(once, ema(once, n), 1.0), m)]


def choppiness(bars, n):
    """Dreiss, as in TradingView's help; every true range with the close before it."""
    reach = highest(bars["high"], n) - lowest(bars["low"], n)
    way = total(true_range(bars["high"], bars["low"], bars["close"]), n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return [np.where(reach == 0, 100.0, 100 * np.log(way / reach) / np.log(n)) + 0 * way]


def qqe(bars, n, smooth, factor):
    """Level as in the TradingView script of KivancOzbilgic: bands first, then one of four cases."""
    x = ema(rsi(bars["close"], n), smooth)
    band = ema(ema(np.abs(change(x)), 2 * n - 1), 2 * n - 1) * factor
    level = np.full(len(x), np.nan)
    held = 0.0
    for i in np.flatnonzero(~np.isnan(band)):
        above, below = x[i] + band[i], x[i] - band[i]
        if above < held:
            held = above
        elif x[i] > held and x[i - 1] <= held:
            held = below
        elif below > held:
            held = below
        elif x[i] < held and x[i - 1] >= held:
            held = above
        level[i] = held
    return [x + 0 * level, level]


def tsi(bars, long, short, signal):
    """Blau, True Strength Index, 1991."""
    moves = change(bars["close"])
    value = 100 * ratio(ema(ema(moves, long), short), ema(ema(np.abs(moves), long), short))
    average = ema(value, signal)
    return [value + 0 * average, average]


def kst(bars, *params):
    """Pring, Summed Rate of Change (KST), 1992."""
    close = bars["close"]
    parts = [
        (k + 1) * sma(100 * change(close, params[k]) / back(close, params[k]), params[4 + k]) for k in range(4)
    ]
    value = np.sum(parts, axis=0)
    signal = sma(value, params[8])
    return [value + 0 * signal, signal]


def coppock(bars, long, short, n):
    close = bars["close"]
    return [wma(100 * change(close, long) / back(close, long) + 100 * change(close, short) / back(close, short), n)]


def rvgi(bars, n):
    """Ehlers, Relative Vigor Index, 2002."""
    kernel = np.array([1, 2, 2, 1]) / 6
    body = windows(bars["close"] - bars["open"], 4) @ kernel
    reach = windows(bars["high"] - bars["low"], 4) @ kernel
    value = ratio(sma(body, n), sma(reach, n))
    signal = windows(value, 4) @ kernel
    return [value + 0 * signal, signal]


def rvi(bars, n, smooth):
    """Dorsey, The Relative Volatility Index, 1993: RSI with deviations in place of changes."""
    close = bars["close"]
    spread = windows(close, n).std(axis=1)
    moves = change(close)
    up = wilder(np.where(moves > 0, spread, 0 * spread), smooth)
    down = wilder(np.where(moves < 0, spread, 0 * spread), smooth)
    return [100 * ratio(up, up + down, 0.5)]


def squeeze_momentum(bars, bb, dev, kc, times):
    """LazyBear, Squeeze Momentum Indicator, 2014, with `dev` for the Bollinger bands."""
    high, low, close = bars["high"], bars["low"], bars["close"]
    middle = sma(close, kc)
    centre = ((highest(high, kc) + lowest(low, kc)) / 2 + middle) / 2
    momentum = line(close - centre, kc, kc - 1)
    spread = dev * windows(close, bb).std(axis=1)
    reach = times * sma(true_range(high, low, close), kc)
    base = sma(close, bb)
    inside = (base + spread < middle + reach) & (base - spread > middle - reach)
    outside = (base + spread > middle + reach) & (base - spread < middle - reach)
    state = np.where(inside, 1.0, np.where(outside, -1.0, 0.0)) + 0 * momentum + 0 * spread
    return [momentum + 0 * state, state]


def awesome_oscillator(bars, fast, slow):
    price = (bars["high"] + bars["low"]) / 2
    return [sma(price, fast) - sma(price, slow)]


def accelerator_oscillator(bars, fast, slow, n):
    (value,) = awesome_oscillator(bars, fast, slow)
    return [value - sma(value, n)]


def dpo(bars, n):
    return [bars["close"] - back(sma(bars["close"], n), n // 2 + 1)]


def smi(bars, n, first, second, signal):
    """Blau, Stochastic Momentum, 1993."""
    top, bottom = highest(bars["high"], n), lowest(bars["low"], n)
    distance = ema(ema(bars["close"] - (top + bottom) / 2, first), second)
    value = 100 * ratio(distance, ema(ema(top - bottom, first), second) / 2)
    average = ema(value, signal)
    return [value + 0 * average, average]


def pgo(bars, n):
    ranges = ema(true_range(bars["high"], bars["low"], bars["close"]), n)
    return [ratio(bars["close"] - sma(bars["close"], n), ranges)]


def psl(bars, n):
    rises = (change(bars["close"]) > 0) + 0 * change(bars["close"])
    return [100 * sma(rises, n)]


def bias(bars, n):
    average = sma(bars["close"], n)
    return [100 * (bars["close"] / average - 1)]


def forecast_oscillator(bars, n):
    """Chande and Kroll, The New Technical Trader, 1994: against the forecast of the bar before."""
    close = bars["close"]
    return [100 * (1 - back(line(close, n, n), 1) / close)]


def rmi(bars, n, lag):
    """Altman, Relative Momentum Index, 1993."""
    return [rsi(bars["close"], n, lag)]


def laguerre_rsi(bars, gamma):
    """Ehlers, Time Warp, 2002: four filters in a row, here as transfer functions settled on the first price."""
    x = bars["close"]
    stages = []
    for numerator in ([1 - gamma], [-gamma, 1.0], [-gamma, 1.0], [-gamma, 1.0]):
        held = lfiltic(numerator, [1.0, -gamma], [x[0]], [x[0]])
        x, _ = lfilter(numerator, [1.0, -gamma], x, zi=held)
        stages.append(x)
    steps = -np.diff(stages, axis=0)
    rises, moves = np.maximum(steps, 0).sum(axis=0), np.abs(steps).sum(axis=0)
    out = np.zeros(len(x))
    for i in range(1, len(x)):
        out[i] = rises[i] / moves[i] if moves[i] > 1e-12 * abs(bars["close"][i]) else out[i - 1]
    return [out]


def wave_trend(bars, channel, n, signal):
    """LazyBear, WaveTrend Oscillator, 2014."""
    price = (bars["high"] + bars["low"] + bars["close"]) / 3
    average = ema(price, channel)
    spread = ema(np.abs(price - average), channel)
    wt1 = ema(ratio(price - average, 0.015 * spread), n)
    wt2 = sma(wt1, signal)
    return [wt1 + 0 * wt2, wt2]


def cyber_cycle(bars, alpha):
    """Ehlers, Cybernetic Analysis for Stocks and Futures, 2004: the recursion as a transfer function."""
    price = (bars["high"] + bars["low"]) / 2
    smooth = windows(price, 4) @ (np.array([1, 2, 2, 1]) / 6)
    start = (price - 2 * back(price, 1) + back(price, 2)) / 4
    numerator = (1 - alpha / 2) ** 2 * np.array([1.0, -2.0, 1.0])
    denominator = [1.0, -2 * (1 - alpha), (1 - alpha) ** 2]
    held = lfiltic(numerator, denominator, start[5:3:-1], smooth[5:3:-1])
    cycle, _ = lfilter(numerator, denominator, smooth[6:], zi=held)
    lead = np.full(6, np.nan)
    return [np.concatenate([lead, cycle]), np.concatenate([lead, start[5:6], cycle[:-1]])]
