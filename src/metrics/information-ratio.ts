import type { Column } from '../core/column';
import { finite } from './finite';
import { moves } from './sample';
import { moments } from './moments';
import { activeReturns } from './active-returns';
import { BENCHMARK_MINIMUM } from './comoments';

/**
 * Information ratio: mean return above the benchmark over its sample deviation, times the root of the bars a year.
 *
 * @param returns         `f64[n]`, simple returns per bar, fractions
 * @param benchmark       `f64[n]`, those of the benchmark over the same bars
 * @param periodsPerYear  bars a year; 1 gives it per bar, as empyrical and quantstats do
 * @returns               ratio; null below 30 pairs, with a value that is not finite, or when the difference never moved
 *
 * @throws BacktabError `length_mismatch`
 * @see Goodwin, The Information Ratio, Financial Analysts Journal, 1998
 */
export function informationRatio(returns: Column, benchmark: Column, periodsPerYear: number): number | null {
  const active = moments(activeReturns(returns, benchmark));
  if (active.count < BENCHMARK_MINIMUM || !moves(active)) return null;
  return finite((active.mean / active.deviation) * Math.sqrt(periodsPerYear));
}
