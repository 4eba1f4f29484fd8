import { expect, it } from 'vitest';
import {
  changeClass,
  formatBytes,
  formatDuration,
  formatPointRange,
  formatRange,
  formatTime,
  intervalWords,
  zoneWords,
} from './format';

it('writes ranges, and says when there is none', () => {
  expect(formatPointRange({ low: -0.013, high: 0.048 })).toBe('\u22121.3 to +4.8');
  expect(formatRange({ low: -0.14, high: 0.671 })).toBe('\u22120.14 to +0.67');
  expect([formatPointRange(null), formatRange(null)]).toEqual([
    'too little data for a range',
    'too little data for a range',
  ]);
});

it('writes sizes and durations', () => {
  expect([406_000, 2_500_000, 1_234_000_000].map(formatBytes)).toEqual(['406 kB', '2.5 MB', '1.2 GB']);
  expect([16, 480, 12_400, 180_000].map(formatDuration)).toEqual(['0.016 s', '0.48 s', '12 s', '3 min']);
});

it('writes dates for daily bars and times in the zone for shorter ones', () => {
  const time = Date.UTC(2019, 9, 2, 13, 30);
  expect(formatTime(time, 'America/New_York', '1d')).toBe('2019-10-02');
  expect(formatTime(time, 'America/New_York', '5m')).toBe('2019-10-02 09:30');
  expect(formatTime(NaN, 'UTC', '1d')).toBe('open');
});

it('says intervals and zones in words', () => {
  const words = ['1d', '5m', '1w', '3mo', 'irregular', '2toString'].map(intervalWords);
  expect(words).toEqual(['1 day', '5 minutes', '1 week', '3 months', 'irregular', 'irregular']);
  expect([zoneWords('America/New_York'), zoneWords('UTC')]).toEqual(['New York', 'UTC']);
});

it('colours changes and nothing else', () => {
  expect([0.1, -0.1, 0, NaN, null].map(changeClass)).toEqual(['positive', 'negative', '', '', '']);
});
