import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { BracketSearch } from './bracket-search';

const level = fc.oneof(fc.double({ min: 0, max: 10, noNaN: true }), fc.constant(NaN));
const range = fc.tuple(
  fc.double({ min: 2, max: 6, noNaN: true }),
  fc.double({ min: 0, max: 3, noNaN: true }),
);

it('finds the bar that a walk from bar to bar finds', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 70 }), fc.nat(80), level, level, (bars, from, stop, target) => {
      const ranges = bars.map(([low, width]) => [low, low + width] as const);
      const search = new BracketSearch(bars.length, (i) => ranges[i]!);
      const walked = ranges.findIndex(([low, high], i) => i >= from && (low <= stop || high >= target));
      expect(search.firstReach(from, stop, target)).toBe(walked);
    }),
    { seed: 1, numRuns: 2000 },
  );
});
