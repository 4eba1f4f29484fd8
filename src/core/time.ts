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
