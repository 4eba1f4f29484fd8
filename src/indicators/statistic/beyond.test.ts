import { describe, expect, it } from 'vitest';
import { TALIB_FACTS } from '../../../tests/support/talib-golden';
import type { Column } from '../../core/column';
import { uniforms } from '../../core/random/uniforms';
import { batch } from '../batch';
import { findIndicator } from '../catalogue';
import type { Indicator } from '../indicator';
import { VOLATILITY } from '../volatility/all';
import { STATISTIC } from './all';

const ROWS = 420;
/** Of the close of that row, in the test of drift. */
const SPIKE = { row: 3, size: 1e9 };
/** Never forget a row, by definition. */
const RECURSIVE = new Set([
  'kalman_mean',
  'kalman_hedge',
  'ewma_volatility',
  'garch_volatility',
  'chaikin_volatility',
  'drawdown_depth',
]);

const OURS = [...STATISTIC, ...VOLATILITY].filter(({ name }) => !TALIB_FACTS.has(name));

/** Quarter-point prices from 75 to 125 without trend: all scalings by powers of two are exact. */
function series(seed: number): Column {
  return uniforms(seed, ROWS).map((u) => 75 + Math.round(u * 200) / 4);
}

/** Bars around a close, with a spread that differs from bar to bar. */
function inputsOf(indicator: Indicator, close: Column): Column[] {
  const gap = uniforms(9, ROWS);
  const columns: Record<string, Column> = {
    open: close.map((x, i) => x * (1 + (gap[i]! - 0.5) / 64)),
    high: close.map((x) => x * (1 + 1 / 32)),
    low: close.map((x, i) => x * (1 - (1 + gap[i]!) / 64)),
    close,
    real: close,
    real0: close,
    real1: series(2),
  };
  return indicator.inputs.map(({ name }) => columns[name]!);
}

const shortest = (indicator: Indicator): number[] =>
  indicator.params.map((param) => (param.kind === 'integer' ? param.min : param.default));
const defaults = (indicator: Indicator): number[] => indicator.params.map((param) => param.default);

function values(name: string, inputs: readonly Column[], params?: readonly number[]): Column[] {
  const indicator = findIndicator(name)!;
  return batch(indicator, inputs, params ?? defaults(indicator));
}
/** The last row of every output. */
const last = (columns: readonly Column[]): number[] => columns.map((column) => column.at(-1)!);

describe.each(OURS.filter(({ name }) => !RECURSIVE.has(name)))('$name', (indicator) => {
  it('forgets a spike that has left its windows, to the bit', () => {
    const calm = series(1);
    const spiked = calm.with(SPIKE.row, SPIKE.size);
    for (const params of [shortest(indicator), defaults(indicator)]) {
      const from = SPIKE.row + 2 * indicator.lookback(params) + 3;
      const want = batch(indicator, inputsOf(indicator, calm), params);
      const got = batch(indicator, inputsOf(indicator, spiked), params);
      expect(got.map((column) => column.subarray(from))).toEqual(want.map((column) => column.subarray(from)));
      expect(want.every((column) => column.subarray(from).length > 50)).toBe(true);
    }
  });

  it('forgets a NaN in the same way', () => {
    const calm = series(1);
    for (const params of [shortest(indicator), defaults(indicator)]) {
      const from = SPIKE.row + 2 * indicator.lookback(params) + 3;
      const broken = batch(indicator, inputsOf(indicator, calm.with(SPIKE.row, NaN)), params);
      const want = batch(indicator, inputsOf(indicator, calm), params);
      expect(broken.map((column) => column.subarray(from))).toEqual(want.map((c) => c.subarray(from)));
    }
  });
});

describe('unit of the series', () => {
  const free = [
    'zscore',
    'rolling_sharpe',
    'rolling_sortino',
    'skewness',
    'kurtosis',
    'percent_rank',
    'autocorrelation',
    'r_squared',
    'half_life',
    'variance_ratio',
    'realised_volatility',
    'ulcer_index',
    'bb_percent',
    'bb_width',
    'drawdown_depth',
  ];
  const borne = ['quantile', 'rolling_median', 'rolling_mad', 'roll_spread'];

  it.each(free)('does not touch %s', (name) => {
    const want = values(name, [series(1)]);
    for (const factor of [2 ** -40, 2 ** 40]) {
      expect(values(name, [series(1).map((x) => x * factor)])).toEqual(want);
    }
  });

  it.each(borne)('is that of %s', (name) => {
    const [want] = values(name, [series(1)]);
    for (const factor of [2 ** -40, 2 ** 40]) {
      const [got] = values(name, [series(1).map((x) => x * factor)]);
      expect(got).toEqual(want!.map((x) => x * factor));
    }
  });
});

describe('a series that does not move', () => {
  const equal = new Float64Array(ROWS).fill(0.1);
  const other = series(2);

  it.each<readonly [string, readonly number[]]>([
    ['zscore', [0]],
    ['rolling_sharpe', [0]],
    ['rolling_sortino', [0]],
    ['skewness', [0]],
    ['kurtosis', [0]],
    ['rolling_median', [0.1]],
    ['rolling_mad', [0]],
    ['percent_rank', [100]],
    ['hurst', [0.5]],
    ['autocorrelation', [0]],
    ['r_squared', [0]],
    ['half_life', [Infinity]],
    ['variance_ratio', [1, 0, 0]],
    ['realised_volatility', [0]],
    ['ewma_volatility', [0]],
    ['roll_spread', [0]],
    ['ulcer_index', [0]],
    ['drawdown_depth', [0]],
    ['bb_width', [0]],
    ['bb_percent', [0.5]],
    ['kalman_mean', [0.1]],
  ])('gives %s %o', (name, want) => {
    expect(last(values(name, [equal]))).toEqual(want);
  });

  it('has no line on another series and explains none', () => {
    for (const name of ['ols_slope', 'ols_r_squared', 'ols_residual', 'ols_zscore', 'covariance']) {
      expect(last(values(name, [equal, other]))).toEqual([expect.closeTo(0, 15)]);
    }
    for (const name of ['ols_slope', 'ols_r_squared', 'covariance']) {
      expect(last(values(name, [other, equal]))).toEqual([expect.closeTo(0, 15)]);
    }
    expect(last(values('cointegration', [equal, other]))[3]).toBe(0);
    const [beta, alpha] = last(values('rolling_beta', [other, equal]));
    expect(beta).toBe(0);
    expect(alpha).toBeGreaterThan(-1);
  });

  it('is told from one that moves by a steady return', () => {
    const steady = Float64Array.from({ length: 300 }, (_, i) => 100 * 1.01 ** i);
    expect(last(values('rolling_sharpe', [steady]))).toEqual([0]);
    expect(last(values('variance_ratio', [steady]))).toEqual([1, 0, 0]);
    expect(last(values('rolling_beta', [series(1).subarray(0, 300), steady]))[0]).toBe(0);
    const [deviation] = last(values('realised_volatility', [steady]));
    expect(deviation).toBeLessThan(1e-14);
  });
});

describe('entropy', () => {
  it('is largest where all rows are equal, and 0 where one has it all', () => {
    const equal = new Float64Array(16).fill(3);
    expect(last(values('entropy', [equal], [16, 2]))[0]).toBeCloseTo(4, 14);
    expect(last(values('entropy', [new Float64Array(16).fill(0).with(9, 5)], [16, 2]))).toEqual([0]);
    expect(last(values('entropy', [new Float64Array(16)], [16, 2]))).toEqual([0]);
  });
});

describe('hurst', () => {
  const noise = (seed: number): Column => uniforms(seed, 4000).map((u) => u - 0.5);
  const exponent = (rows: Column): number => last(values('hurst', [rows], [4000, 20]))[0]!;

  it('is half for a random walk, near 0 for noise and 1 for a trend', () => {
    const walks = [11, 12, 13, 14, 15].map((seed) => {
      let level = 0;
      return noise(seed).map((step) => (level += step));
    });
    const mean = walks.reduce((sum, walk) => sum + exponent(walk) / walks.length, 0);
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
    expect(Math.abs(exponent(noise(4)))).toBeLessThan(0.02);
    // Its moves grow in step with their length.
    expect(exponent(Float64Array.from({ length: 4000 }, (_, i) => i * i))).toBeCloseTo(1, 2);
  });
});

describe('cointegration', () => {
  const noise = uniforms(5, ROWS).map((u) => u - 0.5);
  let level = 50;
  const walk = uniforms(6, ROWS).map((u) => (level += u - 0.5));

  it('finds the hedge ratio of a tied pair, and no tie between strangers', () => {
    const tied = walk.map((x, i) => 3 + 2 * x + noise[i]! / 4);
    const [slope, , , statistic] = last(values('cointegration', [tied, walk]));
    expect(slope).toBeCloseTo(2, 1);
    expect(statistic).toBeLessThan(-5);
    let stranger = 50;
    const other = uniforms(8, ROWS).map((u) => (stranger += u - 0.5));
    expect(last(values('cointegration', [other, walk]))[3]).toBeGreaterThan(-3.34);
  });

  it('has nothing to test where the tie is exact', () => {
    for (const lags of [0, 1]) {
      expect(last(values('cointegration', [walk.map((x) => 1 + 2 * x), walk], [100, lags]))[3]).toBe(0);
    }
  });
});

describe('half_life', () => {
  it('is that of a deviation that shrinks by half every third bar', () => {
    const keep = 0.5 ** (1 / 3);
    const shrinking = Float64Array.from({ length: 40 }, (_, i) => 7 + 100 * keep ** i);
    const [bars] = last(values('half_life', [shrinking], [30]));
    expect(bars).toBeCloseTo(Math.LN2 / (1 - keep), 9);
  });

  it('is infinite for a series that runs away', () => {
    const growing = Float64Array.from({ length: 40 }, (_, i) => 1.1 ** i);
    expect(last(values('half_life', [growing], [30]))).toEqual([Infinity]);
  });
});

describe('kalman filters', () => {
  it('without a moving level is the mean of all rows', () => {
    const [mean] = values('kalman_mean', [Float64Array.of(4, 8, 3, 1)], [0, 2]);
    expect([...mean!]).toEqual([4, 6, 5, 4].map((x) => expect.closeTo(x, 12)));
  });

  it('goes over rows that are missing and trusts the next one more', () => {
    const [level] = values('kalman_mean', [Float64Array.of(NaN, 10, NaN, Infinity, 20)], [1, 1]);
    expect([...level!.subarray(0, 4)]).toEqual([NaN, 10, 10, 10]);
    // Variance 1 after the first row and 1 more for each of three steps, against a noise of 1.
    expect(level![4]).toBeCloseTo(10 + (4 / 5) * 10, 12);
  });

  it('learns the line of a pair and keeps it over missing rows', () => {
    const x = series(3);
    const y = x.map((value) => 2 * value).with(300, NaN);
    const [slope, , spread, deviation] = values('kalman_hedge', [y, x], [1e-4, 1e-3]);
    expect(slope![299]).toBeCloseTo(2, 3);
    expect(slope![300]).toBe(slope![299]);
    expect([spread![300], deviation![300]]).toEqual([NaN, NaN]);
    expect(Math.abs(spread![ROWS - 1]!)).toBeLessThan(deviation![ROWS - 1]!);
  });
});
