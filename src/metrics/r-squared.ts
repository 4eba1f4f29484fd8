import type { Column } from '../core/column';
import { correlation } from './correlation';

/**
 * R squared: share of the variance of the returns that a straight line on the benchmark explains, the square of
 * their correlation.
 *
 * @param returns    `f64[n]`, simple returns per bar, fractions
 * @param benchmark  `f64[n]`, those of the benchmark over the same bars
 * @returns          fraction in [0, 1]; null below 30 pairs, with a value that is not finite, or when either never moved
 *
 * @throws BacktabError `length_mismatch`
 */
export function rSquared(returns: Column, benchmark: Column): number | null {
  const value = correlation(returns, benchmark);
  return value === null ? null : value * value;
}
