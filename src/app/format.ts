/** The one module that turns figures into text (UI.md section 9). */

const MINUS = '\u2212';
const THIN = '\u202f';
const NOT_AVAILABLE = 'n/a';

export interface FigureOptions {
  /** Decimals shown. */
  readonly decimals?: number;
  /** Writes `+` before gains; a value that rounds to zero has no sign. */
  readonly signed?: boolean;
}

const formats = new Map<number, Intl.NumberFormat>();

function fixed(value: number, decimals: number): string {
  let format = formats.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat('en-US', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(decimals, format);
  }
  return format.format(value);
}

/** `2,924.78`, `−4,087`, `+0.26`; `n/a` for null and NaN. */
export function formatNumber(
  value: number | null,
  { decimals = 2, signed = false }: FigureOptions = {},
): string {
  if (value === null || Number.isNaN(value)) return NOT_AVAILABLE;
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${MINUS}∞`;
  return withSign(value, fixed(Math.abs(value), decimals), signed);
}

/** A fraction as percent: `1.7 %`, `−17.66 %`. */
export function formatPercent(
  fraction: number | null,
  { decimals = 1, signed = false }: FigureOptions = {},
): string {
  const text = formatNumber(fraction === null ? null : fraction * 100, { decimals, signed });
  return text === NOT_AVAILABLE ? text : `${text}${THIN}%`;
}

const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };

/** Symbol of a currency for headers and amounts, as `$`; its code where there is none. */
export const currencySymbol = (currency: string): string => SYMBOLS[currency] ?? `${currency} `;

/** `$140,500`, `−$4,087`. */
export function formatMoney(
  value: number | null,
  currency: string,
  { decimals = 0, signed = false }: FigureOptions = {},
): string {
  if (value === null || Number.isNaN(value)) return NOT_AVAILABLE;
  return withSign(value, currencySymbol(currency) + fixed(Math.abs(value), decimals), signed);
}

/** A whole number with thousands commas. */
export const formatCount = (value: number): string => formatNumber(value, { decimals: 0 });

/** `−1.3 to +4.8`, of fractions in percent points. */
export function formatPercentRange(range: { low: number; high: number } | null, decimals = 1): string {
  if (!range) return 'too little data for a range';
  const part = (x: number): string => formatNumber(x * 100, { decimals, signed: true });
  return `${part(range.low)} to ${part(range.high)}`;
}

/** `−0.14 to +0.67`. */
export function formatRange(range: { low: number; high: number } | null, decimals = 2): string {
  if (!range) return 'too little data for a range';
  const part = (x: number): string => formatNumber(x, { decimals, signed: true });
  return `${part(range.low)} to ${part(range.high)}`;
}

/** `1.2 GB`, `406 kB`. */
export function formatBytes(bytes: number): string {
  const [unit, size] = bytes >= 1e9 ? ['GB', 1e9] : bytes >= 1e6 ? ['MB', 1e6] : ['kB', 1e3];
  return `${fixed(bytes / size, size === 1e3 ? 0 : 1)} ${unit}`;
}

/** `0.48 s`, `12 s`, `3 min`. */
export function formatDuration(ms: number): string {
  if (ms < 10_000) return `${fixed(ms / 1000, ms < 100 ? 3 : 2)} s`;
  if (ms < 120_000) return `${fixed(ms / 1000, 0)} s`;
  return `${fixed(ms / 60_000, 0)} min`;
}

/** Date of an instant in a zone, `2019-09-12`; with the time when `interval` is below a day. */
export function formatTime(time: number, zone: string, interval: string): string {
  if (Number.isNaN(time)) return 'open';
  if (isDaily(interval)) return new Date(time).toISOString().slice(0, 10);
  return stamp(zone).format(time).replace(',', '');
}

/** Whether bars are known by their date, so that no time of day is shown. */
export const isDaily = (interval: string): boolean => /^\d*(d|w|mo|M|y)$/.test(interval);

const stamps = new Map<string, Intl.DateTimeFormat>();

function stamp(zone: string): Intl.DateTimeFormat {
  let format = stamps.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    stamps.set(zone, format);
  }
  return format;
}

/** `1 day`, `5 minutes`, `irregular bars`. */
export function intervalWords(interval: string): string {
  const match = /^(\d+)(s|m|h|d|w|mo|M)$/.exec(interval);
  if (!match) return 'irregular';
  const names: Readonly<Record<string, string>> = {
    s: 'second',
    m: 'minute',
    h: 'hour',
    d: 'day',
    w: 'week',
    mo: 'month',
    M: 'month',
  };
  const count = Number(match[1]);
  return `${count} ${names[match[2] ?? ''] ?? ''}${count === 1 ? '' : 's'}`;
}

/** Class that colours a change; the sign is printed too. */
export const changeClass = (value: number | null): string =>
  value === null || Number.isNaN(value) || value === 0 ? '' : value > 0 ? 'positive' : 'negative';

function withSign(value: number, magnitude: string, signed: boolean): string {
  const isZero = !/[1-9]/.test(magnitude);
  if (isZero) return magnitude;
  if (value < 0) return MINUS + magnitude;
  return signed ? `+${magnitude}` : magnitude;
}
