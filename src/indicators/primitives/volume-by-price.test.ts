import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VolumeByPrice } from './volume-by-price';

const bar = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1000 }));

describe('VolumeByPrice', () => {
  it('holds what the last rows traded between any two prices', () => {
    fc.assert(
      fc.property(
        fc.array(bar, { maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        (bars, period, low, high) => {
          const window = new VolumeByPrice(period);
          bars.forEach(([price, volume]) => window.push(price, volume));
          const inside = bars.slice(-period).filter(([price]) => price >= low && price < high);
          expect(window.between(low, high)).toBe(inside.reduce((sum, [, volume]) => sum + volume, 0));
        },
      ),
      { seed: 1, numRuns: 300 },
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
    expect(window.between(-Infinity, Infinity)).toBe(30);
  });
});
