// Recursive filters `y = keep * y[1] + weight * x`, begun with the sum of their first rows times a share.
//
// twin       src/indicators/primitives/seeded-average.ts
// state      filter: rows, share, keep, weight | rows taken, sum of the first rows, then the last value.
//            filterDistance: the same four of each filter, rows after which the first one begins | rows
//            taken, sum or value of each
//            exactAverages: rows and weight of each of two averages | rows taken, unused, sum or value of each
// precision  rtol 1e-13 of the twin, its bits from exactAverages; same bits for a prefix of the input

import { fixed } from '../../shared/constant';
import { alone, continued, reachFirst, reachSecond, step } from '../../shared/filter';
import { pair } from '../../shared/lanes';
import { at, rowOf } from '../../shared/rows';

const ONE_TAKEN: usize = 32;
const ONE_CARRY: usize = 40;
const OTHER: usize = 32;
const LATE: usize = 64;
const TAKEN: usize = 72;
const CARRY: usize = 80;
const OTHER_CARRY: usize = 88;

export function filter(state: usize, count: i32, x: usize, y: usize): void {
  const first = <i32>load<f64>(state);
  let taken = <i32>load<f64>(state, ONE_TAKEN);
  let carry = load<f64>(state, ONE_CARRY);
  let done = 0;
  while (taken < first && done < count) {
    carry += at(x, done);
    taken++;
    if (taken == first) {
      carry *= load<f64>(state, 8);
      store<f64>(rowOf(y, done), carry);
    }
    done++;
  }
  store<f64>(state, <f64>taken, ONE_TAKEN);
  if (done < count) {
    carry = filterOne(
      rowOf(x, done),
      rowOf(y, done),
      count - done,
      load<f64>(state, 16),
      load<f64>(state, 24),
      carry,
    );
  }
  store<f64>(state, carry, ONE_CARRY);
}

/** Filters groups of four rows, the last one over its end; answers the value of the last row. */
function filterOne(x: usize, y: usize, rows: i32, keep: f64, weight: f64, before: f64): f64 {
  const one = step(keep);
  const near = reachFirst(keep);
  const far = reachSecond(keep);
  const scale = fixed(weight);
  const last = rowOf(y, rows - 1);
  const end = rowOf(y, rows);
  let carry = f64x2.splat(before);
  while (y < end) {
    const a = v128.load(x);
    const b = v128.load(x, 16);
    const low = alone(f64x2.mul(a, scale), one);
    const high = continued(alone(f64x2.mul(b, scale), one), low, near);
    v128.store(y, continued(low, carry, near));
    carry = continued(high, carry, far);
    v128.store(y, carry, 16);
    x += 32;
    y += 32;
  }
  return load<f64>(last);
}

/** Two filters of one series: the first less the second, and the second. */
export function filterDistance(state: usize, count: i32, x: usize, y: usize, second: usize): void {
  const rows = load<f64>(state);
  const otherRows = load<f64>(state, OTHER);
  const late = load<f64>(state, LATE);
  let taken = load<f64>(state, TAKEN);
  let done = 0;
  while (taken < otherRows && done < count) {
    const value = at(x, done);
    taken += 1;
    if (taken > late) take(state, CARRY, value, taken - late, rows);
    take(state + OTHER, OTHER_CARRY - OTHER, value, taken, otherRows);
    if (taken == otherRows) {
      store<f64>(rowOf(y, done), load<f64>(state, CARRY) - load<f64>(state, OTHER_CARRY));
      store<f64>(rowOf(second, done), load<f64>(state, OTHER_CARRY));
    }
    done++;
  }
  store<f64>(state, taken, TAKEN);
  if (done == count) return;
  filterRows(state, rowOf(x, done), rowOf(y, done), rowOf(second, done), count - done);
}

/** Takes row number `taken` of a filter whose settings are at `filter` and whose value is `place` bytes after it. */
function take(filter: usize, place: usize, x: f64, taken: f64, rows: f64): void {
  const value = load<f64>(filter + place);
  let next = value + x;
  if (taken == rows) next *= load<f64>(filter, 8);
  if (taken > rows) next = load<f64>(filter, 16) * value + load<f64>(filter, 24) * x;
  store<f64>(filter + place, next);
}

function filterRows(state: usize, x: usize, y: usize, second: usize, rows: i32): void {
  const keep = load<f64>(state, 16);
  const otherKeep = load<f64>(state, OTHER + 16);
  const scale = v128.load64_splat(state + 24);
  const otherScale = v128.load64_splat(state + OTHER + 24);
  const one = step(keep);
  const near = reachFirst(keep);
  const far = reachSecond(keep);
  const otherOne = step(otherKeep);
  const otherNear = reachFirst(otherKeep);
  const otherFar = reachSecond(otherKeep);
  const whole = rowOf(y, rows & ~3);
  const end = rowOf(y, rows);
  let carry = v128.load64_splat(state + CARRY);
  let other = v128.load64_splat(state + OTHER_CARRY);
  let value: f64 = 0;
  let otherValue: f64 = 0;
  while (y < end) {
    if (y == whole) {
      value = f64x2.extract_lane(carry, 1);
      otherValue = f64x2.extract_lane(other, 1);
    }
    const a = v128.load(x);
    const b = v128.load(x, 16);
    const low = alone(f64x2.mul(a, scale), one);
    const high = continued(alone(f64x2.mul(b, scale), one), low, near);
    const otherLow = alone(f64x2.mul(a, otherScale), otherOne);
    const otherHigh = continued(alone(f64x2.mul(b, otherScale), otherOne), otherLow, otherNear);
    const otherFirst = continued(otherLow, other, otherNear);
    v128.store(y, f64x2.sub(continued(low, carry, near), otherFirst));
    carry = continued(high, carry, far);
    other = continued(otherHigh, other, otherFar);
    v128.store(y, f64x2.sub(carry, other), 16);
    v128.store(second, otherFirst);
    v128.store(second, other, 16);
    x += 32;
    y += 32;
    second += 32;
  }
  if (whole == end) {
    value = f64x2.extract_lane(carry, 1);
    otherValue = f64x2.extract_lane(other, 1);
  }
  const weight = load<f64>(state, 24);
  const otherWeight = load<f64>(state, OTHER + 24);
  // The last rows of a group that is not whole stand as the group gave them; only what goes on is taken from here.
  x -= 32;
  for (let i = 0; i < (rows & 3); i++) {
    value = keep * value + weight * at(x, i);
    otherValue = otherKeep * otherValue + otherWeight * at(x, i);
  }
  store<f64>(state, value, CARRY);
  store<f64>(state, otherValue, OTHER_CARRY);
}

const EXACT_TAKEN: usize = 32;
const EXACT_VALUES: usize = 48;

/** Two averages `y += weight * (x - y)` side by side, begun with the mean of their first rows, rounded as the twin's. */
export function exactAverages(state: usize, count: i32, x: usize, x2: usize, y: usize, y2: usize): void {
  const rows = <i32>load<f64>(state);
  const otherRows = <i32>load<f64>(state, 16);
  const weights = pair(load<f64>(state, 8), load<f64>(state, 24));
  const longest = max(rows, otherRows);
  let taken = <i32>load<f64>(state, EXACT_TAKEN);
  let values = v128.load(state, EXACT_VALUES);
  let done = 0;
  while (taken < longest && done < count) {
    taken++;
    values = pair(
      begun(f64x2.extract_lane(values, 0), at(x, done), taken, rows, load<f64>(state, 8)),
      begun(f64x2.extract_lane(values, 1), at(x2, done), taken, otherRows, load<f64>(state, 24)),
    );
    v128.store64_lane(rowOf(y, done), values, 0);
    v128.store64_lane(rowOf(y2, done), values, 1);
    done++;
  }
  for (; done < count; done++) {
    const now = v128.load64_lane(rowOf(x2, done), v128.load64_zero(rowOf(x, done)), 1);
    values = f64x2.add(values, f64x2.mul(weights, f64x2.sub(now, values)));
    v128.store64_lane(rowOf(y, done), values, 0);
    v128.store64_lane(rowOf(y2, done), values, 1);
  }
  store<f64>(state, <f64>taken, EXACT_TAKEN);
  v128.store(state, values, EXACT_VALUES);
}

/** An average, or the sum of its first rows, after its row number `taken`. */
function begun(value: f64, x: f64, taken: i32, rows: i32, weight: f64): f64 {
  if (taken > rows) return value + weight * (x - value);
  return taken == rows ? (value + x) / <f64>rows : value + x;
}
