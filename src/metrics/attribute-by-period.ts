import { checkLength } from '../core/check';
import type { Column } from '../core/column';
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
  const rows: PeriodContribution[] = [];
  let from = 0;
  for (let i = 0; i < time.length; i++) {
    const key = periodOf(time[i]!, period);
    if (i + 1 < time.length && periodOf(time[i + 1]!, period) === key) continue;
    const before = equity[Math.max(0, from - 1)]!;
    const pnl = equity[i]! - before;
    rows.push({ key, bars: i + 1 - from, pnl, return: before > 0 ? finite(pnl / before) : null });
    from = i + 1;
  }
  return rows;
}

function periodOf(time: number, period: CalendarPeriod): string {
  const date = new Date(time);
  const year = String(date.getUTCFullYear());
  const month = date.getUTCMonth();
  if (period === 'year') return year;
  if (period === 'quarter') return `${year}-Q${Math.floor(month / 3) + 1}`;
  return `${year}-${String(month + 1).padStart(2, '0')}`;
}
