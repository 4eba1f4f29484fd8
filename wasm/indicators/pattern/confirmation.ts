// Patterns, and twice a pattern's value where one of the next bars closes beyond its level.
//
// twin       src/indicators/pattern/confirmation.ts
// state      bars within which a pattern is confirmed | the last pattern, bars left, its level
// precision  the twin's values

import { F64 } from '../../shared/rows';

const WITHIN: usize = 0;
const PENDING: usize = 8;
const BARS_LEFT: usize = 16;
const LEVEL: usize = 24;

export function confirmation(
  state: usize,
  count: i32,
  found: usize,
  upper: usize,
  lower: usize,
  close: usize,
  y: usize,
): void {
  const within = load<f64>(state, WITHIN);
  let pending = load<f64>(state, PENDING);
  let barsLeft = load<f64>(state, BARS_LEFT);
  let level = load<f64>(state, LEVEL);
  const end = y + <usize>count * F64;
  while (y < end) {
    if (barsLeft == 0 && !v128.any_true(v128.load(found))) {
      v128.store(y, f64x2.splat(0));
      found += 2 * F64;
      upper += 2 * F64;
      lower += 2 * F64;
      close += 2 * F64;
      y += 2 * F64;
      continue;
    }
    const pattern = load<f64>(found);
    let value = pattern;
    if (pattern != 0) {
      pending = pattern;
      barsLeft = within;
      level = load<f64>(pattern > 0 ? upper : lower);
    } else if (barsLeft > 0) {
      barsLeft -= 1;
      const price = load<f64>(close);
      if (pending > 0 ? price > level : price < level) {
        value = 2 * pending;
        barsLeft = 0;
      }
    }
    store<f64>(y, value);
    found += F64;
    upper += F64;
    lower += F64;
    close += F64;
    y += F64;
  }
  store<f64>(state, pending, PENDING);
  store<f64>(state, barsLeft, BARS_LEFT);
  store<f64>(state, level, LEVEL);
}
