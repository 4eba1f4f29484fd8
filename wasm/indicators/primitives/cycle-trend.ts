// Mean of the last dominant cycle, smoothed over four rows.
//
// twin       src/indicators/primitives/cycle-trend.ts
// state      | the last three means, newest first
// precision  rtol 1e-14 of the twin

import { at, rowOf } from '../../shared/rows';

export function cycleTrend(state: usize, count: i32, x: usize, cycle: usize, trend: usize): void {
  let mean1 = at(state, 0);
  let mean2 = at(state, 1);
  let mean3 = at(state, 2);
  for (let i = 0; i < count; i++) {
    const mean = meanOf(rowOf(x, i), <i32>Math.floor(at(cycle, i) + 0.5));
    store<f64>(rowOf(trend, i), (4 * mean + 3 * mean1 + 2 * mean2 + mean3) / 10);
    mean3 = mean2;
    mean2 = mean1;
    mean1 = mean;
  }
  store<f64>(state, mean1);
  store<f64>(state, mean2, 8);
  store<f64>(state, mean3, 16);
}

/** Mean of `length` rows, the last at `x`; 0 of none. */
function meanOf(x: usize, length: i32): f64 {
  if (length == 0) return 0;
  let row = rowOf(x, -length) + 8;
  let even = f64x2.splat(0);
  let odd = even;
  while (row + 24 <= x) {
    even = f64x2.add(even, v128.load(row));
    odd = f64x2.add(odd, v128.load(row, 16));
    row += 32;
  }
  const sums = f64x2.add(even, odd);
  let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  while (row <= x) {
    sum += load<f64>(row);
    row += 8;
  }
  return sum / <f64>length;
}
