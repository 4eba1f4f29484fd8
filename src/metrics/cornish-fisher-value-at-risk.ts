import { normalQuantile } from '../core/math/normal';
import { cornishFisher, isCornishFisherTail } from './cornish-fisher';
import { finite } from './finite';
import type { Moments } from './moments';

/**
 * Modified value at risk: the Gaussian one with its quantile corrected for skew and kurtosis by the
 * Cornish-Fisher expansion, `-(mean + cf(z) * deviation)`.
 *
 * @param returns  moments of the simple per-bar returns (skew and kurtosis of the population)
 * @param tail     in (0, 0.5], 0.05 for 95 % confidence
 * @returns        loss per bar, fraction, positive for a loss; null for fewer than 20 returns, returns that
 *                 do not move, a NaN, or moments for which the expansion is no distribution in this tail
 * @see Favre and Galeano, Mean-Modified Value-at-Risk Optimization with Hedge Funds, 2002
 */
export function cornishFisherValueAtRisk(returns: Moments, tail: number): number | null {
  const z = normalQuantile(tail);
  if (!isCornishFisherTail(returns, z)) return null;
  const corrected = cornishFisher(z, returns.skew, returns.kurtosis - 3);
  return finite(0 - (returns.mean + corrected * returns.deviation));
}
