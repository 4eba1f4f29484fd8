// Ranges of bars, each the distance of two columns or their difference with its sign, and their sums.

import { fixedVector } from './constant';

/** The bits of a difference that count: all of them, or all but its sign. */
export function countedBits(isSigned: bool): v128 {
  return fixedVector(i64x2.splat(isSigned ? -1 : i64.MAX_VALUE));
}

export function rangeAt(upper: usize, lower: usize, bits: v128): f64 {
  const difference = f64x2.splat(load<f64>(upper) - load<f64>(lower));
  return f64x2.extract_lane(v128.and(difference, bits), 0);
}

/** What two bars change of a sum: their ranges less those of the bars that leave it. */
export function changeOf(upper: v128, lower: v128, oldUpper: v128, oldLower: v128, bits: v128): v128 {
  const newest = v128.and(f64x2.sub(upper, lower), bits);
  return f64x2.sub(newest, v128.and(f64x2.sub(oldUpper, oldLower), bits));
}

/** Sum of the bars before one, the earliest first; `window` in bytes. */
export function sumBefore(upper: usize, lower: usize, bits: v128, window: usize): f64 {
  let sum: f64 = 0;
  for (let back = window; back > 0; back -= 8) sum += rangeAt(upper - back, lower - back, bits);
  return sum;
}
