import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitScale } from './value-scale';
import { linearTicks, niceStep, percentTicks, tickDecimals, valueTicks } from './value-ticks';

const NONE = { top: 0, bottom: 0 };

describe('value ticks', () => {
  it.each([
    [0.9, 1],
    [1, 1],
    [1.3, 2],
    [2.2, 2.5],
    [37, 50],
    [0.0071, 0.01],
  ])('the nice step for %s is %s', (atLeast, step) => expect(niceStep(atLeast)).toBeCloseTo(step, 12));

  it('labels round prices', () => {
    expect(linearTicks(2640, 3080, 5)).toEqual([2700, 2800, 2900, 3000]);
    expect(linearTicks(-0.11, 0.02, 2)).toEqual([-0.1, 0]);
  });

  it('never gives more than asked and stays inside', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        value,
        fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
        fc.integer({ min: 1, max: 20 }),
        (min, width, most) => {
          const ticks = linearTicks(min, min + width, most);
          expect(ticks.length).toBeLessThanOrEqual(most + 1);
          for (const tick of ticks) {
            expect(tick).toBeGreaterThanOrEqual(min - width * 1e-6);
            expect(tick).toBeLessThanOrEqual(min + width * (1 + 1e-6));
          }
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('thins out a log axis until labels have room', () => {
    const equity = fitScale(45_000, 230_000, 240, NONE, true);
    expect(valueTicks(equity, 48)).toEqual([50_000, 75_000, 100_000, 150_000, 200_000]);
    const wide = fitScale(1, 1e12, 200, NONE, true);
    const ticks = valueTicks(wide, 40);
    expect(ticks.length).toBeGreaterThan(2);
    for (let i = 1; i < ticks.length; i++)
      expect(wide.toY(ticks[i - 1]!) - wide.toY(ticks[i]!)).toBeGreaterThanOrEqual(28);
  });

  it('rounds changes, not prices, on a percent axis', () => {
    const scale = fitScale(95, 125, 300, NONE);
    expect(percentTicks(scale, 100, 60).map((tick) => Math.round(tick - 100))).toEqual([0, 10, 20]);
  });

  it('writes as many decimals as the ticks differ by', () => {
    expect(tickDecimals([2700, 2800])).toBe(0);
    expect(tickDecimals([1.05, 1.1, 1.15])).toBe(2);
    expect(tickDecimals([])).toBe(0);
  });
});
