import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VolumeByPrice } from './volume-by-price';
import { WideSum } from './wide-sum';

/** Volumes of the bins between edges. */
function held(window: VolumeByPrice, ...edges: number[]): number[] {
  const bins = edges.slice(1).map(() => new WideSum());
  window.fill(Float64Array.from(edges), bins);
  return bins.map(({ value }) => value);
}

const bar = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1000 }));

describe('VolumeByPrice', () => {
  it('holds what the last rows traded at the prices of each bin', () => {
    fc.assert(
      fc.property(
        fc.array(bar, { maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 6 }),
        (bars, period, places) => {
          const window = new VolumeByPrice(period);
          bars.forEach(([price, volume]) => window.push(price, volume));
          const edges = places.toSorted((a, b) => a - b);
          const begins = [-Infinity, ...edges.slice(1, -1), Infinity];
          const wanted = begins.slice(1).map((end, k) =>
            bars
              .slice(-period)
              .filter(([price]) => price >= begins[k]! && price < end)
              .reduce((sum, [, volume]) => sum + volume, 0),
          );
          expect(held(window, ...edges)).toEqual(wanted);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('adds up to the same whatever the order and whatever was there before', () => {
    const volumes = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(volumes, fc.array(bar, { maxLength: 30 }), (parts, earlier) => {
        const sums = [parts, parts.toSorted((a, b) => a - b)].map((list, k) => {
          const window = new VolumeByPrice(list.length);
          if (k > 0) earlier.forEach(([price, volume]) => window.push(price, volume / 7));
          list.forEach((volume, i) => window.push((i * 7) % 5, volume));
          return held(window, 0, 9)[0];
        });
        expect(sums[0]).toBe(sums[1]);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it.each([
    [NaN, 1],
    [1, Infinity],
  ])('is odd while a row of price %s and volume %s is inside', (price, volume) => {
    const window = new VolumeByPrice(3);
    const states = [1, price, 2, 3, 4].map((x, i) => {
      window.push(x, i === 1 ? volume : 10);
      return window.isOdd;
    });
    expect(states).toEqual([false, true, true, true, false]);
    expect(held(window, 0, 9)).toEqual([30]);
  });
});
