// Mean and population variance, never negative, of the last `period` rows; `windowVariance` the variance alone, `windowDeviation` its root
// times a factor, 0 below a least variance; `windowBands` bands at such distances from the mean.
//
// twin       src/indicators/primitives/window-moments.ts
// state      period | where windows slide: rows so far, at most `period`, and sums; else as wasm/shared/window-pair.ts
//            says. windowDeviation: least variance and factor before it; windowBands: period, least variance, factor
//            above and below, for period 5 and from 9 to 1024
// precision  rtol 1e-13 of the twin on the scale of the window's spread; same bits for a prefix of the input

import { fixed } from '../../shared/constant';
import { Bands, Deviation, MeanAndVariance, momentsOfFive, rootOf, Variance } from '../../shared/five-rows';
import { rowOf } from '../../shared/rows';
import { firstVariance, MOST_SLIDING, slidingVariance } from '../../shared/sliding-variance';
import { windowPair } from '../../shared/window-pair';

const ROWS: usize = 8;
const SUMS: usize = 16;
/** Bytes before the state of a kernel that takes roots. */
const ROOT_SETTINGS: usize = 16;
/** Bytes of settings of `windowBands` after the period. */
const BAND_SETTINGS: usize = 24;

/** Up to this period a window is added up anew for each row. */
const DIRECT = 8;

export function windowMoments(state: usize, count: i32, x: usize, mean: usize, variance: usize): void {
  const period = <i32>load<f64>(state);
  if (period == 5) momentsOfFive<MeanAndVariance>(count, x, mean, variance, 0, 0, 0, 0);
  else if (period <= DIRECT) addWindows(x, mean, variance, count, period);
  else if (period <= MOST_SLIDING) {
    slideWindow<MeanAndVariance>(state, count, period, x, mean, variance, 0, 0);
  } else windowPair(state, count, x, mean, variance);
}

/** Each mean is written where its variance is written next. */
export function windowVariance(state: usize, count: i32, x: usize, variance: usize): void {
  if (load<f64>(state) == 5) momentsOfFive<Variance>(count, x, 0, variance, 0, 0, 0, 0);
  else windowMoments(state, count, x, variance, variance);
}

export function windowDeviation(state: usize, count: i32, x: usize, deviation: usize): void {
  const least = load<f64>(state);
  const factor = load<f64>(state, 8);
  const moments = state + ROOT_SETTINGS;
  if (load<f64>(moments) == 5) {
    momentsOfFive<Deviation>(count, x, 0, deviation, least, factor, 0, 0);
    return;
  }
  windowVariance(moments, count, x, deviation);
  takeRoots(deviation, count, least, factor);
}

export function windowBands(
  state: usize,
  count: i32,
  x: usize,
  upper: usize,
  middle: usize,
  lower: usize,
): void {
  const period = <i32>load<f64>(state);
  if (period != 5) {
    slideWindow<Bands>(state + BAND_SETTINGS, count, period, x, middle, lower, upper, state + 8);
    return;
  }
  const up = load<f64>(state, 16);
  const down = load<f64>(state, 24);
  momentsOfFive<Bands>(count, x, middle, lower, load<f64>(state, 8), down, upper, up);
}

function takeRoots(rows: usize, count: i32, least: f64, factor: f64): void {
  const leasts = fixed(least);
  const factors = fixed(factor);
  const end = rowOf(rows, count);
  while (rows < end) {
    v128.store(rows, rootOf(v128.load(rows), leasts, factors));
    rows += 16;
  }
}

/** From the first whole window on. */
function slideWindow<What>(
  state: usize,
  count: i32,
  period: i32,
  x: usize,
  mean: usize,
  spread: usize,
  upper: usize,
  bands: usize,
): void {
  const before = <i32>load<f64>(state, ROWS);
  store<f64>(state, <f64>min(period, before + count), ROWS);
  const missing = period - before;
  if (missing > count) return;
  const sums = state + SUMS;
  const done = (<usize>missing) << 3;
  if (missing > 0) {
    const first = done - 8;
    firstVariance<What>(sums, period, x + first, mean + first, spread + first, upper + first, bands);
  }
  slidingVariance<What>(
    sums,
    count - missing,
    period,
    x + done,
    mean + done,
    spread + done,
    upper + done,
    bands,
  );
}

/** Each window by itself, deviations measured from its last row. */
function addWindows(x: usize, mean: usize, variance: usize, rows: i32, period: i32): void {
  const zero = f64x2.splat(0);
  const share = fixed(1 / <f64>period);
  const back = (<usize>(period - 1)) << 3;
  const end = rowOf(x, rows);
  while (x < end) {
    const low = v128.load(x);
    const high = v128.load(x, 16);
    let row = x - back;
    let a = f64x2.splat(0);
    let b = a;
    let aa = a;
    let bb = a;
    while (row < x) {
      const c = f64x2.sub(v128.load(row), low);
      const d = f64x2.sub(v128.load(row, 16), high);
      a = f64x2.add(a, c);
      b = f64x2.add(b, d);
      aa = f64x2.add(aa, f64x2.mul(c, c));
      bb = f64x2.add(bb, f64x2.mul(d, d));
      row += 8;
    }
    a = f64x2.mul(a, share);
    b = f64x2.mul(b, share);
    v128.store(mean, f64x2.add(low, a));
    v128.store(mean, f64x2.add(high, b), 16);
    v128.store(variance, f64x2.pmax(f64x2.sub(f64x2.mul(aa, share), f64x2.mul(a, a)), zero));
    v128.store(variance, f64x2.pmax(f64x2.sub(f64x2.mul(bb, share), f64x2.mul(b, b)), zero), 16);
    x += 32;
    mean += 32;
    variance += 32;
  }
}
