import type { Column } from '../core/column';
import { finite } from './finite';
import { comoments, varies } from './comoments';

/**
 * Treynor ratio: mean return above the risk-free rate, a year, per unit of beta: `mean(r - f) × periods / beta`.
 *
 * @param returns         `f64[n]`, simple returns per bar, fractions
 * @param benchmark       `f64[n]`, those of the benchmark over the same bars
 * @param periodsPerYear  bars a year
 * @param riskFree        rate per bar, fraction
 * @returns               fraction a year; null below 30 pairs, with a value that is not finite, when the benchmark
 *                        never moved, or for a beta of 0
 *
 * @throws BacktabError `length_mismatch`
 * @see Treynor, How to Rate Management of Investment Funds, Harvard Business Review, 1965
 */
export function treynor(
  returns: Column,
  benchmark: Column,
  periodsPerYear: number,
  riskFree = 0,
): number | null {
  const joint = comoments(returns, benchmark);
  if (!joint || !varies(joint.benchmarkVariance) || joint.covariance === 0) return null;
  return finite(((joint.mean - riskFree) * periodsPerYear * joint.benchmarkVariance) / joint.covariance);
}
