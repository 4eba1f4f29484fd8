import type { Column } from '../core/column';
import { comoments, varies } from './comoments';

/**
 * Correlation of the returns with those of the benchmark (Pearson): `covariance / (deviation × benchmark deviation)`.
 *
 * @param returns    `f64[n]`, simple returns per bar, fractions
 * @param benchmark  `f64[n]`, those of the benchmark over the same bars
 * @returns          in [-1, 1]; null below 30 pairs, with a value that is not finite, or when either never moved
 *
 * @throws BacktabError `length_mismatch`
 * @see Pearson, Notes on Regression and Inheritance in the Case of Two Parents, 1895
 */
export function correlation(returns: Column, benchmark: Column): number | null {
  const joint = comoments(returns, benchmark);
  if (!joint || !varies(joint.variance) || !varies(joint.benchmarkVariance)) return null;
  const value = joint.covariance / Math.sqrt(joint.variance * joint.benchmarkVariance);
  return Math.max(-1, Math.min(1, value));
}
