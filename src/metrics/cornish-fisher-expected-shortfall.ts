import { normalDensity, normalQuantile } from '../core/math/normal';
import { isCornishFisherTail } from './cornish-fisher';
import { finite } from './finite';
import type { Moments } from './moments';

/**
 * Modified expected shortfall: mean of the Cornish-Fisher losses beyond the modified value at risk,
 * `-(mean - deviation * density(z) / tail * (1 + z S / 6 + (z² - 1) K / 24 - (2 z² - 1) S² / 36))`, the integral of the
 * expansion over the tail.
 *
 * @param returns  moments of the simple per-bar returns (skew `S` and kurtosis `K + 3` of the population)
 * @param tail     in (0, 0.5], 0.05 for 95 % confidence
 * @returns        loss per bar, fraction, positive for a loss; null where the modified value at risk is
 * @see Maillard, A User's Guide to the Cornish Fisher Expansion, 2012
 */
export function cornishFisherExpectedShortfall(returns: Moments, tail: number): number | null {
  const z = normalQuantile(tail);
  if (!isCornishFisherTail(returns, z)) return null;
  const { mean, deviation, skew } = returns;
  const square = z * z;
  const shape =
    1 + (z * skew) / 6 + ((square - 1) * (returns.kurtosis - 3)) / 24 - ((2 * square - 1) * skew * skew) / 36;
  return finite(0 - (mean - ((deviation * normalDensity(z)) / tail) * shape));
}
