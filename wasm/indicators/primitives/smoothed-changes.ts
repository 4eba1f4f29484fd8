// Rises and falls of a series from row to row, each Wilder-smoothed.
//
// twin       src/indicators/primitives/smoothed-changes.ts
// state      averageChanges: period | rows taken, gain and loss; before `period` rows their sums. exactStrength:
//            period, whether falls alone decide | the same
// precision  averageChanges: rtol 1e-13 of the twin; exactStrength: its bits; both: same bits for a prefix of the input

import { alone, continued, reachFirst, reachSecond, step } from '../../shared/filter';
import { pair } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

const TAKEN: usize = 8;
const CARRY: usize = 16;

/** The first row of x has one before it. */
export function averageChanges(state: usize, count: i32, x: usize, gain: usize, loss: usize): void {
  const period = load<f64>(state);
  const taken = load<f64>(state, TAKEN);
  const first = min(count, <i32>(period - taken));
  if (first > 0) exactChanges(state, first, x, gain, loss);
  const done = max(first, 0);
  if (done >= count) return;
  x = rowOf(x, done);
  gain = rowOf(gain, done);
  loss = rowOf(loss, done);
  const last = (<usize>(count - done - 1)) << 3;
  filterRows(state, count - done, x, gain, loss, 1 / period);
  v128.store(state, pair(load<f64>(gain + last), load<f64>(loss + last)), CARRY);
}

function filterRows(state: usize, rows: i32, x: usize, gain: usize, loss: usize, weight: f64): void {
  const keep = 1 - weight;
  const one = step(keep);
  const near = reachFirst(keep);
  const far = reachSecond(keep);
  // (|change| + change) / 2 is the gain, (|change| - change) / 2 the loss.
  const half = f64x2.splat(weight * 0.5);
  const end = rowOf(x, rows);
  let rise = v128.load64_splat(state + CARRY);
  let fall = v128.load64_splat(state + CARRY + 8);
  while (x < end) {
    const lowChange = f64x2.mul(f64x2.sub(v128.load(x), v128.load(x - 8)), half);
    const highChange = f64x2.mul(f64x2.sub(v128.load(x, 16), v128.load(x, 8)), half);
    const lowSize = f64x2.abs(lowChange);
    const highSize = f64x2.abs(highChange);
    const lowGain = alone(f64x2.add(lowSize, lowChange), one);
    const highGain = continued(alone(f64x2.add(highSize, highChange), one), lowGain, near);
    const lowLoss = alone(f64x2.sub(lowSize, lowChange), one);
    const highLoss = continued(alone(f64x2.sub(highSize, highChange), one), lowLoss, near);
    v128.store(gain, continued(lowGain, rise, near));
    v128.store(loss, continued(lowLoss, fall, near));
    rise = continued(highGain, rise, far);
    fall = continued(highLoss, fall, far);
    v128.store(gain, rise, 16);
    v128.store(loss, fall, 16);
    x += 32;
    gain += 32;
    loss += 32;
  }
}

/** With the twin's own rounding; a division a row is what it costs. */
function exactChanges(state: usize, count: i32, x: usize, gain: usize, loss: usize): void {
  const period = load<f64>(state);
  const end = rowOf(x, count);
  let taken = load<f64>(state, TAKEN);
  let carry = v128.load(state, CARRY);
  while (x < end) {
    taken += 1;
    carry = moved(carry, x, period, taken);
    v128.store64_lane(gain, carry, 0);
    v128.store64_lane(loss, carry, 1);
    x += 8;
    gain += 8;
    loss += 8;
  }
  store<f64>(state, taken, TAKEN);
  v128.store(state, carry, CARRY);
}

/** Gain and loss after row number `taken`; before `period` rows their sums. */
function moved(carry: v128, x: usize, period: f64, taken: f64): v128 {
  const change = load<f64>(x) - load<f64>(x - 8);
  const size = abs(change);
  const both = f64x2.mul(pair(size + change, size - change), f64x2.splat(0.5));
  const all = f64x2.splat(period);
  if (taken > period) return f64x2.div(f64x2.add(f64x2.mul(carry, f64x2.splat(period - 1)), both), all);
  const sums = f64x2.add(carry, both);
  return taken == period ? f64x2.div(sums, all) : sums;
}

/** Movement below it counts as none. */
const EPSILON = 1e-14;
const BY_FALLS: usize = 8;
const STRENGTH_TAKEN: usize = 16;
const STRENGTH_CARRY: usize = 24;

/**
 * Share of rises in all movement, 0 to 100, with the twin's own rounding, for what turns on its last bit. The shares are
 * found while the next row's division is waited for.
 */
export function exactStrength(state: usize, count: i32, x: usize, y: usize): void {
  const period = load<f64>(state);
  const byFalls = load<f64>(state, BY_FALLS) != 0;
  const end = rowOf(x, count);
  let taken = load<f64>(state, STRENGTH_TAKEN);
  let carry = v128.load(state, STRENGTH_CARRY);
  while (x < end) {
    taken += 1;
    carry = moved(carry, x, period, taken);
    const gain = f64x2.extract_lane(carry, 0);
    const loss = f64x2.extract_lane(carry, 1);
    const movement = gain + loss;
    const share = (gain / movement) * 100;
    if (byFalls) store<f64>(y, loss == 0 ? 100 : share);
    else store<f64>(y, abs(movement) < EPSILON ? 0 : share);
    x += 8;
    y += 8;
  }
  store<f64>(state, taken, STRENGTH_TAKEN);
  v128.store(state, carry, STRENGTH_CARRY);
}
