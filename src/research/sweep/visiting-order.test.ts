import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SweepAxis } from '../outcome';
import { coordinates } from './grid-place';
import { visitingOrder } from './visiting-order';

const axis = (name: string, count: number): SweepAxis => ({
  name,
  values: Array.from({ length: count }, (_, k) => k),
});

describe('the order in which settings are run', () => {
  it('is a Morton curve on a square grid', () => {
    const axes = [axis('a', 4), axis('b', 4)];
    const places = Float64Array.from({ length: 16 }, (_, k) => k);
    expect([...visitingOrder(axes, places)]).toEqual([0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15]);
  });

  it('visits every setting once, whatever the grid', () => {
    const grids = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(grids, fc.integer({ min: 1, max: 5 }), (counts, step) => {
        const axes = counts.map((count, k) => axis(String(k), count));
        const all = counts.reduce((product, count) => product * count, 1);
        const places = Float64Array.from({ length: Math.ceil(all / step) }, (_, k) => k * step);
        const order = visitingOrder(axes, places);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from(places, (_, k) => k));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('needs few values of each axis for any stretch of it', () => {
    const axes = [axis('a', 300), axis('b', 1000)];
    const places = Float64Array.from({ length: 300_000 }, (_, k) => k);
    const order = visitingOrder(axes, places);
    for (let from = 0; from + 2000 <= order.length; from += 2000) {
      const seen = [new Set<number>(), new Set<number>()];
      for (const position of order.subarray(from, from + 2000))
        coordinates(axes, places[position]!).forEach((at, k) => seen[k]!.add(at));
      expect(seen[0]!.size + seen[1]!.size).toBeLessThan(270);
    }
  });

  it('takes grids that have more bits than a key', () => {
    const axes = Array.from({ length: 6 }, (_, k) => axis(String(k), 1000));
    const places = Float64Array.from({ length: 500 }, (_, k) => k * 1_999_999_999);
    expect(new Set(visitingOrder(axes, places)).size).toBe(500);
  });
});
