// Greatest of all rows so far.
//
// twin       src/indicators/volatility/drawdown-depth.ts, whose peak it is
// state      what it begins with, then the greatest row
// precision  the twin's values; of two zeros either

import { fixed } from '../../shared/constant';
import { highTwice } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

export function runningMax(state: usize, count: i32, x: usize, y: usize): void {
  const lowest = fixed(-Infinity);
  const last = rowOf(y, count - 1);
  const end = rowOf(y, count);
  let carry = v128.load64_splat(state);
  while (y < end) {
    const a = v128.load(x);
    const b = v128.load(x, 16);
    const low = f64x2.pmax(a, v128.shuffle<f64>(lowest, a, 0, 2));
    const high = f64x2.pmax(f64x2.pmax(b, v128.shuffle<f64>(lowest, b, 0, 2)), highTwice(low));
    v128.store(y, f64x2.pmax(carry, low));
    carry = f64x2.pmax(carry, high);
    v128.store(y, carry, 16);
    carry = highTwice(carry);
    x += 32;
    y += 32;
  }
  store<f64>(state, load<f64>(last));
}
