// Rows of the greatest of the last `period` rows of x and of the least of y, both at once in the two lanes of a
// vector. Chunks are as in window-extreme.ts, with the row of each extreme beside it.
//
// twin       src/indicators/primitives/extreme-age.ts, src/indicators/primitives/window-extreme.ts
// state      period, keeps, origin, ages | rows taken, place in the chunk, then vectors: extreme of the chunk so far and its
//            row, the extreme that is told and its row; suffix extremes of the chunk before and their rows
//            [4 * (period + 1)]. With `keeps` an extreme stays until a later row equals or beats it, and the oldest of
//            equals follows; without, the latest of equals is told. With `ages` rows
//            are counted back from the present one.
// precision  the twin's rows

import { pair } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

const KEEPS: usize = 8;
const ORIGIN: usize = 16;
const AGES: usize = 24;
const TAKEN: usize = 32;
const PLACE: usize = 40;
const PREFIX: usize = 48;
const TOLD: usize = 80;
const SUFFIX: usize = 112;
const ENTRY: usize = 32;

export function extremeRows(state: usize, count: i32, x: usize, y: usize, high: usize, low: usize): void {
  const period = <i32>load<f64>(state);
  const keeps = load<f64>(state, KEEPS) != 0;
  const origin = f64x2.splat(load<f64>(state, ORIGIN));
  const ages = load<f64>(state, AGES) != 0;
  const lowest = f64x2.splat(-Infinity);
  let taken = <i32>load<f64>(state, TAKEN);
  let place = <i32>load<f64>(state, PLACE);
  if (taken == 0) begin(state, period);
  let prefix = v128.load(state, PREFIX);
  let prefixRow = v128.load(state, PREFIX + 16);
  let told = v128.load(state, TOLD);
  let toldRow = v128.load(state, TOLD + 16);
  let suffix = state + SUFFIX + <usize>(place + 1) * ENTRY;
  const end = rowOf(x, count);
  while (x < end) {
    const value = pair(load<f64>(x), -load<f64>(y));
    const row = f64x2.splat(<f64>taken);
    const isNew = keeps ? f64x2.gt(value, prefix) : f64x2.ge(value, prefix);
    prefix = v128.bitselect(value, prefix, isNew);
    prefixRow = v128.bitselect(row, prefixRow, isNew);
    const older = v128.load(suffix);
    const isOlder = keeps ? f64x2.ge(older, prefix) : f64x2.gt(older, prefix);
    const best = v128.bitselect(older, prefix, isOlder);
    const bestRow = v128.bitselect(v128.load(suffix, 16), prefixRow, isOlder);
    if (keeps) {
      const isLeft = f64x2.lt(toldRow, f64x2.splat(<f64>(taken - period + 1)));
      const isEarly = taken < period ? f64x2.eq(row, row) : isLeft;
      told = v128.bitselect(best, told, isEarly);
      toldRow = v128.bitselect(bestRow, toldRow, isEarly);
      const isBeaten = v128.andnot(f64x2.ge(value, told), isEarly);
      told = v128.bitselect(value, told, isBeaten);
      toldRow = v128.bitselect(row, toldRow, isBeaten);
    } else toldRow = bestRow;
    const answer = ages ? f64x2.sub(row, toldRow) : f64x2.add(toldRow, origin);
    v128.store64_lane(high, answer, 0);
    v128.store64_lane(low, answer, 1);
    taken++;
    place++;
    suffix += ENTRY;
    if (place == period) {
      suffixExtremes(x, y, taken - 1, period, state + SUFFIX, keeps);
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
  v128.store(state, told, TOLD);
  v128.store(state, toldRow, TOLD + 16);
}

function begin(state: usize, period: i32): void {
  const lowest = f64x2.splat(-Infinity);
  v128.store(state, lowest, PREFIX);
  v128.store(state, lowest, TOLD);
  for (let i = 0; i <= period; i++) v128.store(state + SUFFIX + <usize>i * ENTRY, lowest);
}

/** Extremes of rows `[i, rows)` of the chunk whose last row is `last`, at `x` and `y`, in entry `i`. */
function suffixExtremes(x: usize, y: usize, last: i32, rows: i32, suffix: usize, keeps: bool): void {
  let best = f64x2.splat(-Infinity);
  let bestRow = best;
  for (let i = rows - 1; i >= 0; i--) {
    const value = pair(load<f64>(x), -load<f64>(y));
    const isNew = keeps ? f64x2.ge(value, best) : f64x2.gt(value, best);
    best = v128.bitselect(value, best, isNew);
    bestRow = v128.bitselect(f64x2.splat(<f64>(last - (rows - 1 - i))), bestRow, isNew);
    v128.store(suffix + <usize>i * ENTRY, best);
    v128.store(suffix + <usize>i * ENTRY, bestRow, 16);
    x -= 8;
    y -= 8;
  }
}
