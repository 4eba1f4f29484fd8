// Average True Range (Wilder).
//
// twin       src/indicators/volatility/atr.ts, whose docstring defines the result
// in         high, low, close f64[length], period >= 1
// out        value f64[length]; scratch f64[20]
// precision  rtol 1e-12 of the twin; same bits for a prefix of the input

import { alone, continued, reachFirst, reachSecond, step } from '../../shared/filter';
import { at, fillWarmUp, rowOf } from '../../shared/rows';

const GROUP = 4;
/** Scratch rows of one padded column: the row before a group, and the group, rounded up. */
const PADDED_BYTES: usize = 40;

export function atr(
  high: usize,
  low: usize,
  close: usize,
  length: i32,
  period: i32,
  value: usize,
  scratch: usize,
): void {
  let begin = 0;
  while (begin < length && isNaN(at(high, begin) + at(low, begin) + at(close, begin))) begin++;
  const seed = begin + period;
  fillWarmUp(value, seed, length);
  if (seed >= length) return;
  let sum: f64 = 0;
  for (let i = begin + 1; i <= seed; i++) sum += trueRange(at(high, i), at(low, i), at(close, i - 1));
  const first = sum / <f64>period;
  store<f64>(rowOf(value, seed), first);

  const from = seed + 1;
  const rows = length - from;
  const whole = rows & ~(GROUP - 1);
  const weight = 1.0 / <f64>period;
  const carry = filterRows(
    rowOf(high, from),
    rowOf(low, from),
    rowOf(close, from - 1),
    rowOf(value, from),
    whole,
    weight,
    f64x2.splat(first),
  );
  const rest = rows - whole;
  if (rest == 0) return;
  const last = from + whole;
  memory.fill(scratch, 0, 3 * PADDED_BYTES);
  memory.copy(scratch, rowOf(high, last), rest << 3);
  memory.copy(scratch + PADDED_BYTES, rowOf(low, last), rest << 3);
  memory.copy(scratch + 2 * PADDED_BYTES, rowOf(close, last - 1), rest << 3);
  const padded = scratch + 3 * PADDED_BYTES;
  filterRows(scratch, scratch + PADDED_BYTES, scratch + 2 * PADDED_BYTES, padded, GROUP, weight, carry);
  memory.copy(rowOf(value, last), padded, rest << 3);
}

function trueRange(high: f64, low: f64, previousClose: f64): f64 {
  return max(max(high - low, abs(high - previousClose)), abs(low - previousClose));
}

function filterRows(
  high: usize,
  low: usize,
  previousClose: usize,
  value: usize,
  rows: i32,
  weight: f64,
  carry: v128,
): v128 {
  const keep = 1.0 - weight;
  const one = step(keep);
  const near = reachFirst(keep);
  const far = reachSecond(keep);
  const scale = f64x2.splat(weight);
  const end = rowOf(high, rows);
  while (high < end) {
    const first = alone(
      f64x2.mul(ranges(v128.load(high), v128.load(low), v128.load(previousClose)), scale),
      one,
    );
    const next = f64x2.mul(
      ranges(v128.load(high, 16), v128.load(low, 16), v128.load(previousClose, 16)),
      scale,
    );
    const second = continued(alone(next, one), first, near);
    v128.store(value, continued(first, carry, near));
    carry = continued(second, carry, far);
    v128.store(value, carry, 16);
    high += GROUP << 3;
    low += GROUP << 3;
    previousClose += GROUP << 3;
    value += GROUP << 3;
  }
  return carry;
}

/** True ranges; NaN when any input is: `pmax` keeps a NaN of its first operand only, `max` of both. */
function ranges(high: v128, low: v128, previousClose: v128): v128 {
  const gaps = f64x2.pmax(
    f64x2.abs(f64x2.sub(low, previousClose)),
    f64x2.abs(f64x2.sub(high, previousClose)),
  );
  return f64x2.max(f64x2.sub(high, low), gaps);
}
