// Chaikin A/D Oscillator.
//
// How far the line is from its average follows from its steps alone, without the line's own size: with `keep` for what a
// row keeps of the average before, it is the filter `d = keep * (d[1] + step)` from 0 on.
//
// twin       src/indicators/volume/adosc.ts, whose docstring defines the result
// state      keep of the fast average, keep of the slow one | has begun, unused, last distance of each
// precision  rtol 1e-13 of the twin; same bits for a prefix of the input

import { fixedVector } from '../../shared/constant';
import { flowOf } from '../../shared/flow';
import { highTwice, lowTwice } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

const BEGUN: usize = 16;
const LAST: usize = 32;

export function flowOscillator(
  state: usize,
  count: i32,
  high: usize,
  low: usize,
  close: usize,
  volume: usize,
  y: usize,
): void {
  if (load<f64>(state, BEGUN) == 0) {
    store<f64>(state, 1, BEGUN);
    store<f64>(y, 0);
    high += 8;
    low += 8;
    close += 8;
    volume += 8;
    y += 8;
    if (--count == 0) return;
  }
  // A lane each: the fast average's distance and the slow one's.
  const keep = fixedVector(v128.load(state));
  const twice = fixedVector(f64x2.mul(keep, keep));
  const thrice = fixedVector(f64x2.mul(twice, keep));
  const fourTimes = fixedVector(f64x2.mul(twice, twice));
  const whole = rowOf(y, count & ~3);
  const end = rowOf(y, count);
  let carry = v128.load(state, LAST);
  let before = carry;
  let flow = carry;
  let laterFlow = carry;
  while (y < end) {
    before = carry;
    flow = flowOf(high, low, close, volume);
    laterFlow = flowOf(high + 16, low + 16, close + 16, volume + 16);
    const a = f64x2.mul(keep, lowTwice(flow));
    const b = f64x2.mul(keep, f64x2.add(a, highTwice(flow)));
    const c = f64x2.mul(keep, f64x2.add(b, lowTwice(laterFlow)));
    const d = f64x2.mul(keep, f64x2.add(c, highTwice(laterFlow)));
    const first = f64x2.add(a, f64x2.mul(keep, carry));
    const second = f64x2.add(b, f64x2.mul(twice, carry));
    const third = f64x2.add(c, f64x2.mul(thrice, carry));
    carry = f64x2.add(d, f64x2.mul(fourTimes, carry));
    v128.store(y, slowLessFast(first, second));
    v128.store(y, slowLessFast(third, carry), 16);
    high += 32;
    low += 32;
    close += 32;
    volume += 32;
    y += 32;
  }
  if (whole < end) carry = continuedFrom(before, keep, flow, laterFlow, count & 3);
  v128.store(state, carry, LAST);
}

/** Of two rows. */
function slowLessFast(one: v128, next: v128): v128 {
  return f64x2.sub(v128.shuffle<f64>(one, next, 1, 3), v128.shuffle<f64>(one, next, 0, 2));
}

/** What goes on after up to three rows that do not fill their group. */
function continuedFrom(before: v128, keep: v128, flow: v128, laterFlow: v128, rows: i32): v128 {
  let carry = f64x2.mul(keep, f64x2.add(before, lowTwice(flow)));
  if (rows > 1) carry = f64x2.mul(keep, f64x2.add(carry, highTwice(flow)));
  if (rows > 2) carry = f64x2.mul(keep, f64x2.add(carry, lowTwice(laterFlow)));
  return carry;
}
