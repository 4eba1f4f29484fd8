const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Days from 1 March of year 0 to 1 January 1970. */
const DAYS_TO_1970 = 719_468;
const DAYS_OF_400_YEARS = 146_097;
/** 1 January 1970 was a Thursday, the fourth day of its week. */
const DAYS_SINCE_MONDAY = 3;

/** Calendar periods by the number that a parameter chooses them with. */
export const CALENDAR_PERIODS = ['day', 'week', 'month'] as const;

export type CalendarPeriod = (typeof CALENDAR_PERIODS)[number];

/**
 * Number of the calendar period that an instant lies in: equal for instants of one period, larger for later
 * ones. Weeks begin on Monday. NaN gives NaN.
 *
 * @param timeMs         Unix milliseconds, UTC
 * @param offsetMinutes  begin of a day in minutes after midnight UTC
 */
export function calendarPeriod(timeMs: number, period: CalendarPeriod, offsetMinutes: number): number {
  const day = Math.floor((timeMs - offsetMinutes * MINUTE_MS) / DAY_MS);
  if (period === 'day') return day;
  return period === 'week' ? Math.floor((day + DAYS_SINCE_MONDAY) / 7) : monthOf(day);
}

/**
 * Months in years that begin with March, so that the leap day comes last.
 *
 * @see Hinnant, chrono-Compatible Low-Level Date Algorithms, 2013
 */
function monthOf(day: number): number {
  const days = day + DAYS_TO_1970;
  const cycle = Math.floor(days / DAYS_OF_400_YEARS);
  const dayOfCycle = days - cycle * DAYS_OF_400_YEARS;
  const leapDays =
    Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / 146_096);
  const year = Math.floor((dayOfCycle - leapDays) / 365);
  const dayOfYear = dayOfCycle - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  return 12 * (400 * cycle + year) + Math.floor((5 * dayOfYear + 2) / 153);
}
