// Mean and population variance of the last `period` rows.
//
// twin       src/indicators/primitives/window-moments.ts
// state      period | as wasm/shared/window-pair.ts says
// precision  rtol 1e-13 of the twin on the scale of the window's spread; same bits for a prefix of the input

import { rowOf } from '../../shared/rows';
import { windowPair } from '../../shared/window-pair';

/** Up to this period a window is added up anew for each row. */
const DIRECT = 8;

export function windowMoments(state: usize, count: i32, x: usize, mean: usize, variance: usize): void {
  const period = <i32>load<f64>(state);
  if (period > DIRECT) windowPair(state, count, x, mean, variance, 1, 0);
  else addWindows(x, mean, variance, count, period);
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
