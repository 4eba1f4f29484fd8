// First row of a column that graphs do not take: NaN, infinities and numbers from 1e100 on.
//
// twin       src/compute/wasm/graph/odd-rows.ts
// state      none
// precision  the twin's row

import { fixed, sizeBits, sizes } from '../../../shared/constant';
import { at, rowOf } from '../../../shared/rows';

const LARGE: f64 = 1e100;
/** Rows that are looked at together while nothing is odd. */
const STRIDE = 8;

/** From `row` on; `rows` where there is none. */
export function nextOddRow(x: usize, row: i32, rows: i32): i32 {
  const large = fixed(LARGE);
  const bits = sizeBits();
  let i = row;
  for (; i + STRIDE <= rows; i += STRIDE) {
    const part = rowOf(x, i);
    const near = f64x2.add(sizes(v128.load(part), bits), sizes(v128.load(part, 16), bits));
    const far = f64x2.add(sizes(v128.load(part, 32), bits), sizes(v128.load(part, 48), bits));
    if (!i64x2.all_true(f64x2.lt(f64x2.add(near, far), large))) break;
  }
  while (i < rows && abs(at(x, i)) < LARGE) i++;
  return i;
}
