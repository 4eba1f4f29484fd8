/** Milliseconds in a day. */
export const DAY_MS = 86_400_000;

/** `2019-09-12`: the UTC date of an instant. */
export const isoDate = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** `2019-09-12T00:00:00.000Z`. */
export const isoInstant = (time: number): string => new Date(time).toISOString();

/** Whole UTC days since 1970-01-01; floors, so days before 1970 are right too. */
export const dayNumber = (time: number): number => Math.floor(time / DAY_MS);

/**
 * The instant of a date in UTC, `2019-09-12`, with or without a time, `2019-09-12 14:30` or `2019-09-12T14:30:05Z`.
 *
 * @returns  Unix milliseconds; null for other texts and for days that the calendar does not have
 */
export function readInstant(text: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?Z?)?$/.exec(text.trim());
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  const time = Date.UTC(year!, month! - 1, day, hour, minute, second);
  const isSame = isoDate(time) === `${match[1]}-${match[2]}-${match[3]}`;
  return isSame && minute! < 60 && second! < 60 && hour! < 24 ? time : null;
}

/** Days from 0000-03-01 of the proleptic Gregorian calendar to 1970-01-01, and in 400 years. */
const DAYS_TO_1970 = 719_468;
const DAYS_OF_ERA = 146_097;

/**
 * Month of an instant in UTC, counted from January of year 0: `year × 12 + month`, January 0. By arithmetic alone, many
 * times faster than a `Date`.
 *
 * @param time  Unix milliseconds
 * @see Hinnant, chrono-Compatible Low-Level Date Algorithms, `civil_from_days`
 */
export function monthNumber(time: number): number {
  const days = dayNumber(time) + DAYS_TO_1970;
  const era = Math.floor(days / DAYS_OF_ERA);
  const day = days - era * DAYS_OF_ERA;
  const year = Math.floor(
    (day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365,
  );
  const dayOfYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  return (era * 400 + year) * 12 + month + 2;
}
