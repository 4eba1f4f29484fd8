// One series whose first row is that of another.
//
// twin       src/indicators/primitives/average-true-range.ts, which takes the first bar's own range like this
// state      | rows taken, up to 1
// precision  the bits of its inputs

import { rowOf } from '../../shared/rows';

export function begunWith(state: usize, count: i32, first: usize, rest: usize, y: usize): void {
  const start = y;
  const end = rowOf(y, count);
  while (y < end) {
    v128.store(y, v128.load(rest));
    v128.store(y, v128.load(rest, 16), 16);
    rest += 32;
    y += 32;
  }
  if (load<f64>(state) != 0) return;
  store<f64>(start, load<f64>(first));
  store<f64>(state, 1);
}
