import { describe, expect, it } from 'vitest';
import { intervalDuration, intervalOf, periodAt, periodEnd, readInterval } from './interval';
import { DAY_MS } from './time';

const parts = (text: string) => readInterval(text)!;
const date = (text: string): number => Date.parse(`${text}Z`);

describe('intervals', () => {
  it.each(['0m', '1', 'm', '1y', '1mo', '01h', '1 d', '10000s', '-1d'])(
    '%j is none that scripts know',
    (text) => {
      expect(readInterval(text)).toBeNull();
    },
  );

  it.each([
    ['5m', 300_000],
    ['1w', 7 * DAY_MS],
    ['2M', 62 * DAY_MS],
  ])('%s lasts %d ms at most', (text, duration) => {
    expect(intervalDuration(parts(text))).toBe(duration);
  });

  it.each([
    ['4h', '2024-02-29T23:59', '2024-03-01T00:00'],
    ['1d', '1969-12-31T12:00', '1970-01-01T00:00'],
    ['1w', '2024-01-07T23:00', '2024-01-08T00:00'],
    ['1w', '2024-01-08T00:00', '2024-01-15T00:00'],
    ['1M', '2024-02-10T00:00', '2024-03-01T00:00'],
    ['3M', '2024-11-30T00:00', '2025-01-01T00:00'],
    ['1M', '1969-12-31T00:00', '1970-01-01T00:00'],
  ])('the period of %s at %s ends at %s', (text, at, end) => {
    expect(periodEnd(periodAt(date(at), parts(text)), parts(text))).toBe(date(end));
  });

  it.each([
    ['250ms', { intervalMs: 250 }],
    ['1d', { intervalMs: DAY_MS }],
    ['1mo', { intervalMs: 31 * DAY_MS }],
    ['1y', { intervalMs: 366 * DAY_MS }],
    ['irregular', {}],
    [null, {}],
  ])('bars of a dataset of %s last %j', (interval, length) => {
    expect(intervalOf({ interval })).toEqual(length);
  });
});
