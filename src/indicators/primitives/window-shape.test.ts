import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WindowShape } from './window-shape';

/** Central moments of rows, in two passes. */
function momentsOf(rows: readonly number[]): number[] {
  const mean = rows.reduce((sum, x) => sum + x, 0) / rows.length;
  return [2, 3, 4].map((power) => rows.reduce((sum, x) => sum + (x - mean) ** power, 0) / rows.length);
}

describe('WindowShape', () => {
  it('has the moments of its window at every level', () => {
    const series = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 50, maxLength: 50 });
    fc.assert(
      fc.property(
        series,
        fc.integer({ min: 1, max: 15 }),
        fc.constantFrom(0, 2 ** 30),
        (xs, period, level) => {
          const window = new WindowShape(period);
          xs.forEach((x, i) => {
            window.push(level + x);
            if (i + 1 < period) return;
            const want = momentsOf(xs.slice(i + 1 - period, i + 1));
            const got = [window.variance, window.third, window.fourth];
            got.forEach((value, k) =>
              expect(Math.abs(value - want[k]!)).toBeLessThan(1e-13 * 2000 ** (k + 2)),
            );
          });
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  it('has no variance at all where rows are equal', () => {
    const window = new WindowShape(4);
    for (const x of [7.3, 0.1, 0.1, 0.1, 0.1]) window.push(x);
    expect([window.mean, window.variance, window.third, window.fourth]).toEqual([0.1, 0, 0, 0]);
  });
});
