// Greatest or least of the last `period` rows.
//
// As in window-sum.ts a window is the end of one chunk of rows and the beginning of the next (van Herk 1992,
// Gil and Werman 1993): two comparisons a row whatever the period.
//
// twin       src/indicators/primitives/window-extreme.ts
// state      period | has begun, extreme of the chunk so far, its rows, suffix extremes of the chunk before
//            [period + 4]
//            extremeRows: period, origin | rows taken, row of the extreme
// precision  the twin's values; of two zeros either

import { highTwice, lowTwice } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

const PERIOD: usize = 0;
const BEGUN: usize = 8;
const EXTREME: usize = 16;
const PLACE: usize = 24;
const SUFFIX: usize = 32;

/** Up to this period a window is looked through anew for each row. */
const DIRECT = 6;

export function windowMax(state: usize, count: i32, x: usize, y: usize): void {
  extremes(state, count, x, y, 0);
}

/** The greatest of the negated rows, negated. */
export function windowMin(state: usize, count: i32, x: usize, y: usize): void {
  extremes(state, count, x, y, -0.0);
}

/** `sign` is -0 to negate rows, else 0. */
function extremes(state: usize, count: i32, x: usize, y: usize, sign: f64): void {
  const period = <i32>load<f64>(state, PERIOD);
  const signs = i64x2.splat(reinterpret<i64>(sign));
  if (period <= DIRECT) {
    lookThrough(x, y, count, period, signs);
    return;
  }
  const suffix = state + SUFFIX;
  if (load<f64>(state, BEGUN) == 0) begin(state, period);
  let extreme = load<f64>(state, EXTREME);
  let place = <i32>load<f64>(state, PLACE);
  let done = 0;
  while (done < count) {
    const rows = min(period - place, count - done);
    extreme = combine(rowOf(x, done), rowOf(y, done), rows, rowOf(suffix, place + 1), extreme, signs);
    done += rows;
    place += rows;
    if (place == period) {
      suffixExtremes(rowOf(x, done - period), period, suffix, signs);
      extreme = -Infinity;
      place = 0;
    }
  }
  store<f64>(state, extreme, EXTREME);
  store<f64>(state, <f64>place, PLACE);
}

function begin(state: usize, period: i32): void {
  store<f64>(state, 1, BEGUN);
  store<f64>(state, -Infinity, EXTREME);
  for (let i = 0; i < period + 4; i++) store<f64>(rowOf(state + SUFFIX, i), -Infinity);
}

function lookThrough(x: usize, y: usize, rows: i32, period: i32, signs: v128): void {
  const back = (<usize>(period - 1)) << 3;
  const end = rowOf(y, rows);
  while (y < end) {
    let row = x - back;
    let extreme = v128.xor(v128.load(row), signs);
    while ((row += 8) <= x) extreme = f64x2.pmax(extreme, v128.xor(v128.load(row), signs));
    v128.store(y, v128.xor(extreme, signs));
    x += 16;
    y += 16;
  }
}

/** Extremes of windows from those of the chunk up to a row and of the chunk before; answers the former at the last row. */
function combine(x: usize, y: usize, rows: i32, suffix: usize, before: f64, signs: v128): f64 {
  const lowest = f64x2.splat(-Infinity);
  const end = rowOf(x, rows);
  const whole = rowOf(x, rows & ~3);
  let carry = f64x2.splat(before);
  let extreme = carry;
  while (x < end) {
    if (x == whole) extreme = carry;
    const a = v128.xor(v128.load(x), signs);
    const b = v128.xor(v128.load(x, 16), signs);
    const low = f64x2.pmax(a, v128.shuffle<f64>(lowest, a, 0, 2));
    const high = f64x2.pmax(f64x2.pmax(b, v128.shuffle<f64>(lowest, b, 0, 2)), highTwice(low));
    v128.store(y, v128.xor(f64x2.pmax(f64x2.pmax(carry, low), v128.load(suffix)), signs));
    carry = f64x2.pmax(carry, high);
    v128.store(y, v128.xor(f64x2.pmax(carry, v128.load(suffix, 16)), signs), 16);
    carry = highTwice(carry);
    x += 32;
    y += 32;
    suffix += 32;
  }
  if (x == whole) return f64x2.extract_lane(carry, 0);
  for (let row = whole; row < end; row += 8) {
    extreme = f64x2.pmax(extreme, v128.xor(v128.load64_splat(row), signs));
  }
  return f64x2.extract_lane(extreme, 0);
}

/** Writes to `suffix[i]` the extreme of rows `[i, rows)`. */
function suffixExtremes(x: usize, rows: i32, suffix: usize, signs: v128): void {
  const lowest = f64x2.splat(-Infinity);
  const rest = rows & 3;
  let carry = lowest;
  for (let i = rows - 4; i >= rest; i -= 4) {
    const a = v128.xor(v128.load(rowOf(x, i)), signs);
    const b = v128.xor(v128.load(rowOf(x, i + 2)), signs);
    const high = f64x2.pmax(b, v128.shuffle<f64>(b, lowest, 1, 2));
    const low = f64x2.pmax(f64x2.pmax(a, v128.shuffle<f64>(a, lowest, 1, 2)), lowTwice(high));
    v128.store(rowOf(suffix, i + 2), f64x2.pmax(carry, high));
    carry = f64x2.pmax(carry, low);
    v128.store(rowOf(suffix, i), carry);
    carry = lowTwice(carry);
  }
  for (let i = rest - 1; i >= 0; i--) {
    carry = f64x2.pmax(carry, v128.xor(v128.load64_splat(rowOf(x, i)), signs));
    store<f64>(rowOf(suffix, i), f64x2.extract_lane(carry, 0));
  }
}

/**
 * Rows of the extreme of the last `period` rows, whose values are known, counted from `origin`. A row is told until it leaves
 * the window or a later one equals or beats it; only then the window is looked through, from its oldest row to the first
 * of equals. No row is looked at twice, so it costs O(1) a row on average.
 */
export function extremeRows(state: usize, count: i32, x: usize, extreme: usize, y: usize): void {
  const period = <i32>load<f64>(state);
  const origin = <i32>load<f64>(state, 8);
  const first = <i32>load<f64>(state, 16);
  let told = <i32>load<f64>(state, 24);
  let i = min(max(period - 1 - first, 0), count);
  if (i < count && first + i == period - 1) {
    told = oldestOf(rowOf(x, i), load<f64>(rowOf(extreme, i)), period - 1, period);
    store<f64>(rowOf(y, i), <f64>(told + origin));
    i++;
  }
  for (; i < count; i++) {
    const row = first + i;
    const best = load<f64>(rowOf(extreme, i));
    if (told <= row - period) told = oldestOf(rowOf(x, i), best, row, period);
    else told = select(row, told, load<f64>(rowOf(x, i)) == best);
    store<f64>(rowOf(y, i), <f64>(told + origin));
  }
  store<f64>(state, <f64>(first + count), 16);
  store<f64>(state, <f64>told, 24);
}

/** The oldest of the last `period` rows that equals `best`; `x` is at `row`. */
function oldestOf(x: usize, best: f64, row: i32, period: i32): i32 {
  let back = period - 1;
  while (load<f64>(x - ((<usize>back) << 3)) != best) back--;
  return row - back;
}
