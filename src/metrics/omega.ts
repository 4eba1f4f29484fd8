import type { Column } from '../core/column';
import { isSample, quotient } from './sample';

/** Returns needed. */
export const OMEGA_MINIMUM = 2;

/**
 * Omega ratio: sum of what the returns have above the threshold over the sum of what they lack to it. At a threshold
 * of 0 it is the profit factor of the bars.
 *
 * @param returns    `f64[n]`, simple per-bar returns, fractions
 * @param threshold  return per bar, fraction
 * @returns          ratio, 0 or more; null for fewer than two returns, no return below the threshold, or a NaN
 * @see Keating and Shadwick, A Universal Performance Measure, Journal of Performance Measurement, 2002
 * @see empyrical-reloaded 0.7.1 `omega_ratio` (tests/golden/performance.json)
 */
export function omega(returns: Column, threshold: number): number | null {
  if (!isSample(returns, OMEGA_MINIMUM)) return null;
  let above = 0;
  let below = 0;
  for (let i = 0; i < returns.length; i++) {
    const gap = returns[i]! - threshold;
    if (gap > 0) above += gap;
    else below -= gap;
  }
  return quotient(above, below);
}
