// Population variances and covariance of the last `period` pairs of rows; `windowCorrelation` their correlation, 0
// where the product of the two sums of squares is below 1e-14.
//
// twin       src/indicators/primitives/window-comoments.ts
// state      period | rows so far, at most `period`, and sums [17]
// precision  rtol 1e-12 of the twin on the scale of the window's spread; same bits for a prefix of the input

import { rowOf } from '../../shared/rows';
import { firstComoments, slidingComoments } from '../../shared/sliding-comoments';

const ROWS: usize = 8;
const SUMS: usize = 16;

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
  else slide(state, count, period, false, x, y, varianceX, varianceY, covariance);
}

/** For periods from 9 on. */
export function windowCorrelation(state: usize, count: i32, x: usize, y: usize, correlation: usize): void {
  slide(state, count, <i32>load<f64>(state), true, x, y, correlation, correlation, correlation);
}

/** From the first whole window on. */
function slide(
  state: usize,
  count: i32,
  period: i32,
  isCorrelation: bool,
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
    firstComoments(
      sums,
      period,
      isCorrelation,
      rowOf(x, last),
      rowOf(y, last),
      rowOf(first, last),
      rowOf(second, last),
      rowOf(joint, last),
    );
  }
  slidingComoments(
    sums,
    count - missing,
    period,
    isCorrelation,
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
  const share = f64x2.splat(1 / <f64>period);
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
