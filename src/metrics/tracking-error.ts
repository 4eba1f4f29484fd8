import type { Column } from '../core/column';
import { finite } from './finite';
import { moments } from './moments';
import { activeReturns } from './active-returns';
import { BENCHMARK_MINIMUM } from './comoments';

/**
 * Tracking error: sample standard deviation of the return less that of the benchmark, times the root of the bars a year.
 *
 * @param returns         `f64[n]`, simple returns per bar, fractions
 * @param benchmark       `f64[n]`, those of the benchmark over the same bars
 * @param periodsPerYear  bars a year; 1 gives it per bar
 * @returns               fraction a year, 0 or above; null below 30 pairs or with a value that is not finite
 *
 * @throws BacktabError `length_mismatch`
 * @see Grinold and Kahn, Active Portfolio Management, 1999
 */
export function trackingError(returns: Column, benchmark: Column, periodsPerYear: number): number | null {
  const { count, deviation } = moments(activeReturns(returns, benchmark));
  return count < BENCHMARK_MINIMUM ? null : finite(deviation * Math.sqrt(periodsPerYear));
}
