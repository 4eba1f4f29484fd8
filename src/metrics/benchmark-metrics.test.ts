import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/benchmark-metrics.json';
import type { Column } from '../core/column';
import { activeReturn } from './active-return';
import { alpha } from './alpha';
import { beta } from './beta';
import { capture } from './capture';
import { captureRatio } from './capture-ratio';
import { correlation } from './correlation';
import { informationRatio } from './information-ratio';
import { mSquared } from './m-squared';
import { rSquared } from './r-squared';
import { trackingError } from './tracking-error';
import { treynor } from './treynor';

const cases = golden.cases.map((row) => ({
  ...row,
  returns: Float64Array.from(row.returns),
  benchmark: Float64Array.from(row.benchmark),
}));

const all = (r: Column, b: Column, periods: number, riskFree: number): Record<string, number | null> => ({
  alpha: alpha(r, b, periods, riskFree),
  alphaSimple: alpha(r, b, periods, 0, 'simple'),
  beta: beta(r, b),
  correlation: correlation(r, b),
  rSquared: rSquared(r, b),
  trackingError: trackingError(r, b, periods),
  informationPerBar: informationRatio(r, b, 1),
  treynor: treynor(r, b, periods, riskFree),
  mSquared: mSquared(r, b, periods, riskFree),
  activeReturn: activeReturn(r, b, periods),
  upCapture: capture(r, b, periods, 'up'),
  downCapture: capture(r, b, periods, 'down'),
  captureRatio: captureRatio(r, b, periods),
});

describe('figures against a benchmark', () => {
  it.each(cases)('agree with empyrical, quantstats and scipy ($periods periods a year)', (row) => {
    const found = all(row.returns, row.benchmark, row.periods, row.riskFree);
    expect(Object.values(found).map((value) => value!)).toMatchColumn(
      Object.keys(found).map((key) => row[key as 'beta']),
      { rtol: 1e-12 },
    );
  });

  const { returns, benchmark } = cases[0]!;

  it('are known for the benchmark itself', () => {
    expect(all(benchmark, benchmark, 252, 0)).toMatchObject({
      alpha: 0,
      beta: 1,
      correlation: 1,
      rSquared: 1,
      trackingError: 0,
      informationPerBar: null,
      activeReturn: 0,
      upCapture: 1,
      downCapture: 1,
      captureRatio: 1,
    });
    expect(mSquared(benchmark, benchmark, 252)! / treynor(benchmark, benchmark, 252)!).toBeCloseTo(1, 12);
  });

  it('follow leverage as their formulas say', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 50, noNaN: true }), (by) => {
        const levered = returns.map((value) => value * by);
        const before = all(returns, benchmark, 252, 0);
        const after = all(levered, benchmark, 252, 0);
        const same = ['correlation', 'rSquared', 'treynor', 'mSquared'];
        expect(same.map((key) => after[key]!)).toMatchColumn(
          same.map((key) => before[key]!),
          { rtol: 1e-11 },
        );
        const grown = ['beta', 'alphaSimple'];
        expect(grown.map((key) => after[key]!)).toMatchColumn(
          grown.map((key) => before[key]! * by),
          { rtol: 1e-11 },
        );
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('do not depend on the order of the bars', () => {
    const turned = (column: Column): Column => column.toReversed() as Column;
    const before = all(returns, benchmark, 252, 0.0001);
    const after = all(turned(returns), turned(benchmark), 252, 0.0001);
    expect(Object.values(after)).toMatchColumn(Object.values(before), { rtol: 1e-10 });
  });

  it('grow by the root of time, or by it', () => {
    const ratio = (figure: (periods: number) => number | null): number => figure(400)! / figure(100)!;
    expect(ratio((p) => trackingError(returns, benchmark, p))).toBeCloseTo(2, 12);
    expect(ratio((p) => informationRatio(returns, benchmark, p))).toBeCloseTo(2, 12);
    expect(ratio((p) => treynor(returns, benchmark, p))).toBeCloseTo(4, 12);
    expect(ratio((p) => alpha(returns, benchmark, p, 0, 'simple'))).toBeCloseTo(4, 12);
  });

  it('are "not enough data" below their minimum, with a NaN, and without movement', () => {
    const still = returns.map(() => 0);
    const nothing = Object.fromEntries(
      Object.keys(all(returns, benchmark, 252, 0)).map((key) => [key, null]),
    );
    expect(all(returns.slice(0, 9), benchmark.slice(0, 9), 252, 0)).toEqual(nothing);
    const short = all(returns.slice(0, 29), benchmark.slice(0, 29), 252, 0);
    for (const key of ['beta', 'alpha', 'trackingError', 'activeReturn', 'mSquared'])
      expect(short[key]).toBeNull();
    for (const value of [NaN, Infinity]) {
      const damaged = all(returns.with(4, value) as Column, benchmark, 252, 0);
      const { downCapture, upCapture, captureRatio: ratio, ...rest } = damaged;
      expect(Object.values(rest).every((figure) => figure === null)).toBe(true);
      expect([downCapture, upCapture]).toContain(null);
      expect(ratio).toBeNull();
    }
    expect(all(returns, benchmark.with(4, NaN) as Column, 252, 0)).toEqual(nothing);
    expect(all(returns, still, 252, 0)).toMatchObject({
      beta: null,
      alpha: null,
      treynor: null,
      rSquared: null,
    });
    expect(all(still, benchmark, 252, 0)).toMatchObject({
      beta: 0,
      treynor: null,
      mSquared: null,
      rSquared: null,
    });
  });

  it('know the total loss', () => {
    expect(activeReturn(benchmark.with(3, -1) as Column, benchmark, 252)).toBeLessThan(-1);
    const down = benchmark.map((value) => 10 * value);
    const flat = benchmark.map((value) => -3 - value);
    expect(alpha(flat, down, 252)).toBe(-1);
  });

  it('take a benchmark that moves by rounding alone for one that stands still', () => {
    const still = returns.map((_, i) => 0.001 + (i % 2) * 1e-16);
    expect(beta(returns, still)).toBeNull();
    expect(correlation(still, benchmark)).toBeNull();
    expect(
      informationRatio(
        benchmark.map((value, i) => value + still[i]!),
        benchmark,
        252,
      ),
    ).toBeNull();
  });

  it('want columns of one length', () => {
    for (const figure of [beta, correlation, rSquared]) {
      expect(() => figure(returns, benchmark.slice(1))).toThrow(
        expect.objectContaining({ code: 'length_mismatch' }),
      );
    }
    for (const figure of [trackingError, informationRatio, activeReturn, treynor, mSquared, captureRatio]) {
      expect(() => figure(returns, benchmark.slice(1), 252)).toThrow(
        expect.objectContaining({ code: 'length_mismatch' }),
      );
    }
  });
});
