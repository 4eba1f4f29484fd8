// Rises and falls of a series from row to row, each Wilder-smoothed with the twin's own rounding, for what turns on
// the last bit of an RSI. Both are carried in one vector: a division a row is what it costs.
//
// twin       src/indicators/primitives/smoothed-changes.ts
// state      period | rows taken, gain and loss; before `period` rows their sums
// precision  the twin's bits

import { pair } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

const TAKEN: usize = 8;
const CARRY: usize = 16;

/** The first row of x has one before it. */
export function smoothedChanges(state: usize, count: i32, x: usize, gain: usize, loss: usize): void {
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
