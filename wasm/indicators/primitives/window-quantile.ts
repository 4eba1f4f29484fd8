// A quantile of the last `period` rows, and the median distance of the rows from it: the rows are kept in order of size.
//
// twin       src/indicators/primitives/window-quantile.ts
// state      period, share | up to 512 rows: rows so far, at most `period`, and these in order [period]; of more their
//            order (wasm/shared/ordered-rows.ts)
// precision  the twin's bits; same bits for a prefix of the input

import {
  beginOrder,
  insertOrdered,
  isBegun,
  orderedAt,
  orderedCount,
  removeOrdered,
} from '../../shared/ordered-rows';
import { at, rowOf } from '../../shared/rows';

const SHARE: usize = 8;
const ROWS: usize = 16;
const ORDER: usize = 16;
const SORTED: usize = 24;

/** Longest window that is one row of numbers. */
const MOST_SORTED = 512;

/** How a window is kept, as types: each has code of its own. */
type Sorted = i64;
type Ordered = u64;

export function windowQuantile(state: usize, count: i32, x: usize, y: usize): void {
  if (load<f64>(state) <= MOST_SORTED) quantiles<Sorted>(state, count, x, y);
  else quantiles<Ordered>(state, count, x, y);
}

export function medianDistance(state: usize, count: i32, x: usize, y: usize): void {
  if (load<f64>(state) <= MOST_SORTED) distances<Sorted>(state, count, x, y);
  else distances<Ordered>(state, count, x, y);
}

function quantiles<Kept>(state: usize, count: i32, x: usize, y: usize): void {
  for (let i = 0; i < count; i++) {
    if (take<Kept>(state, rowOf(x, i))) store<f64>(rowOf(y, i), quantile<Kept>(state));
  }
}

function distances<Kept>(state: usize, count: i32, x: usize, y: usize): void {
  const period = <i32>load<f64>(state);
  const middle = (period - 1) >> 1;
  const isOdd = (period & 1) != 0;
  for (let i = 0; i < count; i++) {
    if (!take<Kept>(state, rowOf(x, i))) continue;
    const level = quantile<Kept>(state);
    const lower = distance<Kept>(state, period, level, middle);
    const value = isOdd ? lower : (lower + distance<Kept>(state, period, level, middle + 1)) / 2;
    store<f64>(rowOf(y, i), value);
  }
}

/** The row of a full window that has `rank` rows before it. */
function ranked<Kept>(state: usize, rank: i32): f64 {
  return isSigned<Kept>() ? at(state + SORTED, rank) : orderedAt(state + ORDER, rank);
}

/** On a straight line between the two nearest rows of a full window. */
function quantile<Kept>(state: usize): f64 {
  const place = load<f64>(state, SHARE) * (load<f64>(state) - 1);
  const whole = floor(place);
  const rank = <i32>whole;
  const lower = ranked<Kept>(state, rank);
  return place == whole ? lower : lower + (place - whole) * (ranked<Kept>(state, rank + 1) - lower);
}

/** The distance from `level` that `rank` of the distances are not above. */
function distance<Kept>(state: usize, period: i32, level: f64, rank: i32): f64 {
  let first = 0;
  let end = period - 1 - rank;
  while (first < end) {
    const middle = (first + end) >> 1;
    if (ranked<Kept>(state, middle + rank) - level >= level - ranked<Kept>(state, middle)) end = middle;
    else first = middle + 1;
  }
  const nearest = max<f64>(ranked<Kept>(state, first + rank) - level, level - ranked<Kept>(state, first));
  return first == 0 ? nearest : min<f64>(nearest, level - ranked<Kept>(state, first - 1));
}

/** Takes the row at `x` instead of the one that leaves the window; answers whether the window is full. */
function take<Kept>(state: usize, x: usize): bool {
  if (isSigned<Kept>()) return takeSorted(state, x);
  const period = <i32>load<f64>(state);
  const order = state + ORDER;
  if (!isBegun(order)) beginOrder(order, period);
  if (orderedCount(order) == period) removeOrdered(order, at(x, -period));
  insertOrdered(order, load<f64>(x));
  return orderedCount(order) == period;
}

function takeSorted(state: usize, x: usize): bool {
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
  return rows + 1 >= period;
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
