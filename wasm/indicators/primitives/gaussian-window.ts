// Sum of the last rows, each times the weight of its age.
//
// twin       src/indicators/primitives/gaussian-window.ts
// state      number of rows, weight of each from the newest on
// precision  the twin's bits

import { rowOf } from '../../shared/rows';

const WEIGHTS: usize = 8;

export function weightedRows(state: usize, count: i32, x: usize, y: usize): void {
  const last = rowOf(state + WEIGHTS, <i32>load<f64>(state));
  const end = rowOf(y, count);
  while (y < end) {
    let row = x;
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    for (let at = state + WEIGHTS; at < last; at += 8) {
      const weight = v128.load64_splat(at);
      a = f64x2.add(a, f64x2.mul(weight, v128.load(row)));
      b = f64x2.add(b, f64x2.mul(weight, v128.load(row, 16)));
      c = f64x2.add(c, f64x2.mul(weight, v128.load(row, 32)));
      d = f64x2.add(d, f64x2.mul(weight, v128.load(row, 48)));
      row -= 8;
    }
    v128.store(y, a);
    v128.store(y, b, 16);
    if (y + 32 < end) {
      v128.store(y, c, 32);
      v128.store(y, d, 48);
    }
    x += 64;
    y += 64;
  }
}
