import type { Column } from '../core/column';
import { isSample, quotient } from './sample';

/** Returns needed. */
export const GAIN_TO_PAIN_MINIMUM = 2;

/**
 * Gain-to-pain ratio: sum of all returns over the size of the sum of the negative ones. Schwager takes months
 * (`periodReturns`).
 *
 * @param returns  `f64[n]`, returns of months, days or bars, fractions
 * @returns        ratio, -1 or more; null for fewer than two returns, none below zero, or a NaN
 * @see Schwager, Hedge Fund Market Wizards, 2012
 * @see quantstats 0.0.64 `gain_to_pain_ratio` (tests/golden/performance.json)
 */
export function gainToPain(returns: Column): number | null {
  if (!isSample(returns, GAIN_TO_PAIN_MINIMUM)) return null;
  let sum = 0;
  let pain = 0;
  for (let i = 0; i < returns.length; i++) {
    sum += returns[i]!;
    if (returns[i]! < 0) pain -= returns[i]!;
  }
  return quotient(sum, pain);
}
