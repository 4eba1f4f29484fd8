// Mean of the last dominant cycle, smoothed over four rows.
//
// A mean is the difference of two running sums of a chunk of rows. They begin anew with each chunk and are of
// distances from one of its rows, so that they do not drift and stay small.
//
// twin       src/indicators/primitives/cycle-trend.ts
// state      rows before the first | rows taken, the last three means, running sums of a chunk
// precision  rtol 1e-13 of the twin

import { at, rowOf } from '../../shared/rows';

const EARLIER: usize = 0;
const TAKEN: usize = 8;
const MEANS: usize = 16;
const SUMS: usize = 40;

const CHUNK = 256;
/** Rows before a chunk's first that a mean reaches back to. */
const BACK = 49;

export function cycleTrend(state: usize, count: i32, x: usize, cycle: usize, trend: usize): void {
  let taken = <i32>load<f64>(state, TAKEN);
  const earlier = <i32>load<f64>(state, EARLIER);
  for (let from = 0; from < count; from += CHUNK) {
    const rows = min(CHUNK, count - from);
    const back = min(BACK, earlier + taken);
    const row = rowOf(x, from);
    addUp(state + SUMS, row, back, rows);
    smoothMeans(state, load<f64>(row), back, rows, rowOf(cycle, from), rowOf(trend, from));
    taken += rows;
  }
  store<f64>(state, <f64>taken, TAKEN);
}

/** Running sums of the distances of rows from the one at `x`, begun `back` rows before it. */
function addUp(sums: usize, x: usize, back: i32, rows: i32): void {
  const level = load<f64>(x);
  let sum: f64 = 0;
  store<f64>(sums, 0);
  for (let i = 0; i < back + rows; i++) {
    sum += at(x, i - back) - level;
    store<f64>(rowOf(sums, i + 1), sum);
  }
}

function smoothMeans(state: usize, level: f64, back: i32, rows: i32, cycle: usize, trend: usize): void {
  const sums = rowOf(state + SUMS, back + 1);
  let mean1 = at(state + MEANS, 0);
  let mean2 = at(state + MEANS, 1);
  let mean3 = at(state + MEANS, 2);
  for (let i = 0; i < rows; i++) {
    const length = Math.floor(at(cycle, i) + 0.5);
    const sum = at(sums, i) - at(sums, i - <i32>length);
    // No rows have the mean 0.
    const mean = length == 0 ? 0 : level + sum / length;
    store<f64>(rowOf(trend, i), (4 * mean + 3 * mean1 + 2 * mean2 + mean3) / 10);
    mean3 = mean2;
    mean2 = mean1;
    mean1 = mean;
  }
  store<f64>(state + MEANS, mean1);
  store<f64>(state + MEANS, mean2, 8);
  store<f64>(state + MEANS, mean3, 16);
}
