// Average that moves by `(rate * y / x)^4` of the distance, or to the row itself where that is more than all of it.
//
// twin       src/indicators/overlap/mcginley.ts
// state      rows of the first mean, rate | rows taken, sum of the first rows, then the last value
// precision  rtol 1e-13 of the twin

import { rowOf } from '../../shared/rows';

const TAKEN: usize = 16;
const LEVEL: usize = 24;

export function mcginley(state: usize, count: i32, x: usize, y: usize): void {
  const first = load<f64>(state);
  const rate = load<f64>(state, 8);
  const end = rowOf(y, count);
  let taken = load<f64>(state, TAKEN);
  let level = load<f64>(state, LEVEL);
  while (taken < first && y < end) {
    level += load<f64>(x);
    taken += 1;
    if (taken == first) {
      level /= first;
      store<f64>(y, level);
    }
    x += 8;
    y += 8;
  }
  store<f64>(state, taken, TAKEN);
  while (y < end) {
    const row = load<f64>(x);
    const ratio = level * (rate / row);
    const square = ratio * ratio;
    const weight = square * square;
    if (level == 0 || weight > 1) level = row;
    else level += weight * (row - level);
    store<f64>(y, level);
    x += 8;
    y += 8;
  }
  store<f64>(state, level, LEVEL);
}
