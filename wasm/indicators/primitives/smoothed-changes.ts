// Rises and falls of a series from row to row, each Wilder-smoothed.
//
// twin       src/indicators/primitives/smoothed-changes.ts
// state      period | rows taken, gain and loss; before `period` rows their sums
// precision  averageChanges: rtol 1e-13 of the twin; exactChanges: its bits; both: same bits for a prefix of the input

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

/** With the twin's own rounding, for what turns on the last bit of an RSI; a division a row is what it costs. */
export function exactChanges(state: usize, count: i32, x: usize, gain: usize, loss: usize): void {
  const period = load<f64>(state);
  const all = f64x2.splat(period);
  const old = f64x2.splat(period - 1);
  const half = f64x2.splat(0.5);
  const end = rowOf(x, count);
  let taken = load<f64>(state, TAKEN);
  let carry = v128.load(state, CARRY);
  while (x < end) {
    const change = load<f64>(x) - load<f64>(x - 8);
    const size = abs(change);
    const both = f64x2.mul(pair(size + change, size - change), half);
    if (taken >= period) carry = f64x2.div(f64x2.add(f64x2.mul(carry, old), both), all);
    else {
      carry = f64x2.add(carry, both);
      taken += 1;
      if (taken == period) carry = f64x2.div(carry, all);
    }
    v128.store64_lane(gain, carry, 0);
    v128.store64_lane(loss, carry, 1);
    x += 8;
    gain += 8;
    loss += 8;
  }
  store<f64>(state, taken, TAKEN);
  v128.store(state, carry, CARRY);
}
