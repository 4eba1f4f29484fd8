import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deepestFalls } from './drawdown-table';
import { drawdowns, maxDrawdown } from './max-drawdown';

const equity = (...values: number[]): Float64Array<ArrayBuffer> => Float64Array.from(values);

it('finds each fall from its peak to the return', () => {
  expect(deepestFalls(equity(100, 90, 95, 100, 120, 60, 90, 130, 117), 5)).toEqual([
    { peak: 4, low: 5, back: 7, depth: 0.5 },
    { peak: 0, low: 1, back: 3, depth: 1 - 90 / 100 },
    { peak: 7, low: 8, back: null, depth: 1 - 117 / 130 },
  ]);
});

it('starts a fall at the last bar of a level peak', () => {
  expect(deepestFalls(equity(100, 100, 50, 50, 100), 5)).toEqual([{ peak: 1, low: 2, back: 4, depth: 0.5 }]);
});

it('finds none in a rise, a flat line, one bar or no bars', () => {
  expect([equity(1, 2, 3), equity(5, 5, 5), equity(5), equity()].map((e) => deepestFalls(e, 5))).toEqual([
    [],
    [],
    [],
    [],
  ]);
});

it('has the deepest fall first, as deep as the maximum drawdown, and none that overlap', () => {
  const path = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(path, (values) => {
      const column = equity(...values);
      const falls = deepestFalls(column, 100);
      expect(falls[0]?.depth ?? 0).toBe(maxDrawdown(drawdowns(column)));
      const inTime = falls.toSorted((a, b) => a.peak - b.peak);
      inTime.forEach((fall, i) => expect(fall.peak).toBeGreaterThanOrEqual(inTime[i - 1]?.back ?? 0));
      expect(deepestFalls(column, 2)).toEqual(falls.slice(0, 2));
    }),
    { seed: 1, numRuns: 300 },
  );
});
