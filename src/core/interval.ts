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

/** Longest duration of an interval in milliseconds: a month has 31 days at most. */
export const intervalDuration = ({ count, unit }: IntervalParts): number =>
  count * (unit === 'M' ? 31 * DAY_MS : UNIT_MS[unit]);

/** Longest durations of the units in which the interval of a dataset is written, as `5m`, `1mo`. */
const DATASET_UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  ...UNIT_MS,
  mo: 31 * DAY_MS,
  y: 366 * DAY_MS,
};

/**
 * How long a bar of a dataset lasts at most, where its bars have one length: `{ intervalMs }`, else `{}`. A bar ends when
 * the next one opens in any case, so that a month of 28 days is not known late and one of 31 never early.
 *
 * @param dataset  with its interval as written by the import; null where nobody told it
 */
export function intervalOf({ interval }: { readonly interval: string | null }): {
  readonly intervalMs?: number;
} {
  const match = /^([1-9]\d{0,8})(ms|s|m|h|d|w|mo|y)$/.exec(interval ?? '');
  return match ? { intervalMs: Number(match[1]) * DATASET_UNITS[match[2]!]! } : {};
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
