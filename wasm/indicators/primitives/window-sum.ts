// Sum of the last `period` rows, or of the sizes of their changes, times `scale`.
//
// Rows are taken in chunks of `period`. A window is the end of one chunk and the beginning of the next, so
// its sum is one suffix sum plus one prefix sum: two additions a row whatever the period, and no drift.
//
// `levelSum` is for series that hold their sign, and for periods up to 1024: windows slide; `levelAverage` is the mean with
// weights that rise to the newest row.
//
// twin       src/indicators/primitives/window-sum.ts
// state      period, scale | sum of the chunk so far, its rows, four f64 that are written over, suffix sums of the
//            chunk before [period + 4]; levelSum, levelAverage, levelPath: rows so far, at most `period`, and sums [4]; windowPath: and four f64 that are read, the changes of a chunk [period + 4]
// precision  rtol 1e-13 of the twin; same bits for a prefix of the input

import { fixed, sizeBits, sizes } from '../../shared/constant';
import { highTwice, shiftedUp } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';
import { suffixSums } from '../../shared/scan';
import { firstSum, Path, Plain, slidingSum, Weighted } from '../../shared/sliding-sum';

const PERIOD: usize = 0;
const SCALE: usize = 8;
const SUM: usize = 16;
const PLACE: usize = 24;
const SUFFIX: usize = 64;
/** Of `levelSum` and `levelAverage`. */
const ROWS: usize = 16;
const SUMS: usize = 24;

/** Up to this period a window is added up anew for each row. */
const DIRECT = 10;

export function windowSum(state: usize, count: i32, x: usize, y: usize): void {
  const period = <i32>load<f64>(state, PERIOD);
  if (period <= DIRECT) addWindows(x, y, count, period, load<f64>(state, SCALE));
  else addChunks(state, count, x, y, period, false);
}

export function levelSum(state: usize, count: i32, x: usize, y: usize): void {
  if (load<f64>(state, PERIOD) > <f64>DIRECT) slide<Plain>(state, count, x, y);
  else windowSum(state, count, x, y);
}

export function levelAverage(state: usize, count: i32, x: usize, y: usize): void {
  slide<Weighted>(state, count, x, y);
}

/** Of `|x - x[1]|`, for periods up to 1024. */
export function levelPath(state: usize, count: i32, x: usize, y: usize): void {
  slide<Path>(state, count, x, y);
}

/** From the first whole window on. */
function slide<Which>(state: usize, count: i32, x: usize, y: usize): void {
  const period = <i32>load<f64>(state, PERIOD);
  const scale = load<f64>(state, SCALE);
  const before = <i32>load<f64>(state, ROWS);
  store<f64>(state, <f64>min(period, before + count), ROWS);
  const missing = period - before;
  if (missing > count) return;
  const sums = state + SUMS;
  if (missing > 0) firstSum<Which>(sums, period, scale, rowOf(x, missing - 1), rowOf(y, missing - 1));
  slidingSum<Which>(sums, count - missing, period, scale, rowOf(x, missing), rowOf(y, missing));
}

/** Of `|x - x[1]|`; `period` is more than `DIRECT`. */
export function windowPath(state: usize, count: i32, x: usize, y: usize): void {
  addChunks(state, count, x, y, <i32>load<f64>(state, PERIOD), true);
}

function addChunks(state: usize, count: i32, x: usize, y: usize, period: i32, isPath: bool): void {
  const scale = load<f64>(state, SCALE);
  const suffix = state + SUFFIX;
  const changes = rowOf(suffix, period + 8);
  let sum = load<f64>(state, SUM);
  let place = <i32>load<f64>(state, PLACE);
  let done = 0;
  while (done < count) {
    const rows = min(period - place, count - done);
    const isWhole = place + rows == period;
    let part = rowOf(x, done);
    if (isPath) part = takeChanges(part, rowOf(changes, place), rows);
    sum = combine(part, rowOf(y, done), rows, rowOf(suffix, place + 1), sum, scale, isWhole);
    done += rows;
    place += rows;
    if (isWhole) {
      suffixSums(isPath ? changes : rowOf(x, done - period), period, suffix);
      place = 0;
    }
  }
  store<f64>(state, sum, SUM);
  store<f64>(state, <f64>place, PLACE);
}

/** Answers where the changes begin. */
function takeChanges(x: usize, into: usize, rows: i32): usize {
  const bits = sizeBits();
  let changes = into;
  const end = rowOf(changes, rows);
  while (changes < end) {
    v128.store(changes, sizes(f64x2.sub(v128.load(x), v128.load(x - 8)), bits));
    v128.store(changes, sizes(f64x2.sub(v128.load(x, 16), v128.load(x, 8)), bits), 16);
    x += 32;
    changes += 32;
  }
  return into;
}

/** Each window by itself, oldest row first. */
function addWindows(x: usize, y: usize, rows: i32, period: i32, scale: f64): void {
  const scales = fixed(scale);
  const back = (<usize>(period - 1)) << 3;
  const end = rowOf(y, rows);
  while (y < end) {
    let row = x - back;
    let low = v128.load(row);
    let high = v128.load(row, 16);
    while ((row += 8) <= x) {
      low = f64x2.add(low, v128.load(row));
      high = f64x2.add(high, v128.load(row, 16));
    }
    v128.store(y, f64x2.mul(low, scales));
    v128.store(y, f64x2.mul(high, scales), 16);
    x += 32;
    y += 32;
  }
}

/**
 * `(sum of the chunk up to a row + suffix sum of the chunk before) * scale`; answers what the next row goes on with: the
 * sum up to the last one, or 0 where that ends the chunk.
 */
function combine(x: usize, y: usize, rows: i32, suffix: usize, before: f64, scale: f64, isWhole: bool): f64 {
  const scales = fixed(scale);
  const end = rowOf(x, rows);
  const whole = rowOf(x, rows & ~3);
  let carry = f64x2.splat(before);
  let sum = carry;
  while (x < end) {
    if (x == whole) sum = carry;
    const a = v128.load(x);
    const b = v128.load(x, 16);
    const low = f64x2.add(a, shiftedUp(a));
    const high = f64x2.add(f64x2.add(b, shiftedUp(b)), highTwice(low));
    v128.store(y, f64x2.mul(f64x2.add(f64x2.add(carry, low), v128.load(suffix)), scales));
    carry = f64x2.add(carry, high);
    v128.store(y, f64x2.mul(f64x2.add(carry, v128.load(suffix, 16)), scales), 16);
    carry = highTwice(carry);
    x += 32;
    y += 32;
    suffix += 32;
  }
  if (isWhole) return 0;
  if (x == whole) return f64x2.extract_lane(carry, 0);
  let total = f64x2.extract_lane(sum, 0);
  for (let row = whole; row < end; row += 8) total += load<f64>(row);
  return total;
}
