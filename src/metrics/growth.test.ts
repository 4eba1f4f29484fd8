import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/performance.json';
import type { Column } from '../core/column';
import { DAY_MS } from '../core/time';
import { annualReturn } from './annual-return';
import { bestAndWorstPeriod } from './best-and-worst-period';
import { monthReturns } from './month-returns';
import { periodReturns } from './period-returns';
import { positiveShare } from './positive-share';
import { returns } from './returns';

const column = (...values: number[]): Column => Float64Array.from(values);
const EXACT = { rtol: 1e-12, atol: 1e-15 };

describe.each(golden.cases)('growth: $name', ({ time: times, equity: values, growth }) => {
  const [time, equity] = [Float64Array.from(times), Float64Array.from(values)];
  const perBar = returns(equity);

  it('agrees with empyrical and quantstats', () => {
    expect([annualReturn(perBar, 252)!, positiveShare(perBar)!]).toMatchColumn(
      [growth.annualReturn, growth.positiveShare],
      { rtol: 1e-12 },
    );
  });

  it('agrees on days, months and years', () => {
    expect(periodReturns(time, equity, 'day').returns).toMatchColumn(growth.dayReturns, EXACT);
    expect(periodReturns(time, equity, 'month').returns).toMatchColumn(growth.monthReturns, EXACT);
    expect(periodReturns(time, equity, 'year').returns).toMatchColumn(growth.yearReturns, EXACT);
    const table = monthReturns(time, equity, null);
    expect(table.map(({ total }) => total)).toMatchColumn(growth.yearReturns, EXACT);
    const months = table.flatMap((row) => row.months).filter((month) => month !== null);
    expect(months).toMatchColumn(growth.monthReturns, EXACT);
  });

  it.each(['day', 'month', 'year'] as const)('agrees on the best and the worst %s', (period) => {
    const { best, worst } = bestAndWorstPeriod(time, equity, period)!;
    expect([best.return, worst.return]).toMatchColumn(
      [growth[`${period}Best`], growth[`${period}Worst`]],
      EXACT,
    );
    expect(equity[best.end]! / equity[Math.max(0, best.start - 1)]! - 1).toBe(best.return);
  });
});

describe('periodReturns', () => {
  it('groups bars of a day, also before 1970', () => {
    const time = column(-0.75 * DAY_MS, -0.25 * DAY_MS, 0, 0.5 * DAY_MS);
    const days = periodReturns(time, column(100, 110, 121, 99), 'day');
    expect([days.start, days.end]).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(days.returns).toMatchColumn([0.1, -0.1], { rtol: 1e-12 });
  });

  it('is undefined after an account of zero', () => {
    const time = column(0, DAY_MS, 2 * DAY_MS);
    expect(periodReturns(time, column(100, 0, 50), 'day').returns).toMatchColumn([0, -1, NaN]);
    expect(bestAndWorstPeriod(time, column(100, 0, 50), 'day')).toBeNull();
  });

  it('does not change when money is scaled', () => {
    const steps = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(steps, fc.integer({ min: -20, max: 20 }), (values, power) => {
        const time = Float64Array.from(values, (_, i) => i * 20 * DAY_MS);
        const equity = Float64Array.from(values);
        const scaled = equity.map((value) => value * 2 ** power);
        expect(periodReturns(time, scaled, 'month')).toEqual(periodReturns(time, equity, 'month'));
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe('where there is nothing to measure', () => {
  it('is null, not a number', () => {
    expect(annualReturn(column(), 252)).toBeNull();
    expect(annualReturn(column(NaN), 252)).toBeNull();
    expect(annualReturn(column(1e300), 1e6)).toBeNull();
    expect(annualReturn(column(0.1, -1, 0.1), 252)).toBe(-1);
    expect(bestAndWorstPeriod(column(), column(), 'day')).toBeNull();
    expect(bestAndWorstPeriod(column(0), column(100), 'day')).toBeNull();
    expect([positiveShare(column()), positiveShare(column(0, 0)), positiveShare(column(1, NaN))]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('takes the first of equal periods', () => {
    const time = column(0, DAY_MS, 2 * DAY_MS);
    expect(bestAndWorstPeriod(time, column(1, 2, 4), 'day')?.best.start).toBe(1);
  });
});
