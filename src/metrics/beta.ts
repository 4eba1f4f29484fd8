import type { Column } from '../core/column';
import { finite } from './finite';
import { comoments, varies } from './comoments';

/**
 * Beta: slope of the returns on those of the benchmark, `covariance / benchmark variance`. A constant risk-free rate
 * does not change it.
 *
 * @param returns    `f64[n]`, simple returns per bar, fractions
 * @param benchmark  `f64[n]`, those of the benchmark over the same bars
 * @returns          no unit; null below 30 pairs, with a value that is not finite, or when the benchmark never moved
 *
 * @throws BacktabError `length_mismatch`
 * @see Sharpe, Capital Asset Prices, Journal of Finance, 1964
 */
export function beta(returns: Column, benchmark: Column): number | null {
  const joint = comoments(returns, benchmark);
  return joint && varies(joint.benchmarkVariance) ? finite(joint.covariance / joint.benchmarkVariance) : null;
}
