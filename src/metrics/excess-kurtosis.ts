import { finite } from './finite';
import type { Moments } from './moments';
import { moves } from './sample';

/** Returns needed. */
export const KURTOSIS_MINIMUM = 4;

/**
 * Sample excess kurtosis: fourth standardised moment less that of the normal distribution, corrected for the bias
 * of a small sample: `((n + 1) g + 6) (n - 1) / ((n - 2) (n - 3))` with `g` that of the population.
 *
 * @param returns  moments of the simple per-bar returns
 * @returns        no unit, above 0 for fat tails; null for fewer than four returns, returns that do not move, or a NaN
 * @see Joanes and Gill, Comparing Measures of Sample Skewness and Kurtosis, The Statistician, 1998 (`G2`)
 * @see scipy 1.17.1 `kurtosis(bias=False)` (tests/golden/performance.json)
 */
export function excessKurtosis(returns: Moments): number | null {
  const { count, kurtosis } = returns;
  if (count < KURTOSIS_MINIMUM || !moves(returns)) return null;
  return finite((((count + 1) * (kurtosis - 3) + 6) * (count - 1)) / ((count - 2) * (count - 3)));
}
