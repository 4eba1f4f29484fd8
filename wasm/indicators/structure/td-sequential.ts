// Rows in a row that lie below, and above, the row four rows before.
//
// twin       src/indicators/structure/td-sequential.ts
// state      both counts
// precision  exact; same bits for a prefix of the input

import { fixed } from '../../shared/constant';
import { rowOf } from '../../shared/rows';

/** Bytes between the two rows that are compared. */
const DISTANCE: usize = 32;

export function setupCounts(state: usize, count: i32, x: usize, below: usize, above: usize): void {
  const one = fixed(1);
  let counts = v128.load(state);
  const end = rowOf(x, count);
  while (x < end) {
    const row = v128.load64_zero(x);
    const before = v128.load64_zero(x - DISTANCE);
    const isCounted = f64x2.lt(v128.shuffle<f64>(row, before, 0, 2), v128.shuffle<f64>(before, row, 0, 2));
    counts = v128.and(f64x2.add(counts, one), isCounted);
    v128.store64_lane(below, counts, 0);
    v128.store64_lane(above, counts, 1);
    x += 8;
    below += 8;
    above += 8;
  }
  v128.store(state, counts);
}
