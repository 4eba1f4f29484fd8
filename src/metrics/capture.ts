import { checkLength } from '../core/check';
import type { Column } from '../core/column';
import { annualReturn } from './annual-return';
import { quotient } from './sample';

/** Fewest bars on the chosen side of the benchmark. */
export const CAPTURE_MINIMUM = 10;

/**
 * Capture: compound growth a year over the bars on which the benchmark rose (or fell), over the benchmark's own
 * growth on them. Above 1 on rising bars and below 1 on falling ones is what one wants.
 *
 * @param returns         `f64[n]`, simple returns per bar, fractions
 * @param benchmark       `f64[n]`, those of the benchmark over the same bars
 * @param periodsPerYear  bars a year
 * @param side            `up` for bars with a benchmark above 0, `down` for those below
 * @returns               ratio; null below 10 such bars or with a value that is not finite
 *
 * @throws BacktabError `length_mismatch`
 * @see Morningstar, Upside and Downside Capture Ratios, methodology paper, 2011
 */
export function capture(
  returns: Column,
  benchmark: Column,
  periodsPerYear: number,
  side: 'up' | 'down',
): number | null {
  checkLength('benchmark', benchmark.length, returns.length);
  if (benchmark.some(Number.isNaN)) return null;
  const sign = side === 'up' ? 1 : -1;
  const chosen = returns.filter((_, i) => sign * benchmark[i]! > 0);
  if (chosen.length < CAPTURE_MINIMUM) return null;
  const held = benchmark.filter((value) => sign * value > 0);
  return quotient(annualReturn(chosen, periodsPerYear), annualReturn(held, periodsPerYear));
}
