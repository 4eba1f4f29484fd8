import { lowTwice, shiftedDown } from './lanes';
import { rowOf } from './rows';

/**
 * Writes to `suffix[i]` the sum of rows `[i, rows)`, in groups of four from the last row on: up to three rows before the
 * first are read and written, too. `suffix[rows]` and what follows stay as they are.
 */
export function suffixSums(x: usize, rows: i32, suffix: usize): void {
  let carry = f64x2.splat(0);
  for (let i = rows - 4; i > -4; i -= 4) {
    const a = v128.load(rowOf(x, i));
    const b = v128.load(rowOf(x, i + 2));
    const high = f64x2.add(b, shiftedDown(b));
    const low = f64x2.add(f64x2.add(a, shiftedDown(a)), lowTwice(high));
    v128.store(rowOf(suffix, i + 2), f64x2.add(carry, high));
    carry = f64x2.add(carry, low);
    v128.store(rowOf(suffix, i), carry);
    carry = lowTwice(carry);
  }
}
