import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/metrics.json';
import { tradeOf } from '../../tests/support/trade';
import type { Column } from '../core/column';
import { METRICS } from '../core/metric-info';
import { cagr, YEAR_MS } from './cagr';
import { calmar } from './calmar';
import { drawdowns } from './max-drawdown';
import { maxDrawdownDuration } from './max-drawdown-duration';
import { measure, type Measurable } from './measure';
import { moments } from './moments';
import { profitFactor } from './profit-factor';
import { returns } from './returns';

const column = (...values: number[]): Column => Float64Array.from(values);
const days = (rows: number): Column => Float64Array.from({ length: rows }, (_, i) => i * 86_400_000);

const runOf = (equity: Column, more: Partial<Measurable> = {}): Measurable => ({
  series: {
    time: days(equity.length),
    equity,
    exposure: new Float64Array(equity.length),
    drawdown: drawdowns(equity),
  },
  fills: [],
  trades: [],
  ...more,
});

describe('measure', () => {
  it.each(golden.curves)('agrees with empyrical (total return $totalReturn)', (curve) => {
    const metrics = measure(runOf(Float64Array.from(curve.equity)), 252);
    for (const name of ['totalReturn', 'volatility', 'sharpe', 'sortino', 'maxDrawdown'] as const) {
      expect([metrics[name]!]).toMatchColumn([curve[name]], { rtol: 1e-10, atol: 1e-14 });
    }
  });

  it('is undefined, not zero, where there is nothing to measure', () => {
    expect(measure(runOf(column(100, 100, 100)), 252)).toMatchObject({
      totalReturn: 0,
      cagr: 0,
      volatility: 0,
      sharpe: null,
      sortino: null,
      maxDrawdown: 0,
      maxDrawdownDuration: 0,
      calmar: null,
      winRate: null,
      profitFactor: null,
      expectancy: null,
      averageTrade: null,
      exposure: 0,
      trades: 0,
      costs: 0,
    });
    expect(measure(runOf(column(100)), 252)).toMatchObject({
      totalReturn: null,
      cagr: null,
      volatility: null,
      sharpe: null,
    });
    expect(measure(runOf(column()), 252)).toMatchObject({
      maxDrawdown: null,
      maxDrawdownDuration: null,
      exposure: null,
    });
  });

  it('counts closed trades only', () => {
    const trades = [tradeOf(), tradeOf({ pnl: -4, return: -0.05 }), tradeOf({ exitBar: NaN, pnl: 99 })];
    expect(measure(runOf(column(1, 2), { trades }), 252)).toMatchObject({
      trades: 2,
      winRate: 0.5,
      profitFactor: 2.5,
      expectancy: 3,
      averageTrade: 0.025,
    });
  });

  it('says of every figure what it is', () => {
    expect(METRICS.map((info) => info.key).toSorted()).toEqual(
      Object.keys(measure(runOf(column(1, 2)), 252)).toSorted(),
    );
  });
});

describe('returns', () => {
  it('has none after an account of zero or less', () => {
    expect(returns(column(100, 0, 50, -10, 20))).toMatchColumn([-1, NaN, -1.2, NaN]);
  });
});

describe('cagr', () => {
  it('counts years by the calendar', () => {
    expect(cagr(column(100, 90, 121), column(0, YEAR_MS, 2 * YEAR_MS))).toBeCloseTo(0.1, 12);
    expect(cagr(column(100, 0), column(0, YEAR_MS))).toBe(-1);
    expect(cagr(column(100, -20), column(0, YEAR_MS))).toBe(-1);
    expect(cagr(column(100, 110), column(5, 5))).toBeNull();
    expect(cagr(column(0, 110), column(0, YEAR_MS))).toBeNull();
  });
});

describe('drawdown', () => {
  it('lasts as long as the account is below its peak', () => {
    expect(maxDrawdownDuration(drawdowns(column(10, 9, 10, 8, 9, 9, 12, 11)))).toBe(3);
    expect(maxDrawdownDuration(drawdowns(column(10, 9, 9, 9)))).toBe(3);
  });

  it('stays in [0, 1] for positive equity and is 0 at every new peak', () => {
    const equity = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), {
      minLength: 1,
      maxLength: 100,
    });
    fc.assert(
      fc.property(equity, (values) => {
        const fall = drawdowns(Float64Array.from(values));
        expect(fall.every((x) => x >= 0 && x <= 1)).toBe(true);
        expect(fall[values.indexOf(Math.max(...values))]).toBe(0);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('ratios without a denominator', () => {
  it('are undefined', () => {
    expect(profitFactor([tradeOf()])).toBeNull();
    expect(profitFactor([tradeOf({ pnl: -1 })])).toBe(0);
    expect(calmar(0.1, 0)).toBeNull();
    expect(calmar(null, 0.1)).toBeNull();
    expect(calmar(0.1, 0.2)).toBe(0.5);
  });
});

describe('moments', () => {
  it.each(golden.curves)('agree with scipy (skew $skew)', (curve) => {
    const { skew, kurtosis } = moments(returns(Float64Array.from(curve.equity)));
    expect([skew, kurtosis]).toMatchColumn([curve.skew, curve.kurtosis], { rtol: 1e-9 });
  });

  it('of still values are those of the normal distribution', () => {
    expect(moments(column(2, 2))).toEqual({ count: 2, mean: 2, deviation: 0, skew: 0, kurtosis: 3 });
    expect(moments(column()).mean).toBeNaN();
  });
});
