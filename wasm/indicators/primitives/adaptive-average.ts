// Averages that move by a share of the distance which differs from row to row: `y += weight * (x - y)`.
//
// twin       src/indicators/primitives/adaptive-average.ts
// state      rows | rows taken, last value. It begins with the mean of the first rows of x, rows of weight 0 counting
//            as 0; or, where rows is 0, with the row of x before the first one.
//            definedAverage: rows, weight | rows taken, last value
// precision  rtol 1e-13 of the twin; same bits for a prefix of the input

import { fixed } from '../../shared/constant';
import { alone, continued, reachFirst, reachSecond, step } from '../../shared/filter';
import { highTwice, shiftedUp } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

const TAKEN: usize = 8;
const CARRY: usize = 16;

/** Of `definedAverage`. */
const DEFINED_TAKEN: usize = 16;
const DEFINED_CARRY: usize = 24;
/** Weights of four rows. */
const WEIGHTS: usize = memory.data(32, 16);

export function adaptiveAverage(state: usize, count: i32, x: usize, weight: usize, y: usize): void {
  const first = <i32>load<f64>(state);
  let taken = <i32>load<f64>(state, TAKEN);
  let carry = load<f64>(state, CARRY);
  if (taken == 0 && first == 0) carry = load<f64>(x - 8);
  let done = 0;
  while (taken < first && done < count) {
    if (load<f64>(rowOf(weight, done)) != 0) carry += load<f64>(rowOf(x, done));
    taken++;
    if (taken == first) {
      carry /= <f64>first;
      store<f64>(rowOf(y, done), carry);
    }
    done++;
  }
  if (first == 0) taken = 1;
  store<f64>(state, <f64>taken, TAKEN);
  if (done < count) carry = moved(rowOf(x, done), rowOf(weight, done), rowOf(y, done), count - done, carry);
  store<f64>(state, carry, CARRY);
}

/**
 * The same weight for every row, but a row that is NaN changes nothing and counts as 0 in the mean it begins with. Groups of
 * numbers alone take the arithmetic of `moved` with powers of one weight that are there.
 */
export function definedAverage(state: usize, count: i32, x: usize, y: usize): void {
  const first = <i32>load<f64>(state);
  let taken = <i32>load<f64>(state, DEFINED_TAKEN);
  let carry = load<f64>(state, DEFINED_CARRY);
  let done = 0;
  while (taken < first && done < count) {
    const row = load<f64>(rowOf(x, done));
    if (row == row) carry += row;
    taken++;
    if (taken == first) {
      carry /= <f64>first;
      store<f64>(rowOf(y, done), carry);
    }
    done++;
  }
  store<f64>(state, <f64>taken, DEFINED_TAKEN);
  if (done < count) {
    carry = movedDefined(rowOf(x, done), rowOf(y, done), count - done, load<f64>(state, 8), carry);
  }
  store<f64>(state, carry, DEFINED_CARRY);
}

function movedDefined(x: usize, y: usize, rows: i32, weight: f64, before: f64): f64 {
  const keep = 1 - weight;
  const weights = fixed(weight);
  const one = step(keep);
  const near = reachFirst(keep);
  const far = reachSecond(keep);
  const last = rowOf(y, rows - 1);
  const end = rowOf(y, rows);
  let carry = f64x2.splat(before);
  while (y < end) {
    const a = v128.load(x);
    const b = v128.load(x, 16);
    const isLow = f64x2.eq(a, a);
    const isHigh = f64x2.eq(b, b);
    if (i64x2.all_true(v128.and(isLow, isHigh))) {
      const low = alone(f64x2.mul(weights, a), one);
      const high = continued(alone(f64x2.mul(weights, b), one), low, near);
      v128.store(y, continued(low, carry, near));
      carry = continued(high, carry, far);
      v128.store(y, carry, 16);
    } else {
      v128.store(y, v128.and(a, isLow));
      v128.store(y, v128.and(b, isHigh), 16);
      v128.store(WEIGHTS, v128.and(weights, isLow));
      v128.store(WEIGHTS, v128.and(weights, isHigh), 16);
      carry = f64x2.splat(moved(y, WEIGHTS, y, 4, f64x2.extract_lane(carry, 1)));
    }
    x += 32;
    y += 32;
  }
  return load<f64>(last);
}

/** Moves on in groups of four rows, the last one over its end; answers the value of the last row. */
function moved(x: usize, weight: usize, y: usize, rows: i32, before: f64): f64 {
  const one = fixed(1);
  const last = rowOf(y, rows - 1);
  const end = rowOf(y, rows);
  let carry = f64x2.splat(before);
  while (y < end) {
    const w = v128.load(weight);
    const v = v128.load(weight, 16);
    // A row takes `keep * y + add`; two rows one after the other take the products of their `keep`.
    const keepLow = f64x2.sub(one, w);
    const keepHigh = f64x2.sub(one, v);
    const addLow = f64x2.mul(w, v128.load(x));
    const addHigh = f64x2.mul(v, v128.load(x, 16));
    const keepA = chained(keepLow, one);
    const addA = followed(addLow, keepLow);
    const keepB = chained(keepHigh, one);
    const addB = followed(addHigh, keepHigh);
    const keepC = f64x2.mul(keepB, highTwice(keepA));
    const addC = f64x2.add(addB, f64x2.mul(keepB, highTwice(addA)));
    v128.store(y, f64x2.add(addA, f64x2.mul(keepA, carry)));
    carry = f64x2.add(addC, f64x2.mul(keepC, carry));
    v128.store(y, carry, 16);
    carry = highTwice(carry);
    x += 32;
    weight += 32;
    y += 32;
  }
  return load<f64>(last);
}

/** `[k0, k0 * k1]` */
function chained(keep: v128, one: v128): v128 {
  return f64x2.mul(keep, v128.shuffle<f64>(one, keep, 0, 2));
}

/** `[a0, a0 * k1 + a1]` */
function followed(add: v128, keep: v128): v128 {
  return f64x2.add(add, f64x2.mul(keep, shiftedUp(add)));
}
