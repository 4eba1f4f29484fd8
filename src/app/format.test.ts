import { expect, it } from 'vitest';
import {
  formatBytes,
  formatDuration,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPercentRange,
  formatTime,
  intervalWords,
} from './format';

it.each([
  [2924.78, {}, '2,924.78'],
  [-4087.4, { decimals: 0, signed: true }, '\u22124,087'],
  [0.264, { signed: true }, '+0.26'],
  [0.001, { signed: true }, '0.00'],
  [-0.001, { signed: true }, '0.00'],
  [-0, {}, '0.00'],
  [null, {}, 'n/a'],
  [NaN, {}, 'n/a'],
  [Infinity, {}, '∞'],
])('formatNumber(%s, %o) is %s', (value, options, text) => {
  expect(formatNumber(value, options)).toBe(text);
});

it('puts a thin no-break space before the percent sign', () => {
  expect(formatPercent(-0.1766)).toBe('\u221217.7\u202f%');
  expect(formatPercent(0.0425, { decimals: 2, signed: true })).toBe('+4.25\u202f%');
  expect(formatPercent(null)).toBe('n/a');
});

it('writes money with its sign before the symbol', () => {
  expect(formatMoney(-4087, 'USD')).toBe('\u2212$4,087');
  expect(formatMoney(12, 'CHF')).toBe('CHF 12');
});

it('writes ranges, and says when there is none', () => {
  expect(formatPercentRange({ low: -0.013, high: 0.048 })).toBe('\u22121.3 to +4.8');
  expect(formatPercentRange(null)).toBe('too little data for a range');
});

it('writes sizes and durations', () => {
  expect(formatBytes(406_000)).toBe('406 kB');
  expect(formatBytes(1_234_000_000)).toBe('1.2 GB');
  expect(formatDuration(480)).toBe('0.48 s');
  expect(formatDuration(12_400)).toBe('12 s');
  expect(formatDuration(180_000)).toBe('3 min');
});

it('writes dates for daily bars and times in the zone for shorter ones', () => {
  const time = Date.UTC(2019, 9, 2, 13, 30);
  expect(formatTime(time, 'America/New_York', '1d')).toBe('2019-10-02');
  expect(formatTime(time, 'America/New_York', '5m')).toBe('2019-10-02 09:30');
  expect(formatTime(NaN, 'UTC', '1d')).toBe('open');
});

it('says intervals in words', () => {
  expect(['1d', '5m', '1w', 'irregular'].map(intervalWords)).toEqual([
    '1 day',
    '5 minutes',
    '1 week',
    'irregular',
  ]);
});
