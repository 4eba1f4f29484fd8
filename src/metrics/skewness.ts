import { finite } from './finite';
import type { Moments } from './moments';
import { moves } from './sample';

/** Returns needed. */
export const SKEWNESS_MINIMUM = 3;

/**
 * Sample skewness: third standardised moment, corrected for the bias of a small sample:
 * `g * sqrt(n (n - 1)) / (n - 2)`.
 *
 * @param returns  moments of the simple per-bar returns
 * @returns        no unit, below 0 when large losses outweigh large gains; null for fewer than three returns,
 *                 returns that do not move, or a NaN
 * @see Joanes and Gill, Comparing Measures of Sample Skewness and Kurtosis, The Statistician, 1998 (`G1`)
 * @see scipy 1.17.1 `skew(bias=False)` (tests/golden/performance.json)
 */
export function skewness(returns: Moments): number | null {
  const { count, skew } = returns;
  if (count < SKEWNESS_MINIMUM || !moves(returns)) return null;
  return finite((skew * Math.sqrt(count * (count - 1))) / (count - 2));
}
