import type { Column } from '../core/column';
import { monthNumber } from '../core/time';

/** Returns of one calendar year, fractions. */
export interface YearReturns {
  readonly year: number;
  /** January to December; null where no bar lies in the month. */
  readonly months: readonly (number | null)[];
  /** January to December: no position at any close, and an account that did not move. */
  readonly flat: readonly boolean[];
  /** Of all bars in the year. */
  readonly total: number;
}

/**
 * Return of each month and year: the last equity in it over the last equity before it, minus 1; the
 * first one counts from the first bar. Calendar months are those of UTC, in which daily bars are dated.
 *
 * @param time      `f64[n]`, Unix ms, strictly increasing
 * @param equity    `f64[n]`, account currency, above zero
 * @param exposure  `f64[n]`, position over equity, to tell flat months; null when always in the market
 * @returns         one row a year from the first bar's to the last bar's, in order; none for no bars
 */
export function monthReturns(time: Column, equity: Column, exposure: Column | null): readonly YearReturns[] {
  const years: YearReturns[] = [];
  let row = emptyYear(NaN);
  let start = 0;
  for (let i = 0; i < time.length; i++) {
    const number = monthNumber(time[i]!);
    const next = i + 1 < time.length ? monthNumber(time[i + 1]!) : NaN;
    if (next === number) continue;
    const [year, month] = [Math.floor(number / 12), number - Math.floor(number / 12) * 12];
    if (year !== row.year) row = emptyYear(year);
    const before = equity[Math.max(0, start - 1)]!;
    row.months[month] = equity[i]! / before - 1;
    row.flat[month] = equity[i] === before && isFlat(exposure, start, i);
    start = i + 1;
    if (Math.floor(next / 12) !== year) years.push({ ...row, total: compound(row.months) });
  }
  return years;
}

const emptyYear = (year: number) => ({
  year,
  months: Array.from({ length: 12 }, (): number | null => null),
  flat: Array.from({ length: 12 }, () => false),
});

function isFlat(exposure: Column | null, from: number, to: number): boolean {
  if (!exposure) return false;
  for (let i = from; i <= to; i++) if (exposure[i] !== 0) return false;
  return true;
}

const compound = (months: readonly (number | null)[]): number =>
  months.reduce<number>((growth, month) => growth * (1 + (month ?? 0)), 1) - 1;
