// Mean and population variance of the last `period` rows.
//
// twin       src/indicators/primitives/window-moments.ts
// state      period | where windows slide: rows so far, at most `period`, and sums; else as
//            wasm/shared/window-pair.ts says
// precision  rtol 1e-13 of the twin on the scale of the window's spread; same bits for a prefix of the input

import { momentsOfFive } from '../../shared/five-rows';
import { rowOf } from '../../shared/rows';
import { firstVariance, MOST_SLIDING, slidingVariance } from '../../shared/sliding-variance';
import { windowPair } from '../../shared/window-pair';

const ROWS: usize = 8;
const SUMS: usize = 16;

/** Up to this period a window is added up anew for each row. */
const DIRECT = 8;

export function windowMoments(state: usize, count: i32, x: usize, mean: usize, variance: usize): void {
  const period = <i32>load<f64>(state);
  if (period == 5) momentsOfFive(count, x, mean, variance);
  else if (period <= DIRECT) addWindows(x, mean, variance, count, period);
  else if (period <= MOST_SLIDING) slideWindow(state, count, period, x, mean, variance);
  else windowPair(state, count, x, mean, variance);
}

/** From the first whole window on. */
function slideWindow(state: usize, count: i32, period: i32, x: usize, mean: usize, variance: usize): void {
  const before = <i32>load<f64>(state, ROWS);
  store<f64>(state, <f64>min(period, before + count), ROWS);
  const missing = period - before;
  if (missing > count) return;
  if (missing > 0) {
    const first = missing - 1;
    firstVariance(state + SUMS, period, rowOf(x, first), rowOf(mean, first), rowOf(variance, first));
  }
  slidingVariance(
    state + SUMS,
    count - missing,
    period,
    rowOf(x, missing),
    rowOf(mean, missing),
    rowOf(variance, missing),
  );
}

/** Each window by itself, deviations measured from its last row. */
function addWindows(x: usize, mean: usize, variance: usize, rows: i32, period: i32): void {
  const share = f64x2.splat(1 / <f64>period);
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
    v128.store(variance, f64x2.sub(f64x2.mul(aa, share), f64x2.mul(a, a)));
    v128.store(variance, f64x2.sub(f64x2.mul(bb, share), f64x2.mul(b, b)), 16);
    x += 32;
    mean += 32;
    variance += 32;
  }
}
