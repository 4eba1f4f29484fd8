import { checkLength } from '../core/check';
import type { Column } from '../core/column';

/**
 * Return of each bar less that of the benchmark.
 *
 * @param returns    `f64[n]`, simple returns per bar, fractions
 * @param benchmark  `f64[n]`, those of the benchmark over the same bars
 * @returns          `f64[n]`, fractions
 *
 * @throws BacktabError `length_mismatch`
 */
export function activeReturns(returns: Column, benchmark: Column): Column {
  checkLength('benchmark', benchmark.length, returns.length);
  return returns.map((value, i) => value - benchmark[i]!);
}
