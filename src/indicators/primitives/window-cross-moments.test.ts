import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WindowCrossMoments } from './window-cross-moments';

const COLUMNS = 3;
/** Far from zero, each column at a level of its own. */
const LEVELS = [1e6, -3e5, 20] as const;

const meanOf = (rows: readonly number[]): number => rows.reduce((sum, x) => sum + x, 0) / rows.length;

describe('WindowCrossMoments', () => {
  const row = fc.tuple(...LEVELS.map((level) => fc.integer({ min: -500, max: 500 }).map((x) => level + x)));
  const series = fc.array(row, { minLength: 40, maxLength: 40 });

  it('has means and covariances of its window', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 12 }), (rows, period) => {
        const window = new WindowCrossMoments(period, COLUMNS);
        rows.forEach((values, end) => {
          window.push(Float64Array.from(values));
          if (end + 1 < period) return;
          const inside = rows.slice(end + 1 - period, end + 1);
          const means = LEVELS.map((_, i) => meanOf(inside.map((one) => one[i]!)));
          for (let i = 0; i < COLUMNS; i++) {
            expect(window.mean(i)).toBeCloseTo(means[i]!, 8);
            for (let j = 0; j < COLUMNS; j++) {
              const want = meanOf(inside.map((one) => (one[i]! - means[i]!) * (one[j]! - means[j]!)));
              expect(window.covariance(i, j)).toBeCloseTo(want, 7);
            }
          }
        });
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it('forgets a NaN that has left the window', () => {
    const window = new WindowCrossMoments(3, 2);
    const found = [1, 2, NaN, 4, 5, 6].map((x) => {
      window.push(Float64Array.of(x, 2 * x));
      return window.covariance(0, 1);
    });
    expect(found.slice(2)).toEqual([NaN, NaN, NaN, expect.closeTo(4 / 3, 12)]);
  });
});
