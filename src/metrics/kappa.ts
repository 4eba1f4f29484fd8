import type { Column } from '../core/column';
import { pow } from '../core/math/pow';
import { lowerPartialMoment } from './lower-partial-moment';
import { quotient } from './sample';

/**
 * Kappa ratio of any order: `(mean - target) / moment^(1 / order)` with the lower partial moment of that order. Order 1 is
 * omega less 1, order 2 the Sortino ratio per bar.
 *
 * @param returns  `f64[n]`, simple per-bar returns, fractions
 * @param target   least acceptable return per bar, fraction
 * @param order    above 0; 3 is the usual one
 * @returns        ratio per bar, not annualised; null for fewer than two returns, none below the target, or a NaN
 * @see Kaplan and Knowles, Kappa: A Generalized Downside Risk-Adjusted Performance Measure, 2004
 */
export function kappa(returns: Column, target: number, order: number): number | null {
  const moment = lowerPartialMoment(returns, target, order);
  if (moment === null) return null;
  const mean = returns.reduce((sum, r) => sum + r, 0) / returns.length;
  return quotient(mean - target, pow(moment, 1 / order));
}
