// How many of the `period` rows before a row are not above it, counted through.
//
// twin       src/indicators/primitives/sorted-window.ts
// state      period
// precision  exact; same bits for a prefix of the input

import { rowOf } from '../../shared/rows';

export function countAtMost(state: usize, count: i32, x: usize, y: usize): void {
  const back = (<usize>load<f64>(state)) << 3;
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
