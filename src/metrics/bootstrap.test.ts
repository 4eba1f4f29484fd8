import { describe, expect, it } from 'vitest';
import { tradeOf } from '../../tests/support/trade';
import type { Column } from '../core/column';
import { uniforms } from '../core/random/uniforms';
import { RESAMPLES, range95, resampleSums } from './bootstrap';
import { RANGE_MINIMUM, ranges } from './ranges';

const noise = uniforms(5, 400).map((x) => x - 0.5) as Column;

const sumsOf = (columns: readonly Column[], block: number): number[][] => {
  const all: number[][] = [];
  resampleSums(columns, block, (sums) => all.push([...sums]));
  return all;
};
const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const deviationOf = (values: readonly number[]): number =>
  Math.sqrt(meanOf(values.map((x) => (x - meanOf(values)) ** 2)));

describe('resampleSums', () => {
  it('draws as many rows as there are, the same ones for every column', () => {
    const ones = new Float64Array(400).fill(1);
    for (const [rows, first, doubled] of sumsOf([ones, noise, noise.map((x) => 2 * x)], 7)) {
      expect(rows).toBeCloseTo(400, 9);
      expect(doubled).toBeCloseTo(2 * first!, 9);
    }
  });

  const spread = Math.sqrt(noise.length) * deviationOf([...noise]);

  it.each([1, 12, 150])('keeps the mean with blocks of %i', (block) => {
    const sums = sumsOf([noise], block).map((row) => row[0]!);
    expect(sums).toHaveLength(RESAMPLES);
    const error = Math.abs(meanOf(sums) - noise.length * meanOf([...noise]));
    expect(error).toBeLessThan((4 * spread) / Math.sqrt(RESAMPLES));
  });

  it('has the spread of independent draws when it draws single rows', () => {
    const sums = sumsOf([noise], 1).map((row) => row[0]!);
    expect(deviationOf(sums) / spread).toBeCloseTo(1, 1);
  });

  it('has blocks of the mean length asked for', () => {
    const rows = 4000;
    const ramp: Column = Float64Array.from({ length: rows }, (_, i) => (i % 2 === 0 ? 1 : -1));
    const alternating = sumsOf([ramp], 20).map((row) => row[0]! ** 2);
    const single = sumsOf([ramp], 1).map((row) => row[0]! ** 2);
    // the sum of alternating rows over a block of geometric length L has E[sum²] = P(L odd) = 1 / (2 - 1 / mean)
    expect(meanOf(single) / rows).toBeCloseTo(1, 1);
    expect(meanOf(alternating) / (rows / 20)).toBeCloseTo(1 / (2 - 1 / 20), 1);
  });

  it('repeats itself bit for bit', () => {
    expect(sumsOf([noise], 9)).toEqual(sumsOf([noise], 9));
  });
});

describe('range95', () => {
  it('interpolates between neighbours', () => {
    const range = range95(Float64Array.from({ length: 101 }, (_, i) => 100 - i));
    expect([range.low, range.high]).toMatchColumn([2.5, 97.5], { rtol: 1e-12 });
  });
});

describe('ranges', () => {
  const time: Column = Float64Array.from({ length: 401 }, (_, i) => i * 86_400_000);
  const grown = (steps: Column): Column => {
    const out = new Float64Array(steps.length + 1).fill(100);
    steps.forEach((step, i) => (out[i + 1] = out[i]! * (1 + 0.02 * step + 0.001)));
    return out;
  };
  const equity = grown(noise);

  it('bracket the estimate, and have no gap to holding when it is the same curve', () => {
    const { cagr, gap, sharpe } = ranges(equity, equity, time, [], 252);
    expect(gap).toEqual({ low: 0, high: 0 });
    expect(cagr!.low).toBeLessThan((equity.at(-1)! / 100) ** (365.25 / 400) - 1);
    expect(cagr!.high).toBeGreaterThan((equity.at(-1)! / 100) ** (365.25 / 400) - 1);
    expect(sharpe!.low).toBeLessThan(sharpe!.high);
  });

  it('are unknown for small samples, a lost account and damaged prices', () => {
    const few = RANGE_MINIMUM.returns;
    expect(ranges(equity.slice(0, few), equity.slice(0, few), time.slice(0, few), [], 252)).toEqual({
      cagr: null,
      sharpe: null,
      gap: null,
      winRate: null,
      averageTrade: null,
    });
    const lost = equity.map((x, i) => (i > 300 ? 0 : x)) as Column;
    expect(ranges(lost, equity, time, [], 252).cagr).toBeNull();
    expect(ranges(equity, lost, time, [], 252)).toMatchObject({
      gap: null,
      cagr: { low: expect.any(Number) as number },
    });
  });

  it('of trades need five, and leave the open one out', () => {
    const trades = [0.1, -0.05, 0.02, 0.01, -0.01].map((value) => tradeOf({ return: value, pnl: value }));
    const open = tradeOf({ exitBar: NaN, return: 9 });
    const { averageTrade, winRate } = ranges(equity, equity, time, [...trades, open], 252);
    expect(averageTrade!.low).toBeGreaterThanOrEqual(-0.05);
    expect(averageTrade!.high).toBeLessThanOrEqual(0.1);
    expect(winRate!.low).toBeGreaterThan(0.2);
    expect(ranges(equity, equity, time, [...trades.slice(1), open], 252).averageTrade).toBeNull();
  });
});
