// Share of rises less falls in all movement from row to row, each Wilder-smoothed.
//
// Movement with its sign and without are filtered side by side: one over the other is the share.
//
// twin       src/indicators/primitives/smoothed-changes.ts
// state      changeShare: period, what the share is multiplied by, what is added then, whether falls alone decide | rows
//            taken, movement with and without its sign; before `period` rows the sums of rises and falls.
//            exactStrength: period, whether falls alone decide | rows taken, rises and falls, before `period` rows their sums
// precision  changeShare: rtol 1e-13 of the twin; exactStrength: its bits; both: same bits for a prefix of the input

import { both, fixed, fixedNumber, sizeBits, sizes } from '../../shared/constant';
import { alone, continued, reachFirst, reachSecond, step } from '../../shared/filter';
import { both, fixed, fixedNumber, sizeBits, sizes } from '../../shared/constant';
import { pair } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

const SCALE: usize = 8;
const OFFSET: usize = 16;
const SHARE_BY_FALLS: usize = 24;
const TAKEN: usize = 32;
const CARRY: usize = 40;

/** Movement below it counts as none. */
const LEAST: usize = memory.data<f64>([1e-14]);
const WHOLE: usize = memory.data<f64>([100]);

/** The first row of x has one before it. */
export function changeShare(state: usize, count: i32, x: usize, y: usize): void {
  const period = load<f64>(state);
  const taken = load<f64>(state, TAKEN);
  const first = max(min(count, <i32>(period - taken)), 0);
  if (first > 0) begin(state, first, x, y);
  if (first < count) filterRows(state, count - first, rowOf(x, first), rowOf(y, first));
}

/** Rows before the filters, with the twin's own rounding. */
function begin(state: usize, count: i32, x: usize, y: usize): void {
  const period = load<f64>(state);
  let taken = load<f64>(state, TAKEN);
  let carry = v128.load(state, CARRY);
  for (let i = 0; i < count; i++) {
    taken += 1;
    carry = moved(carry, rowOf(x, i), period, taken);
  }
  if (taken == period) {
    const gain = f64x2.extract_lane(carry, 0);
    const loss = f64x2.extract_lane(carry, 1);
    carry = pair(gain - loss, gain + loss);
    const net = f64x2.splat(gain - loss);
    v128.store64_lane(rowOf(y, count - 1), shareOf(state, net, f64x2.splat(gain + loss)), 0);
  }
  store<f64>(state, taken, TAKEN);
  v128.store(state, carry, CARRY);
}

function shareOf(state: usize, net: v128, movement: v128): v128 {
  const scale = v128.load64_splat(state, SCALE);
  const offset = v128.load64_splat(state, OFFSET);
  const share = f64x2.add(f64x2.mul(f64x2.div(net, movement), scale), offset);
  return load<f64>(state, SHARE_BY_FALLS) != 0
    ? v128.bitselect(both(WHOLE), share, f64x2.eq(net, movement))
    : v128.andnot(share, f64x2.lt(movement, both(LEAST)));
}

function filterRows(state: usize, rows: i32, x: usize, y: usize): void {
  const weight = fixedNumber(1 / load<f64>(state));
  const keep = fixedNumber(1 - weight);
  const one = step(keep);
  const near = reachFirst(keep);
  const far = reachSecond(keep);
  const weights = fixed(weight);
  const scale = v128.load64_splat(state, SCALE);
  const offset = v128.load64_splat(state, OFFSET);
  const byFalls = load<f64>(state, SHARE_BY_FALLS) != 0;
  const whole = rowOf(x, rows & ~3);
  const end = rowOf(x, rows);
  const least = both(LEAST);
  const hundred = both(WHOLE);
  const bits = sizeBits();
  let net = v128.load64_splat(state, CARRY);
  let movement = v128.load64_splat(state, CARRY + 8);
  let carry = v128.load(state, CARRY);
  while (x < end) {
    if (x == whole) carry = v128.shuffle<f64>(net, movement, 1, 3);
    const lowChange = f64x2.mul(f64x2.sub(v128.load(x), v128.load(x - 8)), weights);
    const highChange = f64x2.mul(f64x2.sub(v128.load(x, 16), v128.load(x, 8)), weights);
    const lowNet = alone(lowChange, one);
    const highNet = continued(alone(highChange, one), lowNet, near);
    const lowMovement = alone(sizes(lowChange, bits), one);
    const highMovement = continued(alone(sizes(highChange, bits), one), lowMovement, near);
    const firstNet = continued(lowNet, net, near);
    const firstMovement = continued(lowMovement, movement, near);
    net = continued(highNet, net, far);
    movement = continued(highMovement, movement, far);
    const first = f64x2.add(f64x2.mul(f64x2.div(firstNet, firstMovement), scale), offset);
    const second = f64x2.add(f64x2.mul(f64x2.div(net, movement), scale), offset);
    if (byFalls) {
      v128.store(y, v128.bitselect(hundred, first, f64x2.eq(firstNet, firstMovement)));
      v128.store(y, v128.bitselect(hundred, second, f64x2.eq(net, movement)), 16);
    } else {
      v128.store(y, v128.andnot(first, f64x2.lt(firstMovement, least)));
      v128.store(y, v128.andnot(second, f64x2.lt(movement, least)), 16);
    }
    x += 32;
    y += 32;
  }
  if (whole == end) carry = v128.shuffle<f64>(net, movement, 1, 3);
  // What goes on after rows that do not fill their group.
  for (let row = whole; row < end; row += 8) {
    const change = (load<f64>(row) - load<f64>(row - 8)) * weight;
    carry = f64x2.add(f64x2.mul(carry, f64x2.splat(keep)), pair(change, abs(change)));
  }
  v128.store(state, carry, CARRY);
}

/** Gain and loss after row number `taken`; before `period` rows their sums. */
function moved(carry: v128, x: usize, period: f64, taken: f64): v128 {
  const change = load<f64>(x) - load<f64>(x - 8);
  const size = abs(change);
  const parts = f64x2.mul(pair(size + change, size - change), f64x2.splat(0.5));
  const all = f64x2.splat(period);
  if (taken > period) return f64x2.div(f64x2.add(f64x2.mul(carry, f64x2.splat(period - 1)), parts), all);
  const sums = f64x2.add(carry, parts);
  return taken == period ? f64x2.div(sums, all) : sums;
}

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
