import type { Interval95 } from '../core/metrics';
import { formatNumber, formatPoints } from '../core/format';

export * from '../core/format';

/** Words in place of a range that a sample cannot give. */
const NO_RANGE = 'too little data for a range';

/** `−1.3 to +4.8`, of fractions in percent points. */
export const formatPointRange = (range: Interval95 | null): string =>
  range ? `${formatPoints(range.low)} to ${formatPoints(range.high)}` : NO_RANGE;

/** `−0.14 to +0.67`. */
export function formatRange(range: Interval95 | null): string {
  if (!range) return NO_RANGE;
  return `${formatNumber(range.low, { signed: true })} to ${formatNumber(range.high, { signed: true })}`;
}

/** `1.2 GB`, `406 kB`. */
export function formatBytes(bytes: number): string {
  const [unit, size, decimals] =
    bytes >= 1e9 ? ['GB', 1e9, 1] : bytes >= 1e6 ? ['MB', 1e6, 1] : ['kB', 1e3, 0];
  return `${formatNumber(bytes / size, { decimals })} ${unit}`;
}

/** `0.48 s`, `12 s`, `3 min`. */
export function formatDuration(ms: number): string {
  if (ms < 10_000) return `${formatNumber(ms / 1000, { decimals: ms < 100 ? 3 : 2 })} s`;
  if (ms < 120_000) return `${formatNumber(ms / 1000, { decimals: 0 })} s`;
  return `${formatNumber(ms / 60_000, { decimals: 0 })} min`;
}

/** Instant of a bar in its zone: `2019-09-12`, with the time for bars below a day; `open` for NaN. */
export function formatTime(time: number, zone: string, interval: string): string {
  if (Number.isNaN(time)) return 'open';
  if (isDaily(interval)) return new Date(time).toISOString().slice(0, 10);
  return stampOf(zone).format(time).replace(',', '');
}

/** Whether bars are known by their date, so that no time of day is shown. */
export const isDaily = (interval: string): boolean => /^\d+(d|w|mo|M|y)$/.test(interval);

const stamps = new Map<string, Intl.DateTimeFormat>();

function stampOf(zone: string): Intl.DateTimeFormat {
  let format = stamps.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    stamps.set(zone, format);
  }
  return format;
}

const UNITS: Readonly<Record<string, string>> = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  mo: 'month',
};

/** `1 day`, `5 minutes`, `irregular`. */
export function intervalWords(interval: string): string {
  const [, count, unit = ''] = /^(\d+)([a-z]+)$/.exec(interval) ?? [];
  const name = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  return count && name ? `${count} ${name}${count === '1' ? '' : 's'}` : 'irregular';
}

/** City of an IANA zone: `New York`. */
export const zoneWords = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** Class that colours a change; the sign is printed too. */
export const changeClass = (value: number | null): string =>
  value === null || Number.isNaN(value) || value === 0 ? '' : value > 0 ? 'positive' : 'negative';
