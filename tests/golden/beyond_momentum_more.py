"""Further published formulas of momentum and volume, for beyond_momentum.py."""

import numpy as np
from beyond_momentum_windows import (
    back, change, ema, highest, lowest, ratio, rsi, sma, total, windows,
)
from scipy.signal import lfilter


def efficiency_ratio(bars, n):
    """Kaufman, Trading Systems and Methods: distance over way."""
    close = bars["close"]
    return [ratio(np.abs(change(close, n)), total(np.abs(change(close)), n))]


def vhf(bars, n):
    """White, Vertical Horizontal Filter, 1991."""
    close = bars["close"]
    return [ratio(highest(close, n) - lowest(close, n), total(np.abs(change(close)), n))]


def qstick(bars, n):
    return [sma(bars["close"] - bars["open"], n)]


def cti(bars, n):
    """Ehlers, Correlation as a Trend Indicator, 2020."""
    out = np.full(len(bars["close"]), np.nan)
    for i, window in enumerate(windows(bars["close"], n)):
        if not np.isnan(window).any():
            out[i] = 0.0 if np.ptp(window) == 0 else np.corrcoef(np.arange(n), window)[0, 1]
    return [out]


def pfe(bars, n, smooth):
    """Hannula, Polarized Fractal Efficiency, 1994."""
    close = bars["close"]
    way = total(np.hypot(change(close), 1), n)
    return [ema(100 * np.sign(change(close, n)) * np.hypot(change(close, n), n) / way, smooth)]


def trend_intensity(bars, major, minor):
    """Pee, Trend Intensity Index, 2002."""
    deviations = bars["close"] - sma(bars["close"], major)
    up, down = total(np.maximum(deviations, 0), minor), total(np.maximum(-deviations, 0), minor)
    return [100 * ratio(up, up + down, 0.5)]


def kdj(bars, n, k_n, d_n):
    """k and d as transfer functions that start from 50."""
    low = lowest(bars["low"], n)
    raw = 100 * ratio(bars["close"] - low, highest(bars["high"], n) - low, 0.5)[n - 1 :]
    lead = np.full(n - 1, np.nan)
    lines = [raw]
    for length in (k_n, d_n):
        lines.append(50 + lfilter([1 / length], [1, 1 / length - 1], lines[-1] - 50))
    k, d = (np.concatenate([lead, line]) for line in lines[1:])
    return [k, d, 3 * k - 2 * d]


def brar(bars, n):
    before = back(bars["close"], 1)
    ar = ratio(total(bars["high"] - bars["open"], n), total(bars["open"] - bars["low"], n), 1.0)
    up, down = np.maximum(bars["high"] - before, 0), np.maximum(before - bars["low"], 0)
    br = ratio(total(up, n), total(down, n), 1.0)
    return [100 * ar + 0 * br, 100 * br]


def vix_fix(bars, n):
    """Williams, The VIX Fix, 2007."""
    top = highest(bars["close"], n)
    return [100 * (top - bars["low"]) / top]


def cog(bars, n):
    """Ehlers, The CG Oscillator, 2002."""
    window = windows(bars["close"], n)
    return [-(window @ np.arange(n, 0, -1.0)) / window.sum(axis=1)]


def derivative_oscillator(bars, n, first, second, signal):
    """Brown, Technical Analysis for the Trading Professional, 1999."""
    smooth = ema(ema(rsi(bars["close"], n), first), second)
    return [smooth - sma(smooth, signal)]


def elder_impulse(bars, n, fast, slow, signal):
    """Elder, Come into My Trading Room, 2002."""
    line = ema(bars["close"], fast) - ema(bars["close"], slow)
    signs = np.sign(change(ema(bars["close"], n))) + np.sign(change(line - ema(line, signal)))
    return [np.trunc(signs / 2)]


def wad(bars):
    """Williams' accumulation and distribution, as in Achelis, 1995."""
    close, before = bars["close"], back(bars["close"], 1)
    reach = np.where(close > before, np.fmin(bars["low"], before), np.fmax(bars["high"], before))
    moves = np.where(change(close) == 0, 0.0, close - reach)
    return [np.cumsum(np.concatenate([[0.0], moves[1:]]))]


def bw_mfi(bars):
    return [ratio(bars["high"] - bars["low"], bars["volume"])]


def relative_volume(bars, n):
    return [ratio(bars["volume"], back(sma(bars["volume"], n), 1))]


def vfi(bars, n, coefficient, most, smooth):
    """Katsanos, Using Money Flow to Stay with the Trend, 2004."""
    typical = (bars["high"] + bars["low"] + bars["close"]) / 3
    spread = windows(change(np.log(typical)), 30).std(axis=1)
    cutoff = coefficient * spread * bars["close"]
    usual = back(sma(bars["volume"], n), 1)
    counted = np.minimum(bars["volume"], most * usual)
    moves = change(typical)
    flow = np.where(moves > cutoff, counted, np.where(moves < -cutoff, -counted, 0.0)) + 0 * (cutoff + usual)
    return [ema(ratio(total(flow, n), usual), smooth)]


def vzo(bars, n):
    """Khalil, The Volume Zone Oscillator, 2009."""
    return [100 * ratio(ema(np.sign(change(bars["close"])) * bars["volume"], n), ema(np.where(np.isnan(change(bars["close"])), np.nan, bars["volume"]), n))]
