import type { Column } from '../core/column';
import { finite } from './finite';
import { lowerPartialMoment } from './lower-partial-moment';

/**
 * Downside deviation: root of the mean square of what the returns lack to the target, over all bars, times the square
 * root of the bars a year.
 *
 * @param returns         `f64[n]`, simple per-bar returns, fractions
 * @param target          least acceptable return per bar, fraction
 * @param periodsPerYear  bars a year, above 0; 1 leaves it per bar
 * @returns               fraction a year; 0 when no return is below the target; null for fewer than two returns or a NaN
 * @see Sortino and Price, Performance Measurement in a Downside Risk Framework, 1994
 * @see empyrical-reloaded 0.7.1 `downside_risk` (tests/golden/performance.json)
 */
export function downsideDeviation(returns: Column, target: number, periodsPerYear: number): number | null {
  const moment = lowerPartialMoment(returns, target, 2);
  return moment === null ? null : finite(Math.sqrt(moment * periodsPerYear));
}
