import type { Column } from '../core/column';
import { dayNumber, monthNumber } from '../core/time';

/** Calendar period, in UTC. */
export type CalendarPeriod = 'day' | 'month' | 'year';

/** Returns by calendar period, side by side, in order of time. */
export interface PeriodReturns {
  /** First bar of the period. */
  readonly start: readonly number[];
  /** Last bar of the period. */
  readonly end: readonly number[];
  /** Fraction: last equity in the period over the last one before it, less 1. */
  readonly returns: Column;
}

/**
 * Return of each day, month or year in which a bar lies. The first period counts from its first bar, so
 * that a period with the first bar alone returns 0.
 *
 * @param time    `f64[n]`, Unix milliseconds, strictly increasing
 * @param equity  `f64[n]`, account currency, one per bar
 * @param period  calendar period, in UTC, in which daily bars are dated
 * @returns       one row a period; a NaN return after an account value of zero or less
 * @see quantstats 0.0.64 `monthly_returns`, empyrical-reloaded 0.7.1 `aggregate_returns`
 */
export function periodReturns(time: Column, equity: Column, period: CalendarPeriod): PeriodReturns {
  const start: number[] = [];
  const end: number[] = [];
  let current = NaN;
  for (let i = 0; i < time.length; i++) {
    const key = KEYS[period](time[i]!);
    if (key === current) end[end.length - 1] = i;
    else {
      start.push(i);
      end.push(i);
    }
    current = key;
  }
  const returns = Float64Array.from(start, (from, row) => {
    const before = equity[Math.max(0, from - 1)]!;
    return before > 0 ? equity[end[row]!]! / before - 1 : NaN;
  });
  return { start, end, returns };
}

const KEYS: Readonly<Record<CalendarPeriod, (time: number) => number>> = {
  day: dayNumber,
  month: monthNumber,
  year: (time) => Math.floor(monthNumber(time) / 12),
};
