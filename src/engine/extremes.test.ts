import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Bars } from '../core/bars';
import { Extremes } from './extremes';

const price = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 1000 }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, 0, -1, Infinity) },
);

it('are those of a plain loop over any rows, whatever the length', () => {
  const cases = fc
    .array(price, { minLength: 1, maxLength: 3000, size: 'max' })
    .chain((prices) => fc.tuple(fc.constant(prices), fc.nat(prices.length), fc.nat(prices.length)));
  fc.assert(
    fc.property(cases, ([prices, a, b]) => {
      const column = Float64Array.from(prices);
      const extremes = new Extremes({ low: column, high: column } as unknown as Bars);
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const part = [...column.subarray(from, to)];
      for (const rowsRead of [0, 3 * prices.length]) {
        for (let rows = 0; rows < rowsRead; rows += prices.length) extremes.lowest(0, prices.length);
        expect(extremes.lowest(from, to)).toBe(Math.min(...part.filter((value) => value > 0)));
        expect(extremes.highest(from, to)).toBe(Math.max(...part.filter((value) => value < Infinity)));
      }
    }),
    { seed: 3, numRuns: 300 },
  );
});
