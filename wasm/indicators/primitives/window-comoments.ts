// Population variances and covariance of the last `period` pairs of rows; `windowCorrelation` their correlation, 0
// where the product of the two sums of squares is below 1e-14; `windowSlope` the slope of `y` on `x`, 0
// where 25 times the variance of `x` is below 1e-14; `exactComoments` the means, too.
//
// twin       src/indicators/primitives/window-comoments.ts
// state      period | rows so far, at most `period`, and sums [17]
//            `exactComoments`: period | place in the chunk, anchors [2], sums of the chunk so far [6], suffix sums of
//            the chunk before [6 * (period + 1)]; sums are of x, y, x * x, y * y, x * y, and one that is not used
// precision  rtol 1e-12 of the twin on the scale of the window's spread, `exactComoments` the twin's bits; same bits for
//            a prefix of the input

import { fixed } from '../../shared/constant';
import { slopeOfFive } from '../../shared/five-rows';
import { rowOf } from '../../shared/rows';
import { Correlation, firstComoments, Moments, slidingComoments } from '../../shared/sliding-comoments';

const ROWS: usize = 8;
const SUMS: usize = 16;

/** A 20-fold sum of squares of five rows below which their 25-fold variance is 0: TA-Lib's zero test. */
const STILL: f64 = 4e-14;
/** Up to this period a window is added up anew for each row. */
const DIRECT = 8;

export function windowComoments(
  state: usize,
  count: i32,
  x: usize,
  y: usize,
  varianceX: usize,
  varianceY: usize,
  covariance: usize,
): void {
  const period = <i32>load<f64>(state);
  if (period <= DIRECT) addWindows(count, period, x, y, varianceX, varianceY, covariance);
  else slide<Moments>(state, count, period, x, y, varianceX, varianceY, covariance);
}

/** For periods from 9 on. */
export function windowCorrelation(state: usize, count: i32, x: usize, y: usize, correlation: usize): void {
  slide<Correlation>(state, count, <i32>load<f64>(state), x, y, correlation, correlation, correlation);
}

/** For the period 5. */
export function windowSlope(state: usize, count: i32, x: usize, y: usize, slope: usize): void {
  slopeOfFive(count, x, y, STILL, slope);
}

/** From the first whole window on. */
function slide<What>(
  state: usize,
  count: i32,
  period: i32,
  x: usize,
  y: usize,
  first: usize,
  second: usize,
  joint: usize,
): void {
  const before = <i32>load<f64>(state, ROWS);
  store<f64>(state, <f64>min(period, before + count), ROWS);
  const missing = period - before;
  if (missing > count) return;
  const sums = state + SUMS;
  if (missing > 0) {
    const last = missing - 1;
    firstComoments<What>(
      sums,
      period,
      rowOf(x, last),
      rowOf(y, last),
      rowOf(first, last),
      rowOf(second, last),
      rowOf(joint, last),
    );
  }
  slidingComoments<What>(
    sums,
    count - missing,
    period,
    rowOf(x, missing),
    rowOf(y, missing),
    rowOf(first, missing),
    rowOf(second, missing),
    rowOf(joint, missing),
  );
}

/** Each window by itself, deviations measured from its last pair. */
function addWindows(
  rows: i32,
  period: i32,
  x: usize,
  y: usize,
  varianceX: usize,
  varianceY: usize,
  covariance: usize,
): void {
  const share = fixed(1 / <f64>period);
  const back = (<usize>(period - 1)) << 3;
  const end = rowOf(x, rows);
  while (x < end) {
    const levelX = v128.load(x);
    const levelY = v128.load(y);
    let sumX = f64x2.splat(0);
    let sumY = sumX;
    let squaresX = sumX;
    let squaresY = sumX;
    let products = sumX;
    for (let age = back; age > 0; age -= 8) {
      const dx = f64x2.sub(v128.load(x - age), levelX);
      const dy = f64x2.sub(v128.load(y - age), levelY);
      sumX = f64x2.add(sumX, dx);
      sumY = f64x2.add(sumY, dy);
      squaresX = f64x2.add(squaresX, f64x2.mul(dx, dx));
      squaresY = f64x2.add(squaresY, f64x2.mul(dy, dy));
      products = f64x2.add(products, f64x2.mul(dx, dy));
    }
    sumX = f64x2.mul(sumX, share);
    sumY = f64x2.mul(sumY, share);
    v128.store(varianceX, f64x2.sub(f64x2.mul(squaresX, share), f64x2.mul(sumX, sumX)));
    v128.store(varianceY, f64x2.sub(f64x2.mul(squaresY, share), f64x2.mul(sumY, sumY)));
    v128.store(covariance, f64x2.sub(f64x2.mul(products, share), f64x2.mul(sumX, sumY)));
    x += 16;
    y += 16;
    varianceX += 16;
    varianceY += 16;
    covariance += 16;
  }
}

const PLACE: usize = 8;
const ANCHOR: usize = 16;
const PREFIX: usize = 32;
const SUFFIX: usize = 80;
const ENTRY: usize = 48;

export function exactComoments(
  state: usize,
  count: i32,
  x: usize,
  y: usize,
  meanX: usize,
  meanY: usize,
  varianceX: usize,
  varianceY: usize,
  covariance: usize,
): void {
  const period = <i32>load<f64>(state);
  const length = fixed(<f64>period);
  let place = <i32>load<f64>(state, PLACE);
  let anchor = v128.load(state, ANCHOR);
  let sums = v128.load(state, PREFIX);
  let squares = v128.load(state, PREFIX + 16);
  let product = v128.load(state, PREFIX + 32);
  let suffix = state + SUFFIX + <usize>(place + 1) * ENTRY;
  for (let at: usize = 0; at < (<usize>count) << 3; at += 8) {
    const d = f64x2.sub(pairAt(x + at, y + at), anchor);
    sums = f64x2.add(sums, d);
    squares = f64x2.add(squares, f64x2.mul(d, d));
    product = f64x2.add(product, f64x2.mul(d, swapped(d)));
    place++;
    if (place == period) {
      const first = at - ((<usize>(period - 1)) << 3);
      anchor = lastFinite(x + first, y + first, period);
      suffixSums(x + first, y + first, period, anchor, state + SUFFIX);
      place = 0;
      suffix = state + SUFFIX;
      sums = f64x2.splat(0);
      squares = sums;
      product = sums;
    }
    const means = f64x2.div(f64x2.add(v128.load(suffix), sums), length);
    const spread = f64x2.sub(
      f64x2.div(f64x2.add(v128.load(suffix, 16), squares), length),
      f64x2.mul(means, means),
    );
    const joint = f64x2.sub(
      f64x2.div(f64x2.add(v128.load(suffix, 32), product), length),
      f64x2.mul(means, swapped(means)),
    );
    const levels = f64x2.add(anchor, means);
    v128.store64_lane(meanX + at, levels, 0);
    v128.store64_lane(meanY + at, levels, 1);
    v128.store64_lane(varianceX + at, spread, 0);
    v128.store64_lane(varianceY + at, spread, 1);
    v128.store64_lane(covariance + at, joint, 0);
    suffix += ENTRY;
  }
  store<f64>(state, <f64>place, PLACE);
  v128.store(state, anchor, ANCHOR);
  v128.store(state, sums, PREFIX);
  v128.store(state, squares, PREFIX + 16);
  v128.store(state, product, PREFIX + 32);
}

function pairAt(x: usize, y: usize): v128 {
  return v128.load64_lane(y, v128.load64_zero(x), 1);
}

function swapped(v: v128): v128 {
  return v128.shuffle<f64>(v, v, 1, 0);
}

/** The last of so many pairs that is finite; 0 where none is. */
function lastFinite(x: usize, y: usize, rows: i32): v128 {
  for (let i = rows - 1; i >= 0; i--) {
    if (isFinite(load<f64>(rowOf(x, i)) + load<f64>(rowOf(y, i)))) return pairAt(rowOf(x, i), rowOf(y, i));
  }
  return f64x2.splat(0);
}

/** Sums of rows `[i, rows)` in entry `i`. */
function suffixSums(x: usize, y: usize, rows: i32, anchor: v128, suffix: usize): void {
  let sums = f64x2.splat(0);
  let squares = sums;
  let product = sums;
  for (let i = rows - 1; i >= 0; i--) {
    const d = f64x2.sub(pairAt(rowOf(x, i), rowOf(y, i)), anchor);
    sums = f64x2.add(sums, d);
    squares = f64x2.add(squares, f64x2.mul(d, d));
    product = f64x2.add(product, f64x2.mul(d, swapped(d)));
    const entry = suffix + <usize>i * ENTRY;
    v128.store(entry, sums);
    v128.store(entry, squares, 16);
    v128.store(entry, product, 32);
  }
}
