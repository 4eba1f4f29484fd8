import { normalQuantile } from '../core/math/normal';
import { finite } from './finite';
import type { Moments } from './moments';

/** Returns needed for a deviation. */
export const GAUSSIAN_MINIMUM = 2;

/**
 * Gaussian value at risk: `-(mean + z * deviation)` with `z` the normal quantile of `tail`, for returns taken as normal.
 *
 * @param returns  moments of the simple per-bar returns
 * @param tail     in (0, 0.5], 0.05 for 95 % confidence
 * @returns        loss per bar, fraction, positive for a loss; null for fewer than two returns or a NaN
 * @see Jorion, Value at Risk, 3rd edition, 2006
 * @see quantstats 0.0.64 `value_at_risk`, with its sign turned (tests/golden/performance.json)
 */
export function gaussianValueAtRisk({ mean, deviation }: Moments, tail: number): number | null {
  return finite(0 - (mean + normalQuantile(tail) * deviation));
}
