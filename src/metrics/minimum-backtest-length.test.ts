import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/multiple-tests.json';
import { log } from '../core/math/log';
import { noiseTrials } from '../../tests/support/noise-trials';
import { minimumBacktestLength } from './minimum-backtest-length';
import { stationaryVariance } from './stationary-variance';

describe('minimumBacktestLength', () => {
  it.each(golden.backtestLength)(
    'agrees with the formula on scipy ($tries tries)',
    ({ tries, sharpe, years }) => {
      expect([minimumBacktestLength(tries, sharpe)!]).toMatchColumn([years], { rtol: 1e-10 });
    },
  );

  it('stays below its bound and grows with the tries', () => {
    const lengths = [2, 10, 100, 1000].map((tries) => minimumBacktestLength(tries, 1)!);
    expect(lengths.toSorted((a, b) => a - b)).toEqual(lengths);
    [2, 10, 100, 1000].forEach((tries, k) => expect(lengths[k]).toBeLessThan(2 * log(tries)));
  });

  it('is none for one try and unknown for a ratio that is not above zero', () => {
    expect(minimumBacktestLength(1, 1)).toBe(0);
    expect([
      minimumBacktestLength(10, 0),
      minimumBacktestLength(10, -1),
      minimumBacktestLength(10, NaN),
    ]).toEqual([null, null, null]);
  });
});

describe('stationaryVariance', () => {
  it.each(golden.contests)('agrees with arch (blocks of $block)', ({ columns, block, variance }) => {
    const found = columns.map((column) => stationaryVariance(Float64Array.from(column), block)!);
    expect(found).toMatchColumn(variance, { rtol: 1e-10 });
  });

  it('is the variance of the population for single rows', () => {
    const [column] = noiseTrials(9, 1, 300);
    const mean = column!.reduce((sum, value) => sum + value, 0) / 300;
    const variance = column!.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 300;
    expect(stationaryVariance(column!, 1)).toBeCloseTo(variance, 15);
    expect(stationaryVariance(column!, 0.2)).toBe(stationaryVariance(column!, 1));
  });

  it('is unknown for one value or a NaN, and 0 without movement', () => {
    expect(stationaryVariance(Float64Array.of(1), 2)).toBeNull();
    expect(stationaryVariance(Float64Array.of(1, NaN, 2), 2)).toBeNull();
    expect(stationaryVariance(new Float64Array(10), 2)).toBe(0);
  });
});
