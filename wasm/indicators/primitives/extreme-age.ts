// Rows since the greatest of the last `period` rows of x and since the least of y, of equals the latest: both at once in
// the two lanes of a vector. Chunks are as in window-extreme.ts, with the row of each extreme beside it.
//
// twin       src/indicators/primitives/extreme-age.ts
// state      period | rows taken, place in the chunk, a row that is not used; then vectors: extreme of the chunk so far and
//            its row, suffix extremes of the chunk before and their rows [4 * (period + 1)]
// precision  the twin's rows

import { fixed } from '../../shared/constant';
import { pair } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

const TAKEN: usize = 8;
const PLACE: usize = 16;
const PREFIX: usize = 32;
const SUFFIX: usize = 64;
const ENTRY: usize = 32;

export function extremeAges(state: usize, count: i32, x: usize, y: usize, high: usize, low: usize): void {
  const period = <i32>load<f64>(state);
  const lowest = fixed(-Infinity);
  let taken = <i32>load<f64>(state, TAKEN);
  let place = <i32>load<f64>(state, PLACE);
  if (taken == 0) begin(state, period);
  let prefix = v128.load(state, PREFIX);
  let prefixRow = v128.load(state, PREFIX + 16);
  let suffix = state + SUFFIX + <usize>(place + 1) * ENTRY;
  const end = rowOf(x, count);
  while (x < end) {
    const value = pair(load<f64>(x), -load<f64>(y));
    const row = f64x2.splat(<f64>taken);
    const isNew = f64x2.ge(value, prefix);
    prefix = v128.bitselect(value, prefix, isNew);
    prefixRow = v128.bitselect(row, prefixRow, isNew);
    const isOlder = f64x2.gt(v128.load(suffix), prefix);
    const age = f64x2.sub(row, v128.bitselect(v128.load(suffix, 16), prefixRow, isOlder));
    v128.store64_lane(high, age, 0);
    v128.store64_lane(low, age, 1);
    taken++;
    place++;
    suffix += ENTRY;
    if (place == period) {
      suffixExtremes(x, y, taken - 1, period, state + SUFFIX);
      place = 0;
      suffix = state + SUFFIX + ENTRY;
      prefix = lowest;
    }
    x += 8;
    y += 8;
    high += 8;
    low += 8;
  }
  store<f64>(state, <f64>taken, TAKEN);
  store<f64>(state, <f64>place, PLACE);
  v128.store(state, prefix, PREFIX);
  v128.store(state, prefixRow, PREFIX + 16);
}

function begin(state: usize, period: i32): void {
  const lowest = fixed(-Infinity);
  v128.store(state, lowest, PREFIX);
  for (let i = 0; i <= period; i++) v128.store(state + SUFFIX + <usize>i * ENTRY, lowest);
}

/** Extremes of rows `[i, rows)` of the chunk whose last row is `last`, at `x` and `y`, in entry `i`. */
function suffixExtremes(x: usize, y: usize, last: i32, rows: i32, suffix: usize): void {
  let best = f64x2.splat(-Infinity);
  let bestRow = best;
  for (let i = rows - 1; i >= 0; i--) {
    const value = pair(load<f64>(x), -load<f64>(y));
    const isNew = f64x2.gt(value, best);
    best = v128.bitselect(value, best, isNew);
    bestRow = v128.bitselect(f64x2.splat(<f64>(last - (rows - 1 - i))), bestRow, isNew);
    v128.store(suffix + <usize>i * ENTRY, best);
    v128.store(suffix + <usize>i * ENTRY, bestRow, 16);
    x -= 8;
    y -= 8;
  }
}
