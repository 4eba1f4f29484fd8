import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WeightedMoments } from './weighted-moments';
import { WindowWeightedMoments } from './window-weighted-moments';

type Row = readonly [x: number, weight: number];

/** In two passes, as exactly as f64 allows. */
function plain(rows: readonly Row[]): { mean: number; variance: number } {
  const total = rows.reduce((sum, [, weight]) => sum + weight, 0);
  if (total === 0) return { mean: rows.at(-1)?.[0] ?? NaN, variance: 0 };
  const rough = rows.reduce((sum, [x, weight]) => sum + x * weight, 0) / total;
  const mean = rough + rows.reduce((sum, [x, weight]) => sum + (x - rough) * weight, 0) / total;
  return { mean, variance: rows.reduce((sum, [x, weight]) => sum + weight * (x - mean) ** 2, 0) / total };
}

const row = fc.tuple(fc.double({ min: 90, max: 110, noNaN: true }), fc.constantFrom(0, 0, 1, 2.5, 1000));
const rows = fc.array(row, { minLength: 1, maxLength: 40 });
const RUNS = { seed: 1, numRuns: 200 };

describe('WeightedMoments', () => {
  it('are those of two passes over all rows', () => {
    fc.assert(
      fc.property(rows, (values) => {
        const moments = new WeightedMoments();
        for (const [x, weight] of values) moments.push(x, weight);
        const expected = plain(values);
        expect([moments.mean, moments.variance]).toMatchColumn([expected.mean, expected.variance], {
          rtol: 1e-12,
          atol: 1e-12,
        });
      }),
      RUNS,
    );
  });

  it('has no variance where all rows are equal', () => {
    const moments = new WeightedMoments();
    for (const weight of [0, 0.1, 3, 0, 7]) moments.push(0.1, weight);
    expect([moments.mean, moments.variance]).toEqual([0.1, 0]);
  });

  it('begins anew after a reset', () => {
    const moments = new WeightedMoments();
    moments.push(NaN, 1);
    moments.push(5, 1);
    expect(moments.mean).toBeNaN();
    moments.reset();
    moments.push(5, 1);
    expect([moments.mean, moments.variance]).toEqual([5, 0]);
  });
});

describe('WindowWeightedMoments', () => {
  it('are those of two passes over each window', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (values, period) => {
        const moments = new WindowWeightedMoments(period);
        values.forEach(([x, weight], t) => {
          moments.push(x, weight);
          const expected = plain(values.slice(Math.max(0, t + 1 - period), t + 1));
          expect([moments.mean, moments.variance]).toMatchColumn([expected.mean, expected.variance], {
            rtol: 1e-12,
            atol: 1e-12,
          });
        });
      }),
      RUNS,
    );
  });

  it('forgets a NaN that has left the window, and a spike to the last digit', () => {
    const moments = new WindowWeightedMoments(4);
    const got = Array.from({ length: 20 }, (_, i) => {
      moments.push(i === 6 ? NaN : i === 11 ? 1e15 : 0.1, 3);
      return moments.mean;
    });
    expect(got.flatMap((mean, i) => (Number.isNaN(mean) ? [i] : []))).toEqual([6, 7, 8, 9]);
    expect(got.slice(15)).toEqual(Array(5).fill(0.1));
    expect(moments.variance).toBe(0);
  });
});
