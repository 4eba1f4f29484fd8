import { checkLength } from '../core/check';
import type { Column } from '../core/column';
import { annualReturn } from './annual-return';
import { finite } from './finite';
import { BENCHMARK_MINIMUM } from './comoments';

/**
 * Active return: compound growth a year less that of the benchmark.
 *
 * @param returns         `f64[n]`, simple returns per bar, fractions
 * @param benchmark       `f64[n]`, those of the benchmark over the same bars
 * @param periodsPerYear  bars a year
 * @returns               fraction a year; null below 30 pairs or with a value that is not finite
 *
 * @throws BacktabError `length_mismatch`
 * @see Bacon, Practical Portfolio Performance Measurement and Attribution, 2008
 */
export function activeReturn(returns: Column, benchmark: Column, periodsPerYear: number): number | null {
  checkLength('benchmark', benchmark.length, returns.length);
  if (returns.length < BENCHMARK_MINIMUM) return null;
  const earned = annualReturn(returns, periodsPerYear);
  const held = annualReturn(benchmark, periodsPerYear);
  return earned === null || held === null ? null : finite(earned - held);
}
