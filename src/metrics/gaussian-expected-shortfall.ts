import { normalDensity, normalQuantile } from '../core/math/normal';
import { finite } from './finite';
import type { Moments } from './moments';

/**
 * Gaussian expected shortfall: `-(mean - deviation * density(z) / tail)` with `z` the normal quantile of `tail`, the mean
 * loss beyond the Gaussian value at risk.
 *
 * @param returns  moments of the simple per-bar returns
 * @param tail     in (0, 0.5], 0.05 for 95 % confidence
 * @returns        loss per bar, fraction, positive for a loss; null for fewer than two returns or a NaN
 * @see McNeil, Frey and Embrechts, Quantitative Risk Management, 2005, example 2.18
 */
export function gaussianExpectedShortfall({ mean, deviation }: Moments, tail: number): number | null {
  return finite(0 - (mean - (deviation * normalDensity(normalQuantile(tail))) / tail));
}
