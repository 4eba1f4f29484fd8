import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/performance.json';
import type { Column } from '../core/column';
import { DAY_MS } from '../core/time';
import { averageDrawdown } from './average-drawdown';
import { RISK_ENTRIES } from './catalogue-risk';
import { cornishFisherExpectedShortfall } from './cornish-fisher-expected-shortfall';
import { cornishFisherValueAtRisk } from './cornish-fisher-value-at-risk';
import { downsideDeviation } from './downside-deviation';
import { drawdownPeriods } from './drawdown-periods';
import { excessKurtosis } from './excess-kurtosis';
import { expectedShortfall } from './expected-shortfall';
import { gaussianExpectedShortfall } from './gaussian-expected-shortfall';
import { gaussianValueAtRisk } from './gaussian-value-at-risk';
import { longestUnderWater } from './longest-under-water';
import { lowerPartialMoment } from './lower-partial-moment';
import { drawdowns } from './max-drawdown';
import { moments } from './moments';
import { painIndex } from './pain-index';
import { returns } from './returns';
import { skewness } from './skewness';
import { tailRatio } from './tail-ratio';
import { ulcerIndex } from './ulcer-index';
import { valueAtRisk } from './value-at-risk';
import { yearlyDrawdown } from './yearly-drawdown';

const TAIL = 0.05;
const TARGET = 0.0002;

/** Every measure of risk that is one number. */
const MEASURES: Readonly<Record<string, (equity: Column, time: Column) => number | null>> = {
  downsideDeviation: (equity) => downsideDeviation(returns(equity), TARGET, 252),
  lowerPartialMoment: (equity) => lowerPartialMoment(returns(equity), TARGET, 3),
  valueAtRisk: (equity) => valueAtRisk(returns(equity), TAIL),
  expectedShortfall: (equity) => expectedShortfall(returns(equity), TAIL),
  gaussianValueAtRisk: (equity) => gaussianValueAtRisk(moments(returns(equity)), TAIL),
  gaussianExpectedShortfall: (equity) => gaussianExpectedShortfall(moments(returns(equity)), TAIL),
  cornishFisherValueAtRisk: (equity) => cornishFisherValueAtRisk(moments(returns(equity)), TAIL),
  cornishFisherExpectedShortfall: (equity) => cornishFisherExpectedShortfall(moments(returns(equity)), TAIL),
  ulcerIndex: (equity) => ulcerIndex(drawdowns(equity)),
  painIndex: (equity) => painIndex(drawdowns(equity)),
  tailRatio: (equity) => tailRatio(returns(equity)),
  skewness: (equity) => skewness(moments(returns(equity))),
  excessKurtosis: (equity) => excessKurtosis(moments(returns(equity))),
  averageDrawdown,
  longestUnderWater,
};

const curves = golden.cases.map((each) => ({
  name: each.name,
  time: Float64Array.from(each.time),
  equity: Float64Array.from(each.equity),
  risk: each.risk,
}));

describe.each(curves)('risk: $name', ({ time, equity, risk }) => {
  it.each(Object.entries(MEASURES))('%s agrees with its oracle', (key, measure) => {
    const expected = risk[key as keyof typeof risk] as number | null;
    const actual = measure(equity, time);
    expect([actual ?? NaN]).toMatchColumn([expected ?? NaN], { rtol: 1e-12 });
  });

  it('has the table of pyfolio', () => {
    const table = drawdownPeriods(equity, time);
    const places = ({ start, trough, recovery, days }: (typeof risk.drawdownPeriods)[number]) => ({
      start,
      trough,
      recovery,
      days,
    });
    expect(table.map(places)).toEqual(risk.drawdownPeriods.map(places));
    // pyfolio forms the depth from cumulated returns, in hundredths: absolute, as shallow falls are small differences.
    expect(table.map(({ depth }) => depth)).toMatchColumn(
      risk.drawdownPeriods.map(({ depth }) => depth),
      { rtol: 1e-12, atol: 1e-14 },
    );
  });
});

describe('properties', () => {
  const steps = fc
    .array(fc.integer({ min: -300, max: 320 }), { minLength: 60, maxLength: 160 })
    .map((values) => Float64Array.from(values, (value) => value / 10_000));

  it('scales with the returns, and does not see their order', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: -6, max: 6 }), (sample, power) => {
        const factor = 2 ** power;
        const scaled = sample.map((r) => r * factor);
        expect(valueAtRisk(scaled, TAIL)).toBe(valueAtRisk(sample, TAIL)! * factor);
        expect(expectedShortfall(scaled, TAIL)).toBe(expectedShortfall(sample, TAIL)! * factor);
        expect(tailRatio(scaled)).toBe(tailRatio(sample));
        const turned = sample.toReversed();
        for (const measure of [valueAtRisk, expectedShortfall]) {
          expect(measure(turned, TAIL)).toBe(measure(sample, TAIL));
        }
        const [there, back] = [moments(sample), moments(turned)];
        expect(skewness(back) ?? 0).toBeCloseTo(skewness(there) ?? 0, 9);
        expect(gaussianValueAtRisk(back, TAIL)).toBeCloseTo(gaussianValueAtRisk(there, TAIL)!, 12);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('loses more beyond a quantile than at it, and more in a rarer tail', () => {
    fc.assert(
      fc.property(steps, (sample) => {
        const found = moments(sample);
        expect(expectedShortfall(sample, TAIL)!).toBeGreaterThanOrEqual(valueAtRisk(sample, TAIL)! - 1e-12);
        const common = cornishFisherValueAtRisk(found, 0.1) ?? -Infinity;
        const rare = cornishFisherValueAtRisk(found, 0.05) ?? Infinity;
        const beyond = cornishFisherExpectedShortfall(found, 0.05) ?? Infinity;
        expect(rare).toBeGreaterThanOrEqual(common);
        expect(beyond).toBeGreaterThanOrEqual(rare);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('does not see the scale of money', () => {
    for (const { time, equity } of curves) {
      const scaled = equity.map((value) => value * 1024);
      for (const measure of Object.values(MEASURES)) {
        expect(measure(scaled, time)).toBe(measure(equity, time));
      }
    }
  });
});

describe('where there is nothing to measure', () => {
  const flat = new Float64Array(50).fill(100);
  const days = Float64Array.from(flat, (_, i) => i * DAY_MS);

  it('has no fall, loss or shape in an account that never moves', () => {
    const found = Object.entries(MEASURES).map(([key, measure]) => [key, measure(flat, days)]);
    expect(Object.fromEntries(found)).toEqual({
      downsideDeviation: expect.closeTo(TARGET * Math.sqrt(252), 15),
      lowerPartialMoment: expect.closeTo(TARGET ** 3, 20),
      valueAtRisk: 0,
      expectedShortfall: 0,
      gaussianValueAtRisk: 0,
      gaussianExpectedShortfall: 0,
      cornishFisherValueAtRisk: null,
      cornishFisherExpectedShortfall: null,
      ulcerIndex: 0,
      painIndex: 0,
      tailRatio: null,
      skewness: null,
      excessKurtosis: null,
      averageDrawdown: 0,
      longestUnderWater: 0,
    });
    expect(drawdownPeriods(flat, days)).toEqual([]);
  });

  it.each([0, 1, 2])('is null for an empty account, and never NaN for %i bars or a lost one', (rows) => {
    for (const measure of Object.values(MEASURES)) {
      const few = measure(flat.subarray(0, rows), days.subarray(0, rows));
      expect(few === null || (rows > 0 && Number.isFinite(few))).toBe(true);
      expect(measure(Float64Array.of(100, 0, 0, 50), days.subarray(0, 4))).not.toBeNaN();
    }
  });

  it('never leaves a NaN or an infinity', () => {
    const values = fc.array(fc.constantFrom(0, 1e-300, 1, 99, 100, 1e300, -1e300, -5), { maxLength: 60 });
    fc.assert(
      fc.property(values, (list) => {
        const equity = Float64Array.from(list);
        const time = Float64Array.from(list, (_, i) => i * DAY_MS);
        for (const measure of Object.values(MEASURES)) {
          const found = measure(equity, time);
          expect(found === null || Number.isFinite(found)).toBe(true);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  const stated = RISK_ENTRIES.flatMap(({ key, minimum }) => {
    const [count] = /\d+(?= returns)|(?<=\()\d+/.exec(minimum) ?? [];
    return count && key in MEASURES ? [{ key, returns: Number(count) }] : [];
  });

  it.each(stated)('$key needs $returns returns, as stated', ({ key, returns: count }) => {
    const [{ time, equity } = { time: days, equity: flat }] = curves;
    const over = (rows: number) => MEASURES[key]?.(equity.subarray(0, rows), time.subarray(0, rows));
    expect(over(count)).toBeNull();
    expect(over(count + 1)).toEqual(expect.any(Number));
  });

  it('needs a return beyond the quantile', () => {
    expect(valueAtRisk(new Float64Array(19), TAIL)).toBeNull();
    expect(valueAtRisk(new Float64Array(20), TAIL)).toBe(0);
    expect(expectedShortfall(new Float64Array(99), 0.01)).toBeNull();
    expect(expectedShortfall(new Float64Array(100), 0.01)).toBe(0);
    expect(tailRatio(new Float64Array(19).fill(0.1))).toBeNull();
  });

  it('gives no Cornish-Fisher loss where the expansion falls back in the tail', () => {
    const shape = { count: 100, mean: 0, deviation: 0.01, skew: 0, kurtosis: 3 };
    expect(cornishFisherValueAtRisk(shape, TAIL)).toBe(gaussianValueAtRisk(shape, TAIL));
    expect(cornishFisherExpectedShortfall(shape, TAIL)).toBe(gaussianExpectedShortfall(shape, TAIL));
    expect(cornishFisherValueAtRisk({ ...shape, skew: 2 }, TAIL)).toBeNull();
    expect(cornishFisherExpectedShortfall({ ...shape, kurtosis: 2 }, TAIL)).toBeNull();
    expect(cornishFisherValueAtRisk({ ...shape, count: 19 }, TAIL)).toBeNull();
  });

  it('begins each year with the last value of the year before, not with its peak', () => {
    const time = Float64Array.from(
      ['2020-12-30', '2020-12-31', '2021-01-04', '2021-01-05', '2022-01-03'],
      (date) => Date.parse(date),
    );
    expect(yearlyDrawdown(Float64Array.of(100, 80, 60, 70, 77), time)).toEqual([
      1 - 80 / 100,
      1 - 60 / 80,
      0,
    ]);
    expect(yearlyDrawdown(new Float64Array(0), new Float64Array(0))).toEqual([]);
  });

  it('counts lengths to the last bar while the account is below its peak', () => {
    const [fall] = drawdownPeriods(Float64Array.of(100, 90, 80, 95), Float64Array.of(0, 1, 2, 5));
    expect(fall).toMatchObject({ start: 0, trough: 2, recovery: null, bars: 3, barsToRecovery: null });
    expect(fall?.days).toBe(5 / DAY_MS);
  });
});
