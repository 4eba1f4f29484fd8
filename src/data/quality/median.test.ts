import fc from 'fast-check';
import { expect, it } from 'vitest';
import { median, select } from './median';

const values = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true })), {
  minLength: 1,
});

it('selects what sorting would', () => {
  fc.assert(
    fc.property(values, fc.nat(), (list, k) => {
      const rank = k % list.length;
      const chosen = select(Float64Array.from(list), rank);
      expect(chosen === Float64Array.from(list).sort()[rank]).toBe(true);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

it('takes the mean of the middle two', () => {
  expect(median(Float64Array.of(4, 1, 3, 2))).toBe(2.5);
  expect(median(Float64Array.of(3, 1, 2))).toBe(2);
  expect(median(Float64Array.of())).toBeNaN();
});
