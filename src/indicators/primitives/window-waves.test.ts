import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cos } from '../../core/math/cos';
import { sin } from '../../core/math/sin';
import { WindowWaves } from './window-waves';

const WAVES = [
  { turns: 0, cosine: 0.5, sine: 0 },
  { turns: 1, cosine: 1, sine: -0.25 },
  { turns: 3, cosine: 0.125, sine: 2 },
];

function weightOf(age: number, wavelength: number): number {
  const angle = (2 * Math.PI * age) / wavelength;
  return WAVES.reduce(
    (sum, { turns, cosine, sine }) => sum + cosine * cos(turns * angle) + sine * sin(turns * angle),
    0,
  );
}

function plainSums(rows: readonly number[], period: number, wavelength: number): number[] {
  return rows.map((_, t) =>
    rows
      .slice(Math.max(0, t + 1 - period), t + 1)
      .reduce((sum, x, k, window) => sum + x * weightOf(window.length - 1 - k, wavelength), 0),
  );
}

describe('WindowWaves', () => {
  it('is the plain weighted sum of each window', () => {
    const rows = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 60 });
    const lengths = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(rows, lengths, (values, [period, wavelength]) => {
        const sums = new WindowWaves(period, wavelength, WAVES);
        const got = values.map((x) => sums.push(x));
        expect(got).toMatchColumn(plainSums(values, period, wavelength), { atol: 1e-11 });
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('does not drift', () => {
    const period = 7;
    const rows = Array.from({ length: 70_000 }, (_, i) => (i === 20 ? 1e15 : 100 + (i % 13)));
    const sums = new WindowWaves(period, 19, WAVES);
    const got = rows.map((x) => sums.push(x));
    const end = rows.length - 50;
    const expected = plainSums(rows.slice(end - period), period, 19).slice(period);
    expect(got.slice(end)).toMatchColumn(expected, { atol: 1e-11 });
  });

  it('is NaN exactly while a NaN is inside the window', () => {
    const sums = new WindowWaves(4, 9, WAVES);
    const got = Array.from({ length: 20 }, (_, i) => Number.isNaN(sums.push(i === 9 ? NaN : i)));
    expect(got.flatMap((isNaN, i) => (isNaN ? [i] : []))).toEqual([9, 10, 11, 12]);
  });
});
