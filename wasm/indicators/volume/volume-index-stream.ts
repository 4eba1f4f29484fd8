// Product of all rows so far, begun with a number.
//
// twin       src/indicators/volume/volume-index-stream.ts
// state      start | has begun, last product
// precision  the twin's bits

import { rowOf } from '../../shared/rows';

const BEGUN: usize = 8;
const LAST: usize = 16;

export function runningProduct(state: usize, count: i32, x: usize, y: usize): void {
  const end = rowOf(x, count);
  let product = load<f64>(state, BEGUN) == 0 ? load<f64>(state) : load<f64>(state, LAST);
  while (x < end) {
    product *= load<f64>(x);
    store<f64>(y, product);
    x += 8;
    y += 8;
  }
  store<f64>(state, 1, BEGUN);
  store<f64>(state, product, LAST);
}
