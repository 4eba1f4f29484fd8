import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS, monthNumber, readInstant } from './time';

it('counts months as the calendar does, before 1970 and at every leap', () => {
  const instant = fc.integer({ min: Date.UTC(-400, 0, 1), max: Date.UTC(3000, 0, 1) });
  fc.assert(
    fc.property(instant, (time) => {
      const date = new Date(time);
      expect(monthNumber(time)).toBe(date.getUTCFullYear() * 12 + date.getUTCMonth());
    }),
    { seed: 1, numRuns: 2000 },
  );
  for (let time = Date.UTC(1896, 0, 1); time < Date.UTC(2004, 0, 1); time += DAY_MS) {
    const date = new Date(time);
    expect(monthNumber(time)).toBe(date.getUTCFullYear() * 12 + date.getUTCMonth());
  }
});

it.each([
  ['2019-09-12', Date.UTC(2019, 8, 12)],
  ['2019-09-12 14:30', Date.UTC(2019, 8, 12, 14, 30)],
  ['2019-09-12T14:30:05Z', Date.UTC(2019, 8, 12, 14, 30, 5)],
  ['2020-02-29', Date.UTC(2020, 1, 29)],
  ['1969-12-31', -86_400_000],
  ['2019-02-29', null],
  ['2019-13-01', null],
  ['2019-09-12 24:00', null],
  ['2019-09-12 10:60', null],
  ['12.9.2019', null],
  ['', null],
])('reads %j', (text, time) => {
  expect(readInstant(text)).toBe(time);
});
