// Mean of the last `period` rows with weights 1 for the oldest to `period` for the newest.
//
// With the plain mean `m` of the rows before, `y - y[1] = 2 / (period + 1) * (x - m[1])`: one more sum over what
// window-sum.ts has. It begins anew every `period` rows, at least 64, so that rounding errors do not add up.
//
// twin       src/indicators/primitives/weighted-average.ts
// state      period | rows taken, last value
// precision  rtol 1e-13 of the twin; same bits for a prefix of the input

import { highTwice, shiftedUp } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

const TAKEN: usize = 8;
const CARRY: usize = 16;
const LEAST_STRETCH = 64;

/** @param mean  of the last `period` rows up to each row */
export function weightedAverage(state: usize, count: i32, x: usize, mean: usize, y: usize): void {
  const period = <i32>load<f64>(state);
  const stretch = max(period, LEAST_STRETCH);
  const rate = f64x2.splat(2 / <f64>(period + 1));
  let taken = <i32>load<f64>(state, TAKEN);
  let carry = load<f64>(state, CARRY);
  let done = min(max(period - 1 - taken, 0), count);
  taken += done;
  while (done < count) {
    const place = (taken - (period - 1)) % stretch;
    if (place == 0) {
      carry = anew(rowOf(x, done), period);
      store<f64>(rowOf(y, done), carry);
      done++;
      taken++;
      continue;
    }
    const rows = min(stretch - place, count - done);
    carry = moved(rowOf(x, done), rowOf(mean, done), rowOf(y, done), rows, rate, carry);
    done += rows;
    taken += rows;
  }
  store<f64>(state, <f64>taken, TAKEN);
  store<f64>(state, carry, CARRY);
}

function anew(x: usize, period: i32): f64 {
  let sums = f64x2.splat(0);
  let weighted = sums;
  // Lanes are rows one after the other: their weights rise by two a step, so sums of sums need one multiplication each.
  let row = x - ((<usize>(period - 1)) << 3);
  let weight = f64x2.replace_lane(f64x2.splat(1), 1, 2);
  const two = f64x2.splat(2);
  while (row < x) {
    weighted = f64x2.add(weighted, f64x2.mul(weight, v128.load(row)));
    weight = f64x2.add(weight, two);
    row += 16;
  }
  let sum = f64x2.extract_lane(weighted, 0) + f64x2.extract_lane(weighted, 1);
  if (row == x) sum += <f64>period * load<f64>(x);
  return sum / (0.5 * <f64>period * <f64>(period + 1));
}

function moved(x: usize, mean: usize, y: usize, rows: i32, rate: v128, before: f64): f64 {
  const last = rowOf(y, rows - 1);
  const end = rowOf(y, rows);
  let carry = f64x2.splat(before);
  while (y < end) {
    const a = f64x2.mul(rate, f64x2.sub(v128.load(x), v128.load(mean - 8)));
    const b = f64x2.mul(rate, f64x2.sub(v128.load(x, 16), v128.load(mean, 8)));
    const low = f64x2.add(a, shiftedUp(a));
    const high = f64x2.add(f64x2.add(b, shiftedUp(b)), highTwice(low));
    v128.store(y, f64x2.add(carry, low));
    carry = f64x2.add(carry, high);
    v128.store(y, carry, 16);
    carry = highTwice(carry);
    x += 32;
    mean += 32;
    y += 32;
  }
  return load<f64>(last);
}
