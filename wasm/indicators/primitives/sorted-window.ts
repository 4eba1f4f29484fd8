// How many of the `period` rows before a row are not above it: of up to 512 counted through, of more found in their order.
//
// twin       src/indicators/primitives/sorted-window.ts
// state      period | of more than 512 rows their order (wasm/shared/ordered-rows.ts)
// precision  exact; same bits for a prefix of the input

import {
  beginOrder,
  insertOrdered,
  isBegun,
  orderedAtMost,
  orderedCount,
  removeOrdered,
} from '../../shared/ordered-rows';
import { at, rowOf } from '../../shared/rows';

const ORDER: usize = 8;
/** Longest window that is counted through. */
const MOST_COUNTED = 512;

export function countAtMost(state: usize, count: i32, x: usize, y: usize): void {
  const period = <i32>load<f64>(state);
  if (period <= MOST_COUNTED) countThrough(period, count, x, y);
  else lookUp(state + ORDER, period, count, x, y);
}

function lookUp(order: usize, period: i32, count: i32, x: usize, y: usize): void {
  if (!isBegun(order)) beginOrder(order, period);
  for (let i = 0; i < count; i++) {
    const row = at(x, i);
    const isFull = orderedCount(order) == period;
    if (isFull) {
      store<f64>(rowOf(y, i), <f64>orderedAtMost(order, row));
      removeOrdered(order, at(x, i - period));
    }
    insertOrdered(order, row);
  }
}

function countThrough(period: i32, count: i32, x: usize, y: usize): void {
  const back = (<usize>period) << 3;
  const end = rowOf(x, count);
  while (x < end) {
    const low = v128.load(x);
    const high = v128.load(x, 16);
    let ofLow = i64x2.splat(0);
    let ofHigh = ofLow;
    for (let row = x - back; row < x; row += 8) {
      ofLow = i64x2.sub(ofLow, f64x2.le(v128.load(row), low));
      ofHigh = i64x2.sub(ofHigh, f64x2.le(v128.load(row, 16), high));
    }
    store<f64>(y, <f64>(<i32>i64x2.extract_lane(ofLow, 0)));
    store<f64>(y, <f64>(<i32>i64x2.extract_lane(ofLow, 1)), 8);
    store<f64>(y, <f64>(<i32>i64x2.extract_lane(ofHigh, 0)), 16);
    store<f64>(y, <f64>(<i32>i64x2.extract_lane(ofHigh, 1)), 24);
    x += 32;
    y += 32;
  }
}
