import { lowTwice, shiftedDown } from './lanes';
import { rowOf } from './rows';

/**
 * Writes to `suffix[i]` the sum of rows `[i, rows)`, in groups of four from the last row on: up to three rows before the
 * first are read and written, too. `suffix[rows]`, which is 0, and what follows stay as they are.
 *
 * Pairs are written at odd rows, as they are read from row 1 on: a vector of two that were written apart, and not long
 * ago, would have to wait for both.
 */
export function suffixSums(x: usize, rows: i32, suffix: usize): void {
  let carry = f64x2.splat(0);
  let i = rows - 4;
  if ((rows & 1) == 0) {
    i = rows - 3;
    carry = group(rowOf(x, i), v128.load64_zero(rowOf(x, rows - 1)), carry, rowOf(suffix, i));
    i -= 4;
  }
  for (; i > -4; i -= 4) carry = group(rowOf(x, i), v128.load(rowOf(x, i + 2)), carry, rowOf(suffix, i));
}

/** Four rows, the last two of them given, in front of those that `carry` is the sum of; answers the sum of all. */
function group(x: usize, b: v128, carry: v128, suffix: usize): v128 {
  const a = v128.load(x);
  const high = f64x2.add(b, shiftedDown(b));
  const low = f64x2.add(f64x2.add(a, shiftedDown(a)), lowTwice(high));
  v128.store(suffix, f64x2.add(carry, high), 16);
  const sum = f64x2.add(carry, low);
  v128.store(suffix, sum);
  return lowTwice(sum);
}
