// Rows that a series has risen (above 0) or fallen (below 0) without a break.
//
// twin       src/indicators/momentum/connors-rsi.ts, whose `continued` it is
// state      value of the first row | has begun, last value
// precision  the twin's values

import { rowOf } from '../../shared/rows';

const BEGUN: usize = 8;
const LAST: usize = 16;

export function streak(state: usize, count: i32, x: usize, y: usize): void {
  const end = rowOf(x, count);
  let value = load<f64>(state, LAST);
  if (load<f64>(state, BEGUN) == 0) {
    store<f64>(state, 1, BEGUN);
    value = load<f64>(state);
    store<f64>(y, value);
    x += 8;
    y += 8;
  }
  while (x < end) {
    const now = load<f64>(x);
    const before = load<f64>(x - 8);
    const up = max(value, 0) + 1;
    const down = min(value, 0) - 1;
    value = select<f64>(up, select<f64>(down, 0, now < before), now > before);
    store<f64>(y, value);
    x += 8;
    y += 8;
  }
  store<f64>(state, value, LAST);
}
