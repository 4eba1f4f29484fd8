import type { Column } from '../core/column';
import { finite } from './finite';
import { comoments, varies } from './comoments';

/**
 * M squared: what the run would have earned a year, had it been mixed with cash until it moved as much as the
 * benchmark: `(f + mean(r - f) / deviation(r) × deviation(b)) × periods`.
 *
 * @param returns         `f64[n]`, simple returns per bar, fractions
 * @param benchmark       `f64[n]`, those of the benchmark over the same bars
 * @param periodsPerYear  bars a year
 * @param riskFree        rate per bar, fraction
 * @returns               fraction a year, not compounded; null below 30 pairs, with a value that is not finite, or
 *                        when the run never moved
 *
 * @throws BacktabError `length_mismatch`
 * @see Modigliani and Modigliani, Risk-Adjusted Performance, Journal of Portfolio Management, 1997
 */
export function mSquared(
  returns: Column,
  benchmark: Column,
  periodsPerYear: number,
  riskFree = 0,
): number | null {
  const joint = comoments(returns, benchmark);
  if (!joint || !varies(joint.variance)) return null;
  const scaled = ((joint.mean - riskFree) / Math.sqrt(joint.variance)) * Math.sqrt(joint.benchmarkVariance);
  return finite((riskFree + scaled) * periodsPerYear);
}
