// The filter `y = keep * y[1] + weight * x` from 0 on, set to `held` on the side where it goes beyond `edge`.
//
// twin       src/indicators/momentum/fisher.ts
// state      keep, weight, edge, held | last value
// precision  the twin's bits

import { rowOf } from '../../shared/rows';

const LAST: usize = 32;

export function heldFilter(state: usize, count: i32, x: usize, y: usize): void {
  const keep = load<f64>(state);
  const weight = load<f64>(state, 8);
  const edge = load<f64>(state, 16);
  const held = load<f64>(state, 24);
  const end = rowOf(x, count);
  let value = load<f64>(state, LAST);
  while (x < end) {
    const moved = weight * load<f64>(x) + keep * value;
    value = select<f64>(held, select<f64>(-held, moved, moved < -edge), moved > edge);
    store<f64>(y, value);
    x += 8;
    y += 8;
  }
  store<f64>(state, value, LAST);
}
