// Sum of rows so far, begun anew wherever a condition is not 0, and on the first row.
//
// twin       src/indicators/volume/klinger.ts, whose `ranges` it is
// state      | has begun, last sum
// precision  the twin's bits

import { rowOf } from '../../shared/rows';

/** @param start  sum at a row that begins anew */
export function restartedSum(
  state: usize,
  count: i32,
  x: usize,
  start: usize,
  restarts: usize,
  y: usize,
): void {
  const end = rowOf(x, count);
  let sum = load<f64>(state, 8);
  let isFirst = load<f64>(state) == 0;
  while (x < end) {
    const isAnew = isFirst || load<f64>(restarts) != 0;
    sum = select<f64>(load<f64>(start), sum + load<f64>(x), isAnew);
    isFirst = false;
    store<f64>(y, sum);
    x += 8;
    start += 8;
    restarts += 8;
    y += 8;
  }
  store<f64>(state, 1);
  store<f64>(state, sum, 8);
}
