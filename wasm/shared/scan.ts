import { lowTwice, shiftedDown } from './lanes';
import { at, rowOf } from './rows';

/** Writes to `suffix[i]` the sum of rows `[i, rows)`; `suffix[rows]` and the three after it stay as they are. */
export function suffixSums(real: usize, rows: i32, suffix: usize): void {
  const rest = rows & 3;
  let carry = f64x2.splat(0);
  for (let i = rows - 4; i >= rest; i -= 4) {
    const a = v128.load(rowOf(real, i));
    const b = v128.load(rowOf(real, i + 2));
    const high = f64x2.add(b, shiftedDown(b));
    const low = f64x2.add(f64x2.add(a, shiftedDown(a)), lowTwice(high));
    v128.store(rowOf(suffix, i + 2), f64x2.add(carry, high));
    carry = f64x2.add(carry, low);
    v128.store(rowOf(suffix, i), carry);
    carry = lowTwice(carry);
  }
  let sum = f64x2.extract_lane(carry, 0);
  for (let i = rest - 1; i >= 0; i--) {
    sum += at(real, i);
    store<f64>(rowOf(suffix, i), sum);
  }
}
