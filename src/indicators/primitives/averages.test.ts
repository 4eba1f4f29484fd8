import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sin } from '../../core/math/sin';
import { MA_TYPES } from '../ma-type';
import { movingAverage, movingAverageLookback } from './moving-average';
import { RangeSums } from './range-sums';
import { variableAverage } from './variable-average';

const RUNS = { seed: 1, numRuns: 60 };
const price = fc.double({ min: 1, max: 1e4, noNaN: true });
const series = fc.array(price, { minLength: 40, maxLength: 90 });
const period = fc.integer({ min: 2, max: 9 });

const weightedMean = (rows: readonly number[], weight: (i: number) => number): number =>
  rows.reduce((sum, x, i) => sum + weight(i) * x, 0) / rows.reduce((sum, _, i) => sum + weight(i), 0);

const WEIGHTS: Record<string, (length: number) => (i: number) => number> = {
  sma: () => () => 1,
  wma: () => (i) => i + 1,
  trima: (length) => (i) => Math.min(i + 1, length - i),
};

describe('moving averages', () => {
  it.each(['sma', 'wma', 'trima'] as const)('weigh the rows of a window as they should: %s', (type) => {
    fc.assert(
      fc.property(series, period, (rows, length) => {
        const average = movingAverage(type, length);
        const want = rows.map((_, i) =>
          i < length - 1 ? NaN : weightedMean(rows.slice(i - length + 1, i + 1), WEIGHTS[type]!(length)),
        );
        expect(rows.map((x) => average.push(x))).toMatchColumn(want, { rtol: 1e-12 });
      }),
      RUNS,
    );
  });

  it.each(MA_TYPES)('begin after their lookback, and skip leading NaN: %s', (type) => {
    const rows = Array.from({ length: 90 }, (_, i) => 100 + sin(i));
    for (const length of [1, 2, 7]) {
      const [plain, late] = [movingAverage(type, length), movingAverage(type, length)];
      for (let i = 0; i < 3; i++) expect(late.push(NaN)).toBeNaN();
      const values = rows.map((x) => plain.push(x));
      expect(values.findIndex((x) => !Number.isNaN(x))).toBe(movingAverageLookback(type, length));
      expect(rows.map((x) => late.push(x))).toEqual(values);
    }
  });

  it.each(MA_TYPES)('of a variable period are those of each period: %s', (type) => {
    const max = 7;
    const rows = Array.from({ length: 80 }, (_, i) => 100 + 10 * sin(i * i));
    const lookback = movingAverageLookback(type, max);
    const variable = variableAverage(type, 1, max);
    const fixed = Array.from({ length: max }, (_, k) => movingAverage(type, k + 1));
    const [got, want]: number[][] = [[], []];
    rows.forEach((x, i) => {
      variable.push(x);
      fixed.forEach((average, k) => {
        const start = lookback - movingAverageLookback(type, k + 1);
        const value = i < start ? NaN : average.push(x);
        if (i < lookback) return;
        got!.push(variable.of(k + 1));
        want!.push(value);
      });
    });
    expect(got!.length).toBe((rows.length - lookback) * max);
    expect(got).toMatchColumn(want!, { rtol: 1e-12 });
  });
});

describe('RangeSums', () => {
  it('is the sum of any run of the last rows', () => {
    const runs = fc.tuple(series, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(runs, ([rows, skipped, count]) => {
        const sums = new RangeSums(20);
        for (const x of rows) sums.push(x);
        sums.find(skipped, count);
        const run = rows.slice(rows.length - skipped - count, rows.length - skipped);
        expect(sums.sum / run.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
        expect(sums.weighted / run.reduce((a, b, i) => a + (i + 1) * b, 0)).toBeCloseTo(1, 12);
      }),
      RUNS,
    );
  });
});
