import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/performance.json';
import type { Column } from '../core/column';
import { DAY_MS } from '../core/time';
import { adjustedSharpe } from './adjusted-sharpe';
import { burke } from './burke';
import { cagr } from './cagr';
import { commonSenseRatio } from './common-sense-ratio';
import { gainToPain } from './gain-to-pain';
import { kRatio } from './k-ratio';
import { kappa } from './kappa';
import { loSharpe } from './lo-sharpe';
import { martin } from './martin';
import { drawdowns } from './max-drawdown';
import { minimumTrackRecord } from './minimum-track-record';
import { moments } from './moments';
import { omega } from './omega';
import { painIndex } from './pain-index';
import { painRatio } from './pain-ratio';
import { periodReturns } from './period-returns';
import { probabilisticSharpe } from './probabilistic-sharpe';
import { rachev } from './rachev';
import { returns } from './returns';
import { robustSharpeError } from './robust-sharpe-error';
import { sharpe } from './sharpe';
import { sharpeError, type SharpeSample } from './sharpe-error';
import { sortino } from './sortino';
import { sterling, STERLING_EXCESS } from './sterling';
import { tailRatio } from './tail-ratio';
import { ulcerIndex } from './ulcer-index';

const TARGET = 0.0002;
const LAGS = 5;

function sampleOf(perBar: Column): SharpeSample {
  const found = moments(perBar);
  return { ...found, sharpe: found.mean / found.deviation };
}

/** Every ratio, from an account. */
const RATIOS: Readonly<Record<string, (equity: Column, time: Column) => number | null>> = {
  loSharpe: (equity) => loSharpe(returns(equity), 252, LAGS),
  loSharpeOfAllLags: (equity) => loSharpe(returns(equity), 252, 251),
  robustSharpeError: (equity) => robustSharpeError(returns(equity), LAGS),
  robustSharpeErrorOfNoLags: (equity) => robustSharpeError(returns(equity), 0),
  minimumTrackRecord: (equity) => minimumTrackRecord(sampleOf(returns(equity)), 0, 0.95),
  adjustedSharpe: (equity) => adjustedSharpe(moments(returns(equity)), 252),
  sterling: (equity, time) => sterling(cagr(equity, time), equity, time, STERLING_EXCESS),
  burke: (equity, time) => burke(cagr(equity, time), equity),
  burkeOfFive: (equity, time) => burke(cagr(equity, time), equity, 5),
  martin: (equity, time) => martin(cagr(equity, time), ulcerIndex(drawdowns(equity))),
  painRatio: (equity, time) => painRatio(cagr(equity, time), painIndex(drawdowns(equity))),
  omega: (equity) => omega(returns(equity), TARGET),
  kappaOfThree: (equity) => kappa(returns(equity), TARGET, 3),
  kappaOfTwo: (equity) => kappa(returns(equity), TARGET, 2),
  kappaOfOne: (equity) => kappa(returns(equity), TARGET, 1),
  gainToPain: (equity, time) => gainToPain(periodReturns(time, equity, 'month').returns),
  gainToPainOfBars: (equity) => gainToPain(returns(equity)),
  rachev: (equity) => rachev(returns(equity), 0.05, 0.05),
  kRatio: (equity) => kRatio(equity, 252),
  commonSenseRatio: (equity) => commonSenseRatio(returns(equity)),
};

const curves = golden.cases.map((each) => ({
  name: each.name,
  time: Float64Array.from(each.time),
  equity: Float64Array.from(each.equity),
  expected: each.ratios as Readonly<Record<string, number | null>>,
}));

describe.each(curves)('ratios: $name', ({ time, equity, expected }) => {
  it.each(Object.entries(RATIOS))('%s agrees with its oracle', (key, ratio) => {
    const actual = ratio(equity, time);
    expect([actual ?? NaN]).toMatchColumn([expected[key] ?? NaN], { rtol: 1e-12 });
  });

  it('does not see the scale of money', () => {
    const scaled = equity.map((value) => value * 1024);
    for (const ratio of Object.values(RATIOS)) expect(ratio(scaled, time)).toBe(ratio(equity, time));
  });
});

describe('properties', () => {
  const steps = fc
    .array(fc.integer({ min: -300, max: 320 }), { minLength: 60, maxLength: 160 })
    .map((values) => Float64Array.from(values, (value) => value / 10_000))
    .filter((sample) => new Set(sample).size > 10);
  const check = (holds: (sample: Column) => void): void =>
    fc.assert(fc.property(steps, holds), { seed: 1, numRuns: 100 });

  it('is without correction what it corrects', () => {
    check((sample) => {
      expect(loSharpe(sample, 252, 0)).toBeCloseTo(sharpe(moments(sample), 252)!, 12);
      expect(kappa(sample, 0, 2)! * Math.sqrt(252)).toBeCloseTo(sortino(sample, 252)!, 10);
      expect(kappa(sample, TARGET, 1)).toBeCloseTo(omega(sample, TARGET)! - 1, 10);
      expect(gainToPain(sample)).toBeCloseTo(omega(sample, 0)! - 1, 10);
      expect(commonSenseRatio(sample)).toBe(omega(sample, 0)! * tailRatio(sample)!);
    });
  });

  it('does not change when the returns are scaled', () => {
    check((sample) => {
      const doubled = sample.map((r) => r * 2);
      expect(loSharpe(doubled, 252, LAGS)).toBe(loSharpe(sample, 252, LAGS));
      expect(robustSharpeError(doubled, LAGS)).toBe(robustSharpeError(sample, LAGS));
      expect(adjustedSharpe(moments(doubled), 252)).toBe(adjustedSharpe(moments(sample), 252));
      expect(omega(doubled, 2 * TARGET)).toBe(omega(sample, TARGET));
      expect(kappa(doubled, 2 * TARGET, 3)!).toBeCloseTo(kappa(sample, TARGET, 3)!, 10);
      expect(gainToPain(doubled)).toBe(gainToPain(sample));
      expect(rachev(doubled, 0.05, 0.1)).toBe(rachev(sample, 0.05, 0.1));
    });
  });

  it('reaches the chance asked for at the minimum track record', () => {
    check((sample) => {
      const found = sampleOf(sample);
      const count = minimumTrackRecord(found, 0, 0.95);
      expect(count === null).toBe(found.sharpe <= 0);
      const reached = count === null ? 0.95 : probabilisticSharpe({ ...found, count }, 0);
      expect(reached).toBeCloseTo(0.95, 12);
    });
  });

  it('has the error of the moments without lags, but for the divisor', () => {
    check((sample) => {
      const found = moments(sample);
      const toPopulation = Math.sqrt(found.count / (found.count - 1));
      const ofMoments = sharpeError({ ...found, sharpe: (found.mean / found.deviation) * toPopulation });
      expect(robustSharpeError(sample, 0)! * toPopulation).toBeCloseTo(ofMoments, 12);
    });
  });

  it('pays less for returns that follow each other', () => {
    const trend = Float64Array.from({ length: 100 }, (_, i) => (i % 20 < 12 ? 0.01 : -0.01));
    const swing = Float64Array.from(
      { length: 100 },
      (_, i) => (i % 5 < 3 ? 0.01 : -0.01) * (i % 2 ? 1 : 0.9),
    );
    const plain = (sample: Column): number => sharpe(moments(sample), 252)!;
    expect(loSharpe(trend, 252, 4)!).toBeLessThan(plain(trend));
    expect(loSharpe(swing, 252, 2)!).toBeGreaterThan(plain(swing));
  });
});

describe('where there is nothing to measure', () => {
  const days = Float64Array.from({ length: 300 }, (_, i) => i * DAY_MS);

  it('has only what the target alone decides for an account that never moves', () => {
    const flat = new Float64Array(300).fill(100);
    const found = Object.entries(RATIOS).map(([key, ratio]) => [key, ratio(flat, days)]);
    expect(Object.fromEntries(found.filter(([, value]) => value !== null))).toEqual({
      sterling: 0,
      omega: 0,
      kappaOfThree: expect.closeTo(-1, 12),
      kappaOfTwo: expect.closeTo(-1, 12),
      kappaOfOne: expect.closeTo(-1, 12),
    });
  });

  it.each([
    ['one that grows by the same each bar', Float64Array.from({ length: 300 }, (_, i) => 1.01 ** i)],
    ['none', new Float64Array(0)],
    ['a single bar', Float64Array.of(100)],
    ['one without first value', Float64Array.of(0, 1, 2)],
  ])('has no ratio for an account: %s', (_, equity) => {
    const time = days.subarray(0, equity.length);
    // Sterling has its excess to divide by; the track record is asked only of a Sharpe ratio that exists.
    const found = Object.entries(RATIOS).filter(
      ([key]) => key !== 'sterling' && key !== 'minimumTrackRecord',
    );
    expect(found.filter(([, ratio]) => ratio(equity, time) !== null).map(([key]) => key)).toEqual([]);
  });

  it('never leaves a NaN or an infinity', () => {
    const values = fc.array(fc.constantFrom(0, 1e-300, 1, 99, 100, 1e300, -1e300, -5), { maxLength: 60 });
    fc.assert(
      fc.property(values, (list) => {
        const equity = Float64Array.from(list);
        const time = days.subarray(0, equity.length);
        for (const ratio of Object.values(RATIOS)) {
          const found = ratio(equity, time);
          expect(found === null || Number.isFinite(found)).toBe(true);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it.each([
    ['adjustedSharpe', 4],
    ['loSharpe', LAGS + 2],
    ['robustSharpeError', LAGS + 2],
    ['robustSharpeErrorOfNoLags', 2],
    ['omega', 2],
    ['kappaOfThree', 2],
    ['gainToPainOfBars', 2],
    ['rachev', 20],
    ['commonSenseRatio', 20],
    ['kRatio', 2],
  ])('%s needs %i returns, as stated', (key, count) => {
    const tide = [100, 102, 99, 97, 100, 104, 107, 106];
    const equity = Float64Array.from({ length: 40 }, (_, i) => tide[i % 8]! + i);
    const over = (rows: number) => RATIOS[key]?.(equity.subarray(0, rows), days.subarray(0, rows));
    expect(over(count)).toBeNull();
    expect(over(count + 1)).toEqual(expect.any(Number));
  });

  it('takes Sterling over the excess alone when the account never fell', () => {
    const rising = Float64Array.of(100, 101, 102);
    expect(sterling(0.2, rising, days.subarray(0, 3), STERLING_EXCESS)).toBe(0.2 / 0.1);
    expect(sterling(0.2, rising, days.subarray(0, 3), 0)).toBeNull();
    expect(sterling(null, rising, days.subarray(0, 3), 0.1)).toBeNull();
  });

  it('has no year left when the returns take back all they gave', () => {
    const swing = Float64Array.from({ length: 60 }, (_, i) => (i % 2 ? 0.01 : -0.01));
    expect(loSharpe(swing, 252, 1)).toBeNull();
    expect(loSharpe(swing, 252, 59)).toBeNull();
  });
});
