import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS, monthNumber } from './time';

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
