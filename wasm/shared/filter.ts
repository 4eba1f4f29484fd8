import { fixed, fixedPair } from './constant';
import { highTwice, shiftedUp } from './lanes';

// The filter `value += weight * (x - value)` four rows at a time.
//
// With `keep = 1 - weight` and `y = weight * x`, a group of four rows is first filtered by itself, then
// the value before the group is added once, times a power of `keep`: one carried step in four rows.
// What `step` and `reach…` give is computed once: they are for before a loop.
//
// A row's result does not depend on later rows of its group, so a group that is cut short by the end
// of the column (and padded) has the same bits.

/** `[keep, keep]`: for the step inside two rows. */
export function step(keep: f64): v128 {
  return fixed(keep);
}

/** `[keep, keep^2]`: how a value reaches the two rows after it. */
export function reachFirst(keep: f64): v128 {
  return fixedPair(keep, keep * keep);
}

/** `[keep^3, keep^4]`: how a value reaches the third and fourth row after it. */
export function reachSecond(keep: f64): v128 {
  return fixedPair(keep * keep * keep, keep * keep * (keep * keep));
}

/** Two rows filtered by themselves. */
export function alone(y: v128, one: v128): v128 {
  return f64x2.add(y, f64x2.mul(shiftedUp(y), one));
}

/** Two rows continued from the last lane of `before`. */
export function continued(rows: v128, before: v128, reach: v128): v128 {
  return f64x2.add(rows, f64x2.mul(highTwice(before), reach));
}
