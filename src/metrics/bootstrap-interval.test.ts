import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/bootstrap-metrics.json';
import { tradeOf } from '../../tests/support/trade';
import type { Column } from '../core/column';
import { alpha } from './alpha';
import { annualReturn } from './annual-return';
import { beta } from './beta';
import { drawdowns, maxDrawdown } from './max-drawdown';
import { moments } from './moments';
import { sharpe } from './sharpe';
import { sortino } from './sortino';
import { volatility } from './volatility';
import { bcaInterval } from './bca-interval';
import { blockLength } from './block-length';
import { bootstrapInterval, type Statistic } from './bootstrap-interval';
import { figureIntervals, type FigureIntervals } from './figure-intervals';
import { percentileInterval } from './percentile-interval';
import { RowDraw } from './resample-rows';

const meanOf: Statistic = ([x]) => moments(x!).mean;
const sharpeOf: Statistic = ([x]) => moments(x!).mean / moments(x!).deviation;
const STATISTICS: Record<string, Statistic> = {
  mean: meanOf,
  sharpe: sharpeOf,
  skew: ([x]) => moments(x!).skew,
};
const sample = Float64Array.from(golden.moments[0]!.values);
const without = (values: Column, row: number): Column => values.filter((_, i) => i !== row);

describe('blockLength', () => {
  it.each(golden.lengths)('agrees with arch ($values.length values)', ({ values, length }) => {
    expect([blockLength(Float64Array.from(values))!]).toMatchColumn([length], { rtol: 1e-9 });
  });

  it('does not change with scale, shift or direction', () => {
    const values = Float64Array.from(golden.lengths[3]!.values);
    const length = blockLength(values)!;
    const number = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(number, number, (by, shift) => {
        expect([blockLength(values.map((x) => -by * x + shift) as Column)!]).toMatchColumn([length], {
          rtol: 1e-6,
        });
      }),
      { seed: 1, numRuns: 50 },
    );
    expect([blockLength(values.toReversed() as Column)!]).toMatchColumn([length], { rtol: 1e-9 });
  });

  it('is unknown for few values, without movement, and with a NaN', () => {
    expect(blockLength(sample.slice(0, 29))).toBeNull();
    expect(blockLength(new Float64Array(50).fill(0.25))).toBeNull();
    expect(blockLength(sample.with(7, NaN) as Column)).toBeNull();
  });
});

describe('RowDraw', () => {
  const rows = new Uint32Array(500);

  it('draws blocks that wrap around, of the mean length asked for', () => {
    const draw = new RowDraw(10, 5);
    let breaks = 0;
    for (let path = 0; path < 200; path++) {
      draw.draw(path, rows);
      expect(rows.every((row) => row < 500)).toBe(true);
      for (let i = 1; i < 500; i++) breaks += rows[i] === (rows[i - 1]! + 1) % 500 ? 0 : 1;
    }
    // a block ends after each row with chance 1 / 10, and 1 of 500 new starts follows on by chance
    const expected = 200 * 499 * 0.1 * (1 - 1 / 500);
    expect(Math.abs(breaks - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });

  it('depends on seed and path alone', () => {
    const drawn = (seed: number, path: number): number[] => {
      new RowDraw(10, seed).draw(path, rows);
      return [...rows];
    };
    expect(drawn(5, 3)).toEqual(drawn(5, 3));
    expect(drawn(5, 3)).not.toEqual(drawn(5, 4));
    expect(drawn(5, 3)).not.toEqual(drawn(5 + 2 ** 32, 3));
  });
});

describe('intervals of given resamples', () => {
  it.each(golden.intervals)('agree with scipy: $statistic at $confidence', (row) => {
    const values = Float64Array.from(row.values);
    const statistic = STATISTICS[row.statistic]!;
    const sorted: Column = Float64Array.from(row.resamples).sort();
    const jackknife = Float64Array.from(values, (_, i) => statistic([without(values, i)])!);
    const percentile = percentileInterval(sorted, row.confidence);
    const bca = bcaInterval(sorted, statistic([values])!, jackknife, row.confidence)!;
    expect([percentile.low, percentile.high]).toMatchColumn(row.percentile, { rtol: 1e-12 });
    // percentiles between neighbours: a point moved by 1e-14 moves the value by its share of their distance
    expect([bca.low, bca.high]).toMatchColumn(row.bca, { rtol: 1e-11 });
  });

  it('have no BCa when the estimate lies beyond them', () => {
    const sorted = Float64Array.of(1, 2, 3);
    expect(bcaInterval(sorted, 0.5, sorted, 0.95)).toBeNull();
    expect(bcaInterval(sorted, 3.5, sorted, 0.95)).toBeNull();
    const { low, high } = bcaInterval(sorted, 2, sorted.map(() => 2) as Column, 0.9)!;
    expect([low, high]).toMatchColumn([1.1, 2.9], { rtol: 1e-12 });
  });
});

/** Variance of the mean of stationary bootstrap resamples (Politis and Romano 1994, lemma 1). */
function varianceOfMean(values: Column, block: number): number {
  const count = values.length;
  const { mean } = moments(values);
  const keep = 1 - 1 / block;
  let sum = 0;
  for (let lag = 0; lag < count; lag++) {
    let product = 0;
    for (let i = 0; i < count; i++) product += (values[i]! - mean) * (values[(i + lag) % count]! - mean);
    sum += (lag === 0 ? 1 : 2 * (1 - lag / count) * keep ** lag) * (product / count);
  }
  return sum / count;
}

describe('bootstrapInterval', () => {
  const RESAMPLES = 20_000;

  it.each(golden.moments)('has the moments of the resamples of arch (block $block)', (row) => {
    const values = Float64Array.from(row.values);
    const figures: readonly Statistic[] = [meanOf, ([x]) => moments(x!).deviation, sharpeOf];
    figures.forEach((figure, k) => {
      const options = { seed: 9, resamples: RESAMPLES, meanBlock: row.block };
      const { mean, error } = bootstrapInterval([values], figure, options)!;
      const spread = row.deviation[k]!;
      // two independent means of 20,000 draws differ by 4 of their standard errors at most, two deviations by 4 of theirs
      expect(Math.abs(mean - row.mean[k]!)).toBeLessThan(4 * spread * Math.sqrt(2 / RESAMPLES));
      expect(Math.abs(error / spread - 1)).toBeLessThan(4 * Math.sqrt(1 / RESAMPLES) * 1.5);
    });
  });

  it.each([1, 5, 25])('has the variance of the mean that the theory gives (block %i)', (meanBlock) => {
    const { error, mean } = bootstrapInterval([sample], meanOf, {
      seed: 4,
      resamples: RESAMPLES,
      meanBlock,
    })!;
    const expected = Math.sqrt(varianceOfMean(sample, meanBlock));
    expect(Math.abs(error / expected - 1)).toBeLessThan(4 / Math.sqrt(2 * RESAMPLES));
    expect(Math.abs(mean - moments(sample).mean)).toBeLessThan((4 * expected) / Math.sqrt(RESAMPLES));
  });

  it('repeats itself bit for bit, takes its block from the data, and differs by seed', () => {
    const of = (seed: number) => bootstrapInterval([sample], sharpeOf, { seed });
    expect(of(1)).toEqual(of(1));
    expect(of(1)!.percentile).not.toEqual(of(2)!.percentile);
    expect(of(1)!.meanBlock).toBe(blockLength(sample));
    const { estimate, percentile, bca } = of(1)!;
    expect(percentile.low < estimate && estimate < percentile.high).toBe(true);
    expect(bca!.low < estimate && estimate < bca!.high).toBe(true);
  });

  it('scales with its values, and widens with its confidence', () => {
    const options = { seed: 1, meanBlock: 4, resamples: 500 };
    const one = bootstrapInterval([sample], meanOf, options)!;
    const eight = bootstrapInterval([sample.map((x) => 8 * x) as Column], meanOf, options)!;
    expect([eight.bca!.low, eight.percentile.high]).toMatchColumn([
      8 * one.bca!.low,
      8 * one.percentile.high,
    ]);
    const narrow = bootstrapInterval([sample], meanOf, { ...options, confidence: 0.8 })!;
    expect(narrow.percentile.low).toBeGreaterThan(one.percentile.low);
    expect(narrow.bca!.high).toBeLessThan(one.bca!.high);
  });

  it('draws the same rows for all columns, and leaves out groups of many rows', () => {
    const long = Float64Array.from({ length: 2500 }, (_, i) => sample[i % 400]!);
    const difference: Statistic = ([a, b]) => moments(a!.map((x, i) => 2 * x - b![i]!)).mean;
    const found = bootstrapInterval([long, long.map((x) => 2 * x)], difference, { seed: 1, resamples: 100 })!;
    expect([found.estimate, found.error, found.percentile.low, found.bca!.high]).toEqual([0, 0, 0, 0]);
  });

  it('is "not enough data" for few rows, without movement, and for an undefined statistic', () => {
    const options = { seed: 1, resamples: 100 };
    expect(bootstrapInterval([sample.slice(0, 29)], meanOf, options)).toBeNull();
    expect(bootstrapInterval([], meanOf, options)).toBeNull();
    expect(bootstrapInterval([new Float64Array(60)], meanOf, options)).toBeNull();
    expect(bootstrapInterval([sample], () => null, options)).toBeNull();
    expect(bootstrapInterval([sample], () => Infinity, options)).toBeNull();
    const rarely: Statistic = ([x]) => (x!.includes(sample[0]!) ? 1 : null);
    expect(bootstrapInterval([sample], rarely, options)).toBeNull();
  });

  it.each([
    { seed: -1 },
    { seed: 1, resamples: 99 },
    { seed: 1, confidence: 1 },
    { seed: 1, meanBlock: 0.5 },
    { seed: 1, meanBlock: NaN },
  ])('rejects %o', (options) => {
    expect(() => bootstrapInterval([sample], meanOf, options)).toThrow(
      expect.objectContaining({ code: 'parameter_out_of_range' }),
    );
  });

  it('wants columns of one length', () => {
    expect(() => bootstrapInterval([sample, sample.slice(1)], meanOf, { seed: 1 })).toThrow(
      expect.objectContaining({ code: 'length_mismatch' }),
    );
  });
});

describe('figureIntervals', () => {
  const benchmark = sample.map((x, i) => 0.5 * x + 0.01 * ((i % 7) - 3));
  const draw = (returns: Column, barsPerYear: number): FigureIntervals =>
    figureIntervals(
      { returns, benchmark, years: returns.length / barsPerYear, barsPerYear, riskFree: 0, closed: [] },
      { seed: 3, resamples: 500 },
    );
  const daily = draw(sample, 252);

  it.each(['cagr', 'volatility', 'sharpe', 'sortino', 'alpha', 'beta'] as const)('brackets %s', (key) => {
    expect(daily[key]!.percentile.low).toBeLessThan(daily[key]!.estimate);
    expect(daily[key]!.percentile.high).toBeGreaterThan(daily[key]!.estimate);
  });

  it('estimates what the figures are', () => {
    const found = moments(sample);
    const value = (key: keyof FigureIntervals): number => daily[key]!.estimate;
    const path = Float64Array.from(
      [1, ...sample].map((_, i) => sample.subarray(0, i).reduce((p, r) => p * (1 + r), 1)),
    );
    const deepest = maxDrawdown(drawdowns(path))!;
    const growth = annualReturn(sample, 252)!;
    expect([value('volatility'), value('sharpe'), value('sortino'), value('cagr')]).toMatchColumn(
      [volatility(found, 252)!, sharpe(found, 252)!, sortino(sample, 252)!, growth],
      { rtol: 1e-10 },
    );
    expect([value('maxDrawdown'), value('calmar'), value('alpha'), value('beta')]).toMatchColumn(
      [deepest, growth / deepest, alpha(sample, benchmark, 252)!, beta(sample, benchmark)!],
      { rtol: 1e-10 },
    );
  });

  it('annualises', () => {
    expect([daily.sharpe!.percentile.low]).toMatchColumn(
      [draw(sample, 1).sharpe!.percentile.low * Math.sqrt(252)],
      { rtol: 1e-12 },
    );
  });

  it('is null one by one', () => {
    const rising = sample.map((x) => Math.abs(x) + 1e-6);
    expect(draw(rising, 252)).toMatchObject({
      sortino: null,
      calmar: null,
      winRate: null,
      sharpe: { estimate: expect.any(Number) as number },
    });
  });

  it('agrees with the figures of trades and draws trades one by one', () => {
    const closed = Array.from({ length: 30 }, (_, i) =>
      tradeOf({ pnl: (i % 5) - 1.5, return: ((i % 5) - 1.5) / 100 }),
    );
    const { winRate, profitFactor, expectancy, averageTrade } = figureIntervals(
      { returns: sample, benchmark: null, years: 1, barsPerYear: 252, riskFree: 0, closed },
      { seed: 3, resamples: 500 },
    );
    expect([winRate!.estimate, profitFactor!.estimate]).toMatchColumn(
      [0.6, (0.5 + 1.5 + 2.5) / (1.5 + 0.5)],
      { rtol: 1e-12 },
    );
    expect([expectancy!.estimate, averageTrade!.estimate]).toMatchColumn([0.5, 0.005], { rtol: 1e-12 });
    expect(expectancy!.meanBlock).toBe(1);
    const fewer = figureIntervals(
      { returns: sample, benchmark: null, years: 1, barsPerYear: 252, riskFree: 0, closed: closed.slice(1) },
      { seed: 3, resamples: 500 },
    );
    expect(fewer.winRate).toBeNull();
  });
});
