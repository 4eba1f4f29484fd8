import { DAY_MS } from '../../core/time';

/** First and last instants that a file may name, Unix milliseconds: 1700 to 2200, exact in microseconds. */
export const EARLIEST_TIME = Date.UTC(1700, 0, 1);
export const LATEST_TIME = Date.UTC(2200, 0, 1);

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days of a month of the Gregorian calendar; `month` from 1. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/**
 * 00:00 of a date as if it were UTC, Unix milliseconds; NaN for a date that does not exist.
 *
 * @see Hinnant, chrono-Compatible Low-Level Date Algorithms, `days_from_civil`
 */
export function civilTime(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return NaN;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * DAY_MS;
}

/** Milliseconds since midnight; NaN for a clock that does not exist. */
export function clockTime(hour: number, minute: number, second: number): number {
  return hour <= 23 && minute <= 59 && second < 60 ? ((hour * 60 + minute) * 60 + second) * 1000 : NaN;
}
