"""What pandas-ta-classic and ta give where they mean the same as beyond_momentum.py."""

import numpy as np
import pandas as pd
import pandas_ta_classic as pta
import ta

OPTIONS = {"talib": False}


def frame(bars):
    return {name: pd.Series(column) for name, column in bars.items()}


def columns(result):
    if isinstance(result, pd.Series):
        return [result.to_numpy(float)]
    return [result[name].to_numpy(float) for name in result]


def elder_ray(bars, n):
    f = frame(bars)
    return columns(pta.eri(f["high"], f["low"], f["close"], length=n))


def vortex(bars, n):
    f = frame(bars)
    return columns(pta.vortex(f["high"], f["low"], f["close"], length=n))


def mass_index(bars, n, m):
    f = frame(bars)
    return columns(pta.massi(f["high"], f["low"], fast=n, slow=m))


def choppiness(bars, n):
    f = frame(bars)
    return columns(pta.chop(f["high"], f["low"], f["close"], length=n, **OPTIONS))


def qqe(bars, n, smooth, factor):
    level, line, *_ = columns(pta.qqe(frame(bars)["close"], length=n, smooth=smooth, factor=factor, **OPTIONS))
    return [line, level]


def tsi(bars, long, short, signal):
    return columns(pta.tsi(frame(bars)["close"], fast=short, slow=long, signal=signal))


def kst(bars, *params):
    return [ta.trend.kst(frame(bars)["close"], *params[:8]).to_numpy(), None]


def coppock(bars, long, short, n):
    return columns(pta.coppock(frame(bars)["close"], length=n, fast=short, slow=long))


def rvgi(bars, n):
    f = frame(bars)
    result = pta.rvgi(f["open"], f["high"], f["low"], f["close"], length=n, swma_length=4)
    return columns(result)[-2:]


def squeeze_momentum(bars, bb, dev, kc, times):
    f = frame(bars)
    result = pta.squeeze(
        f["high"], f["low"], f["close"], lazybear=True, bb_length=bb, bb_std=dev, kc_length=kc, kc_scalar=times, **OPTIONS
    )
    return [columns(result)[0], None]


def awesome_oscillator(bars, fast, slow):
    f = frame(bars)
    return [ta.momentum.AwesomeOscillatorIndicator(f["high"], f["low"], fast, slow).awesome_oscillator().to_numpy()]


def dpo(bars, n):
    return columns(pta.dpo(frame(bars)["close"], length=n, centered=False))


def psl(bars, n):
    return columns(pta.psl(frame(bars)["close"], length=n))


def bias(bars, n):
    return [100 * column for column in columns(pta.bias(frame(bars)["close"], length=n))]


def laguerre_rsi(bars, gamma):
    return [column / 100 for column in columns(pta.lrsi(frame(bars)["close"], gamma=gamma))]


def pvo(bars, fast, slow, signal):
    value, histogram, average = columns(pta.pvo(frame(bars)["volume"], fast=fast, slow=slow, signal=signal))
    return [value, average, histogram]


def volume_oscillator(bars, fast, slow):
    return columns(pta.vosc(frame(bars)["volume"], fast=fast, slow=slow))


def cmf(bars, n):
    f = frame(bars)
    return columns(pta.cmf(f["high"], f["low"], f["close"], f["volume"], length=n))


def force_index(bars, n):
    f = frame(bars)
    return columns(pta.efi(f["close"], f["volume"], length=n))


def pvt(bars):
    f = frame(bars)
    return [ta.volume.volume_price_trend(f["close"], f["volume"]).to_numpy()]


def nvi(bars):
    f = frame(bars)
    return [ta.volume.negative_volume_index(f["close"], f["volume"]).to_numpy()]


def ease_of_movement(bars, n, scale):
    f = frame(bars)
    return columns(pta.eom(f["high"], f["low"], f["close"], f["volume"], length=n, divisor=scale))


def vwmacd(bars, fast, slow, signal):
    f = frame(bars)
    value, *_ = columns(pta.vwmacd(f["close"], f["volume"], fast=fast, slow=slow, signal=signal))
    return [value, None, None]


def efficiency_ratio(bars, n):
    return columns(pta.er(frame(bars)["close"], length=n))


def vhf(bars, n):
    return columns(pta.vhf(frame(bars)["close"], length=n))


def qstick(bars, n):
    f = frame(bars)
    return columns(pta.qstick(f["open"], f["close"], length=n))


def cti(bars, n):
    return columns(pta.cti(frame(bars)["close"], length=n))


def brar(bars, n):
    f = frame(bars)
    return columns(pta.brar(f["open"], f["high"], f["low"], f["close"], length=n))


def wad(bars):
    f = frame(bars)
    return columns(pta.wad(f["high"], f["low"], f["close"]))


def bw_mfi(bars):
    f = frame(bars)
    return columns(pta.marketfi(f["high"], f["low"], f["volume"]))


NAMES = (
    "elder_ray vortex mass_index choppiness qqe tsi kst coppock rvgi squeeze_momentum awesome_oscillator dpo psl bias"
    " laguerre_rsi pvo volume_oscillator cmf force_index pvt nvi ease_of_movement vwmacd"
    " efficiency_ratio vhf qstick cti brar wad bw_mfi"
)
CHECKS = {name: globals()[name] for name in NAMES.split()}
