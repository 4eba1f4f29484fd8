import { DAY_MS, monthNumber } from './time';

/** A bar interval in parts: `5m` is 5 of `m`. */
export interface IntervalParts {
  readonly count: number;
  readonly unit: 's' | 'm' | 'h' | 'd' | 'w' | 'M';
}

const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: DAY_MS, w: 7 * DAY_MS } as const;

/** Days from the first Monday before 1970-01-01 to it. */
const MONDAY_SHIFT = 3;

/** Parts of `30s`, `5m`, `1h`, `1d`, `1w` or `1M`, counts from 1 to 9999; null for other texts. */
export function readInterval(text: string): IntervalParts | null {
  const match = /^([1-9]\d{0,3})([smhdwM])$/.exec(text);
  return match ? { count: Number(match[1]), unit: match[2] as IntervalParts['unit'] } : null;
}

/** Shortest duration of an interval in milliseconds: a month has 28 days at least. */
export const intervalDuration = ({ count, unit }: IntervalParts): number =>
  count * (unit === 'M' ? 28 * DAY_MS : UNIT_MS[unit]);

/** Milliseconds of a bar of a dataset's interval; undefined for an irregular one. */
export function intervalMsOf(interval: string): number | undefined {
  const parts = readInterval(interval);
  return parts ? intervalDuration(parts) : undefined;
}

/**
 * Number of the period that an instant falls into. Weeks begin on Monday, months and days at midnight, shorter ones
 * count from midnight of 1970-01-01.
 *
 * @param wall  time on the wall as if it were UTC, ms
 */
export function periodAt(wall: number, { count, unit }: IntervalParts): number {
  if (unit === 'M') return Math.floor(monthNumber(wall) / count);
  const shift = unit === 'w' ? MONDAY_SHIFT * DAY_MS : 0;
  return Math.floor((wall + shift) / (count * UNIT_MS[unit]));
}

/** Time on the wall at which a period ends and the next begins, as if it were UTC, ms. */
export function periodEnd(period: number, { count, unit }: IntervalParts): number {
  if (unit === 'M') {
    const months = (period + 1) * count;
    return Date.UTC(Math.floor(months / 12), months % 12, 1);
  }
  const shift = unit === 'w' ? MONDAY_SHIFT * DAY_MS : 0;
  return (period + 1) * count * UNIT_MS[unit] - shift;
}
