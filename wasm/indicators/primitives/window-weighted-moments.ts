// Weighted mean and variance of the last `period` rows.
//
// Rows are taken in chunks as in window-sum.ts, their distances from an anchor: the last row of the latest whole chunk
// that has a weight, a row of the window itself, so that the level of the rows costs no digits.
//
// twin       src/indicators/primitives/window-weighted-moments.ts
// state      period | rows of the chunk so far, anchor, sums of its weights and of weighted distances and their squares,
//            then the same three sums of each end of the chunk before [3 period]
// precision  rtol 1e-13 of the twin on the scale of the window's spread; same bits for a prefix of the input

import { rowOf } from '../../shared/rows';

const PLACE: usize = 8;
const ANCHOR: usize = 16;
const SUMS: usize = 24;
const ENDS: usize = 48;
/** Bytes of three sums. */
const ENTRY: usize = 24;

export function windowWeightedMoments(
  state: usize,
  count: i32,
  x: usize,
  weights: usize,
  means: usize,
  variances: usize,
): void {
  const period = <i32>load<f64>(state);
  let place = <i32>load<f64>(state, PLACE);
  let done = 0;
  while (done < count) {
    const rows = min(period - place, count - done);
    combine(state, x, weights, rows, place, means, variances);
    x = rowOf(x, rows);
    weights = rowOf(weights, rows);
    means = rowOf(means, rows);
    variances = rowOf(variances, rows);
    done += rows;
    place += rows;
    if (place < period) continue;
    beginChunk(state, x, weights, period);
    write(state + ENDS, load<f64>(state, ANCHOR), load<f64>(x - 8), means - 8, variances - 8);
    place = 0;
  }
  store<f64>(state, <f64>place, PLACE);
}

function combine(
  state: usize,
  x: usize,
  weights: usize,
  rows: i32,
  place: i32,
  means: usize,
  variances: usize,
): void {
  const anchor = load<f64>(state, ANCHOR);
  const end = rowOf(x, rows);
  let older = state + ENDS + <usize>(place + 1) * ENTRY;
  let weight = load<f64>(state, SUMS);
  let first = load<f64>(state, SUMS + 8);
  let second = load<f64>(state, SUMS + 16);
  while (x < end) {
    const row = load<f64>(x);
    const distance = row - anchor;
    const moment = load<f64>(weights) * distance;
    weight += load<f64>(weights);
    first += moment;
    second += moment * distance;
    const total = weight + load<f64>(older);
    const mean = (first + load<f64>(older, 8)) / total;
    const square = (second + load<f64>(older, 16)) / total;
    store<f64>(means, total == 0 ? row : anchor + mean);
    store<f64>(variances, total == 0 ? 0 : square - mean * mean);
    x += 8;
    weights += 8;
    older += ENTRY;
    means += 8;
    variances += 8;
  }
  store<f64>(state, weight, SUMS);
  store<f64>(state, first, SUMS + 8);
  store<f64>(state, second, SUMS + 16);
}

/** Takes the sums of all ends of the chunk that ends before `x`. */
function beginChunk(state: usize, x: usize, weights: usize, period: i32): void {
  let back = 8;
  while (back < period << 3 && load<f64>(weights - back) == 0) back += 8;
  const anchor = load<f64>(x - back);
  let entry = state + ENDS + <usize>period * ENTRY;
  let weight: f64 = 0;
  let first: f64 = 0;
  let second: f64 = 0;
  while (entry > state + ENDS) {
    x -= 8;
    weights -= 8;
    entry -= ENTRY;
    const distance = load<f64>(x) - anchor;
    const moment = load<f64>(weights) * distance;
    weight += load<f64>(weights);
    first += moment;
    second += moment * distance;
    store<f64>(entry, weight);
    store<f64>(entry, first, 8);
    store<f64>(entry, second, 16);
  }
  store<f64>(state, anchor, ANCHOR);
  store<f64>(state, 0, SUMS);
  store<f64>(state, 0, SUMS + 8);
  store<f64>(state, 0, SUMS + 16);
}

/** The window that is a whole chunk. */
function write(entry: usize, anchor: f64, newest: f64, mean: usize, variance: usize): void {
  const total = load<f64>(entry);
  const distance = load<f64>(entry, 8) / total;
  store<f64>(mean, total == 0 ? newest : anchor + distance);
  store<f64>(variance, total == 0 ? 0 : load<f64>(entry, 16) / total - distance * distance);
}
