import type { Column } from '../core/column';
import { pow } from '../core/math/pow';
import { DAY_MS } from '../core/time';

/** Milliseconds in the mean Julian year of 365.25 days. */
export const YEAR_MS = 365.25 * DAY_MS;

/** Calendar years from the first bar to the last; NaN without bars. */
export const yearsOf = (time: Column): number =>
  ((time[time.length - 1] ?? NaN) - (time[0] ?? NaN)) / YEAR_MS;

/**
 * Compound annual growth rate: `(last / first)^(1 / years) - 1`, years of 365.25 days by the
 * calendar from the first bar to the last, so that holidays and gaps count.
 *
 * @param equity  `f64[n]`, account currency, one per bar
 * @param time    `f64[n]`, Unix milliseconds
 * @returns       fraction a year; -1 when the account ended at zero or below; null for fewer than two bars,
 *                no time between them, or a first value of zero or less
 */
export function cagr(equity: Column, time: Column): number | null {
  const first = equity[0] ?? NaN;
  const last = equity[equity.length - 1] ?? NaN;
  const years = yearsOf(time);
  if (!(first > 0) || !(years > 0) || Number.isNaN(last)) return null;
  return last > 0 ? pow(last / first, 1 / years) - 1 : -1;
}
