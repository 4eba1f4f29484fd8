// Simple Moving Average.
//
// twin       src/indicators/overlap/sma.ts, whose docstring defines the result
// in         real f64[length], period >= 1
// out        value f64[length]; scratch f64[period + 4]
// precision  rtol 1e-12 of the twin; same bits for a prefix of the input

import { highTwice, shiftedUp } from '../../shared/lanes';
import { at, fillWarmUp, firstNumber, rowOf } from '../../shared/rows';
import { suffixSums } from '../../shared/scan';

/** Up to this period a window is added up anew for each row. */
const DIRECT = 6;

export function sma(real: usize, length: i32, period: i32, value: usize, scratch: usize): void {
  const begin = firstNumber(real, length);
  fillWarmUp(value, begin + period - 1, length);
  if (period <= DIRECT) {
    sumWindows(real, begin, length, period, value);
    return;
  }
  const share = 1.0 / <f64>period;
  memory.fill(scratch, 0, (period + 4) << 3);
  for (let block = begin; block < length; block += period) {
    const rows = min(period, length - block);
    if (block == begin) {
      if (rows == period)
        store<f64>(rowOf(value, block + period - 1), sumOf(rowOf(real, block), period) * share);
    } else {
      combine(rowOf(real, block), rows, rowOf(scratch, 1), rowOf(value, block), share);
    }
    if (rows == period) suffixSums(rowOf(real, block), period, scratch);
  }
}

/** Each window by itself, oldest row first. */
function sumWindows(real: usize, begin: i32, length: i32, period: i32, value: usize): void {
  const share = 1.0 / <f64>period;
  const shares = f64x2.splat(share);
  let i = begin + period - 1;
  for (; i + 2 <= length; i += 2) {
    let row = rowOf(real, i - period + 1);
    const end = rowOf(real, i);
    let sum = v128.load(row);
    while ((row += 8) <= end) sum = f64x2.add(sum, v128.load(row));
    v128.store(rowOf(value, i), f64x2.mul(sum, shares));
  }
  for (; i < length; i++) {
    let sum = at(real, i - period + 1);
    for (let j = i - period + 2; j <= i; j++) sum += at(real, j);
    store<f64>(rowOf(value, i), sum * share);
  }
}

/** Sum of `period` rows, in the order in which `combine` adds them. */
function sumOf(real: usize, period: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < period; i++) sum += at(real, i);
  return sum;
}

/** `(prefix sum of the block + suffix sum of the block before) / period` for each row of a block. */
function combine(real: usize, rows: i32, suffix: usize, value: usize, share: f64): void {
  const shares = f64x2.splat(share);
  const end = rowOf(real, rows & ~3);
  let carry = f64x2.splat(0);
  while (real < end) {
    const a = v128.load(real);
    const b = v128.load(real, 16);
    const low = f64x2.add(a, shiftedUp(a));
    const high = f64x2.add(f64x2.add(b, shiftedUp(b)), highTwice(low));
    v128.store(value, f64x2.mul(f64x2.add(f64x2.add(carry, low), v128.load(suffix)), shares));
    carry = f64x2.add(carry, high);
    v128.store(value, f64x2.mul(f64x2.add(carry, v128.load(suffix, 16)), shares), 16);
    carry = highTwice(carry);
    real += 32;
    value += 32;
    suffix += 32;
  }
  const before = f64x2.extract_lane(carry, 0);
  let sum: f64 = 0;
  for (let i = 0; i < (rows & 3); i++) {
    sum = at(real, i) + sum;
    store<f64>(rowOf(value, i), (before + sum + at(suffix, i)) * share);
  }
}
