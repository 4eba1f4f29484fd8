import type { Column } from '../core/column';
import { quantile } from './quantile';
import { isSample, quotient } from './sample';

/** Returns needed, so that one is expected beyond either quantile. */
export const TAIL_RATIO_MINIMUM = 20;

/**
 * Tail ratio: size of the 95 % quantile of the returns over size of the 5 % quantile.
 *
 * @param returns  `f64[n]`, simple per-bar returns, fractions
 * @returns        ratio, 0 or more; null for fewer than 20 returns, a 5 % quantile of zero, or a NaN
 * @see empyrical-reloaded 0.7.1 `tail_ratio` (tests/golden/performance.json)
 */
export function tailRatio(returns: Column): number | null {
  if (!isSample(returns, TAIL_RATIO_MINIMUM)) return null;
  const sorted = returns.toSorted();
  return quotient(Math.abs(quantile(sorted, 0.95)), Math.abs(quantile(sorted, 0.05)));
}
