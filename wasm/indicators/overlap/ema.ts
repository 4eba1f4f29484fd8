// Exponential Moving Average.
//
// twin       src/indicators/overlap/ema.ts, whose docstring defines the result
// in         real f64[length], period >= 1
// out        value f64[length]; scratch f64[8]
// precision  rtol 1e-12 of the twin; same bits for a prefix of the input

import { alone, continued, reachFirst, reachSecond, step } from '../../shared/filter';
import { fillWarmUp, firstNumber, meanOf, rowOf } from '../../shared/rows';

const GROUP = 4;

export function ema(real: usize, length: i32, period: i32, value: usize, scratch: usize): void {
  const seed = firstNumber(real, length) + period - 1;
  fillWarmUp(value, seed, length);
  if (seed >= length) return;
  const first = meanOf(real, seed - period + 1, period);
  store<f64>(rowOf(value, seed), first);

  const weight = 2.0 / <f64>(period + 1);
  const rows = length - seed - 1;
  const whole = rows & ~(GROUP - 1);
  const carry = filterRows(rowOf(real, seed + 1), rowOf(value, seed + 1), whole, weight, f64x2.splat(first));
  const rest = rows - whole;
  if (rest == 0) return;
  const from = seed + 1 + whole;
  memory.fill(scratch, 0, GROUP << 3);
  memory.copy(scratch, rowOf(real, from), rest << 3);
  filterRows(scratch, scratch + (GROUP << 3), GROUP, weight, carry);
  memory.copy(rowOf(value, from), scratch + (GROUP << 3), rest << 3);
}

/** Filters whole groups; answers the carry, whose last lane is the last value. */
function filterRows(real: usize, value: usize, rows: i32, weight: f64, carry: v128): v128 {
  const keep = 1.0 - weight;
  const one = step(keep);
  const near = reachFirst(keep);
  const far = reachSecond(keep);
  const scale = f64x2.splat(weight);
  const end = rowOf(real, rows);
  while (real < end) {
    const low = alone(f64x2.mul(v128.load(real), scale), one);
    const high = continued(alone(f64x2.mul(v128.load(real, 16), scale), one), low, near);
    v128.store(value, continued(low, carry, near));
    carry = continued(high, carry, far);
    v128.store(value, carry, 16);
    real += GROUP << 3;
    value += GROUP << 3;
  }
  return carry;
}
