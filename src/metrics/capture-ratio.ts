import type { Column } from '../core/column';
import { quotient } from './sample';
import { capture } from './capture';

/**
 * Capture ratio: up capture over down capture. Above 1 the run gains more of the benchmark's rises than it takes of
 * its falls, when both are above 0.
 *
 * @param returns         `f64[n]`, simple returns per bar, fractions
 * @param benchmark       `f64[n]`, those of the benchmark over the same bars
 * @param periodsPerYear  bars a year
 * @returns               ratio; null when either capture is or the down capture is 0
 *
 * @throws BacktabError `length_mismatch`
 */
export function captureRatio(returns: Column, benchmark: Column, periodsPerYear: number): number | null {
  const up = capture(returns, benchmark, periodsPerYear, 'up');
  const down = capture(returns, benchmark, periodsPerYear, 'down');
  return quotient(up, down);
}
