import { describe, expect, it } from 'vitest';
import { exp } from '../../core/math/exp';
import { GaussianWindow } from './gaussian-window';

/** Prices with a trend, a jump and noise. */
const ROWS = Array.from(
  { length: 900 },
  (_, i) => 100 + i / 7 + (i > 400 ? -60 : 0) + ((i * 7919) % 101) / 10,
);

function plainMean(end: number, period: number, top: number, deviation: number): number {
  const weights = Array.from({ length: period }, (_, age) => exp(-(((age - top) / deviation) ** 2) / 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.reduce((sum, weight, age) => sum + (weight / total) * ROWS[end - age]!, 0);
}

describe('GaussianWindow', () => {
  it.each([
    [1, 0, 0.2],
    [2, 0.55, 0.02],
    [9, 3.4, 0.1],
    [9, 1.2, 1.5],
    [200, 19, 21],
    [201, 19, 21.5],
    [300, 45, 50],
    [300, 150, 3000],
    [301, 299, 4],
    [400, 399, 400],
    [400, 0, 40],
    [800, 120, 20],
  ])('period %s, top %s, deviation %s: the weighted mean of each window', (period, top, deviation) => {
    const window = new GaussianWindow(period, top, deviation);
    const got = ROWS.map((x) => window.push(x)).slice(period - 1);
    const expected = got.map((_, k) => plainMean(k + period - 1, period, top, deviation));
    expect(got).toMatchColumn(expected, { rtol: 1e-13 });
  });

  it('is NaN exactly while a NaN is inside a long window', () => {
    const window = new GaussianWindow(240, 30, 33);
    const got = ROWS.map((x, i) => window.push(i === 250 ? NaN : x));
    expect(got.flatMap((x, i) => (Number.isNaN(x) ? [i] : []))).toEqual(
      Array.from({ length: 240 }, (_, k) => 250 + k),
    );
  });
});
