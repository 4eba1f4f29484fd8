// A quantile of the last `period` rows, and the median distance of the rows from it: the rows are kept in order of size.
//
// twin       src/indicators/primitives/window-quantile.ts
// state      period, share | rows so far, at most `period`, and these in order [period]
// precision  the twin's bits; same bits for a prefix of the input

import { at, rowOf } from '../../shared/rows';

const SHARE: usize = 8;
const ROWS: usize = 16;
const SORTED: usize = 24;

export function windowQuantile(state: usize, count: i32, x: usize, y: usize): void {
  for (let i = 0; i < count; i++) {
    take(state, rowOf(x, i));
    store<f64>(rowOf(y, i), quantile(state));
  }
}

export function medianDistance(state: usize, count: i32, x: usize, y: usize): void {
  const period = <i32>load<f64>(state);
  const sorted = state + SORTED;
  const middle = (period - 1) >> 1;
  for (let i = 0; i < count; i++) {
    take(state, rowOf(x, i));
    const level = quantile(state);
    const lower = distance(sorted, period, level, middle);
    const isOdd = (period & 1) != 0;
    store<f64>(rowOf(y, i), isOdd ? lower : (lower + distance(sorted, period, level, middle + 1)) / 2);
  }
}

/** On a straight line between the two nearest rows of a full window. */
function quantile(state: usize): f64 {
  const sorted = state + SORTED;
  const place = load<f64>(state, SHARE) * (load<f64>(state) - 1);
  const whole = floor(place);
  const rank = <i32>whole;
  const lower = at(sorted, rank);
  return place == whole ? lower : lower + (place - whole) * (at(sorted, rank + 1) - lower);
}

/** The distance from `level` that `rank` of the distances are not above. */
function distance(sorted: usize, period: i32, level: f64, rank: i32): f64 {
  let first = 0;
  let end = period - 1 - rank;
  while (first < end) {
    const middle = (first + end) >> 1;
    if (at(sorted, middle + rank) - level >= level - at(sorted, middle)) end = middle;
    else first = middle + 1;
  }
  const nearest = max<f64>(at(sorted, first + rank) - level, level - at(sorted, first));
  return first == 0 ? nearest : min<f64>(nearest, level - at(sorted, first - 1));
}

/** Puts the row at `x` in the place of the one that leaves the window. */
function take(state: usize, x: usize): void {
  const period = <i32>load<f64>(state);
  const rows = <i32>load<f64>(state, ROWS);
  const sorted = state + SORTED;
  const row = load<f64>(x);
  let place = rows;
  if (rows < period) store<f64>(state, <f64>(rows + 1), ROWS);
  else place = placeOf(sorted, period, at(x, -period));
  const last = rows < period ? rows : period - 1;
  while (place > 0 && at(sorted, place - 1) > row) {
    store<f64>(rowOf(sorted, place), at(sorted, place - 1));
    place--;
  }
  while (place < last && at(sorted, place + 1) < row) {
    store<f64>(rowOf(sorted, place), at(sorted, place + 1));
    place++;
  }
  store<f64>(rowOf(sorted, place), row);
}

/** First place of a row that is among the sorted ones. */
function placeOf(sorted: usize, rows: i32, row: f64): i32 {
  let first = 0;
  let left = rows;
  while (left > 1) {
    const half = left >> 1;
    first = at(sorted, first + half - 1) < row ? first + half : first;
    left -= half;
  }
  return first;
}
