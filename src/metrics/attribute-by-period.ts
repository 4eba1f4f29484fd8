import { checkLength } from '../core/check';
import type { Column } from '../core/column';
import { monthNumber } from '../core/time';
import { finite } from './finite';

export type CalendarPeriod = 'year' | 'quarter' | 'month';

/** What one calendar period contributed. */
export interface PeriodContribution {
  /** `2020`, `2020-Q1` or `2020-01`. */
  readonly key: string;
  readonly bars: number;
  /**
   * Last equity in the period less the last before it, account currency; the first period counts from the first bar.
   * NaN when an equity is.
   */
  readonly pnl: number;
  /** `pnl` over the equity before it; null when that was zero or less. */
  readonly return: number | null;
}

/**
 * Attribution of the profit to calendar periods, marked to market: profits of all periods add up to the last equity
 * less the first. Periods are those of UTC, in which daily bars are dated; one without a bar has no row.
 *
 * @param time    `f64[n]`, Unix milliseconds, strictly increasing
 * @param equity  `f64[n]`, account value per bar
 * @param period  length of the periods
 * @returns       rows in order of time; none for no bars
 *
 * @throws BacktabError `length_mismatch`
 */
export function attributeByPeriod(
  time: Column,
  equity: Column,
  period: CalendarPeriod,
): readonly PeriodContribution[] {
  checkLength('equity', equity.length, time.length);
  const months = MONTHS[period];
  const rows: PeriodContribution[] = [];
  let from = 0;
  for (let i = 0; i < time.length; i++) {
    const number = Math.floor(monthNumber(time[i]!) / months);
    if (i + 1 < time.length && Math.floor(monthNumber(time[i + 1]!) / months) === number) continue;
    const key = keyOf(number * months, period);
    const before = equity[Math.max(0, from - 1)]!;
    const pnl = equity[i]! - before;
    rows.push({ key, bars: i + 1 - from, pnl, return: before > 0 ? finite(pnl / before) : null });
    from = i + 1;
  }
  return rows;
}

const MONTHS: Readonly<Record<CalendarPeriod, number>> = { year: 12, quarter: 3, month: 1 };

/** @param first  number of the first month of the period */
function keyOf(first: number, period: CalendarPeriod): string {
  const year = Math.floor(first / 12);
  const month = first - year * 12;
  if (period === 'year') return String(year);
  if (period === 'quarter') return `${year}-Q${month / 3 + 1}`;
  return `${year}-${String(month + 1).padStart(2, '0')}`;
}
