import type { Column } from '../core/column';
import { periodReturns, type CalendarPeriod } from './period-returns';
import { isSample } from './sample';

/** Periods needed. */
export const BEST_AND_WORST_MINIMUM = 1;

/** A period and what it returned. */
export interface PeriodReturn {
  /** Its first and its last bar. */
  readonly start: number;
  readonly end: number;
  /** Fraction. */
  readonly return: number;
}

/** The two ends of the returns by period. */
export interface BestAndWorst {
  readonly best: PeriodReturn;
  readonly worst: PeriodReturn;
}

/**
 * Best and worst day, month or year; the first one of equals. The first period counts from the first bar,
 * so the first and the last one may be cut short.
 *
 * @param time    `f64[n]`, Unix milliseconds, strictly increasing
 * @param equity  `f64[n]`, account currency, one per bar
 * @param period  calendar period, in UTC
 * @returns       null for fewer than two bars or when a period has no return
 * @see quantstats 0.0.64 `best`, `worst` (tests/golden/performance.json)
 */
export function bestAndWorstPeriod(
  time: Column,
  equity: Column,
  period: CalendarPeriod,
): BestAndWorst | null {
  const { start, end, returns } = periodReturns(time, equity, period);
  if (equity.length < 2 || !isSample(returns, BEST_AND_WORST_MINIMUM)) return null;
  let best = 0;
  let worst = 0;
  for (let i = 1; i < returns.length; i++) {
    if (returns[i]! > returns[best]!) best = i;
    if (returns[i]! < returns[worst]!) worst = i;
  }
  const rowOf = (i: number): PeriodReturn => ({ start: start[i]!, end: end[i]!, return: returns[i]! });
  return { best: rowOf(best), worst: rowOf(worst) };
}
