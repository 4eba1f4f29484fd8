// Level of the last swing high (`sign` 1) or low (-1): the candidate of a row that is beyond its rival. Before the first
// one, the extreme of all rows so far.
//
// twin       src/indicators/structure/swing-stream.ts
// state      sign, rows without a rival | rows so far, at most these and one more, whether one is confirmed, level
// precision  exact; same bits for a prefix of the input

import { fixed } from '../../shared/constant';
import { at, rowOf } from '../../shared/rows';

const MISSING: usize = 8;
const ROWS: usize = 16;
const IS_CONFIRMED: usize = 24;
const LEVEL: usize = 32;

export function swingLevel(
  state: usize,
  count: i32,
  x: usize,
  candidates: usize,
  rivals: usize,
  levels: usize,
): void {
  const sign = load<f64>(state);
  const missing = <i32>load<f64>(state, MISSING);
  const before = <i32>load<f64>(state, ROWS);
  let isConfirmed = load<f64>(state, IS_CONFIRMED) != 0;
  let level = load<f64>(state, LEVEL);
  let i = 0;
  for (; i < count && !isConfirmed; i++) {
    if (before + i >= missing && at(candidates, i) * sign > at(rivals, i) * sign) {
      level = at(candidates, i);
      isConfirmed = true;
    } else if (before + i == 0 || at(x, i) * sign > level * sign) level = at(x, i);
    store<f64>(rowOf(levels, i), level);
  }
  const signs = fixed(sign);
  let last = f64x2.splat(level);
  for (; i < count; i++) {
    const candidate = v128.load64_zero(rowOf(candidates, i));
    const isBeyond = f64x2.gt(
      f64x2.mul(candidate, signs),
      f64x2.mul(v128.load64_zero(rowOf(rivals, i)), signs),
    );
    last = v128.bitselect(candidate, last, isBeyond);
    v128.store64_lane(rowOf(levels, i), last, 0);
  }
  store<f64>(state, <f64>min(missing + 1, before + count), ROWS);
  store<f64>(state, isConfirmed ? 1 : 0, IS_CONFIRMED);
  store<f64>(state, f64x2.extract_lane(last, 0), LEVEL);
}
