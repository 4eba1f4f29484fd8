import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/portfolio-metrics.json';
import { tradeOf } from '../../tests/support/trade';
import type { Column } from '../core/column';
import type { OrderId } from '../core/nominal';
import type { Fill } from '../core/order';
import { attributeByPeriod } from './attribute-by-period';
import { attributeByTag } from './attribute-by-tag';
import { concentration } from './concentration';
import { exposureShares } from './exposure-shares';
import { turnover, turnoverPerBar } from './turnover';

const tight = { rtol: 1e-12 };
const column = (...values: number[]): Column => Float64Array.from(values);
const time = Float64Array.from(golden.time);
const equity = Float64Array.from(golden.equity);
const fills = golden.fills.map((fill): Fill => ({
  ...fill,
  order: 1 as OrderId,
  market: 0,
  effect: 'open',
  rate: 1,
  liquidity: 'taker',
  time: 0,
  side: 'buy',
  fee: 0,
  slippage: 0,
  reason: 'filled_at_open',
}));
const trades = golden.tagged.map((trade) => tradeOf(trade));

describe('exposureShares', () => {
  it('agrees with numpy', () => {
    const found = exposureShares(Float64Array.from(golden.exposure))!;
    expect(Object.values(found)).toMatchColumn(Object.values(golden.exposureShares), tight);
    expect(Object.keys(found)).toEqual(Object.keys(golden.exposureShares));
  });

  it('knows nothing without bars or with a NaN, and no mean without a bound', () => {
    expect(exposureShares(column())).toBeNull();
    expect(exposureShares(column(0, NaN))).toBeNull();
    expect(exposureShares(column(0, Infinity))).toEqual({
      long: 0.5,
      short: 0,
      flat: 0.5,
      meanNet: null,
      meanGross: null,
      maxGross: null,
    });
  });
});

describe('turnover', () => {
  it("agrees with pyfolio's formula", () => {
    expect(turnoverPerBar(fills, equity)).toMatchColumn(golden.turnover, tight);
    expect([turnover(fills, equity, 252)!]).toMatchColumn([golden.turnoverAYear], tight);
  });

  it('does not change with the size of the account, and counts the bars a year', () => {
    const larger = fills.map((fill) => ({ ...fill, quantity: 7 * fill.quantity }));
    const before = turnover(fills, equity, 252)!;
    expect([turnover(larger, equity.map((value) => 7 * value) as Column, 252)!]).toMatchColumn(
      [before],
      tight,
    );
    expect([turnover(fills.toReversed(), equity, 504)!]).toMatchColumn([2 * before], tight);
  });

  it('is 0 without fills, and unknown without bars or with a lost account', () => {
    expect(turnover([], equity, 252)).toBe(0);
    expect(turnover([], column(), 252)).toBeNull();
    expect(turnover([], column(1, 0), 252)).toBeNull();
  });
});

describe('concentration', () => {
  const values = golden.values.map((asset) => Float64Array.from(asset));

  it('agrees with numpy', () => {
    const { perBar, ...figures } = concentration(values)!;
    expect(Object.values(figures)).toMatchColumn(Object.values(golden.concentration), tight);
    expect(Object.keys(figures)).toEqual(Object.keys(golden.concentration));
    expect(perBar[100]).toBeNaN();
  });

  it('lies between equal shares and one asset, whatever the money and the order', () => {
    const before = concentration(values)!;
    const bounded = before.perBar.every(
      (index) => Number.isNaN(index) || (index > 0.25 - 1e-12 && index < 1 + 1e-12),
    );
    expect(bounded).toBe(true);
    const scaled = values.toReversed().map((asset) => asset.map((value) => -3 * value) as Column);
    expect(concentration(scaled)!.perBar).toMatchColumn(before.perBar, tight);
    expect(concentration([column(5), column(-5)])).toMatchObject({
      mean: 0.5,
      greatest: 0.5,
      effectiveAssets: 2,
    });
    expect(concentration([column(5), column(0)])).toMatchObject({ mean: 1, effectiveAssets: 1 });
  });

  it('needs two assets and a position', () => {
    expect(concentration(values.slice(0, 1))).toBeNull();
    expect(concentration([column(0), column(0)])).toMatchObject({
      mean: null,
      greatest: null,
      effectiveAssets: null,
    });
    expect(() => concentration([column(0), column(0, 1)])).toThrow(
      expect.objectContaining({ code: 'length_mismatch' }),
    );
  });
});

describe('attributeByTag', () => {
  it('agrees with pandas', () => {
    const rows = attributeByTag(trades);
    expect(rows.map((row) => row.key).toSorted()).toEqual(Object.keys(golden.byTag).toSorted());
    for (const { key, trades: count, pnl } of rows) {
      const want = golden.byTag[key as keyof typeof golden.byTag];
      expect(count).toBe(want.trades);
      expect([pnl]).toMatchColumn([want.pnl], { rtol: 1e-12 });
    }
    expect(rows.map((row) => row.pnl)).toEqual(rows.map((row) => row.pnl).toSorted((a, b) => b - a));
  });

  it('adds up to the profit of all trades, in any order, with the open one', () => {
    const all = [...trades, tradeOf({ exitBar: NaN, pnl: -77, tag: 'breakout' })];
    const total = all.reduce((sum, trade) => sum + trade.pnl, 0);
    const order = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
    fc.assert(
      fc.property(order, (shuffled) => {
        const sum = attributeByTag(shuffled).reduce((found, row) => found + row.pnl, 0);
        expect([sum]).toMatchColumn([total], { rtol: 1e-11 }); // sums in another order
      }),
      { seed: 1, numRuns: 50 },
    );
    expect(attributeByTag([])).toEqual([]);
    const equal = [tradeOf({ tag: 'b' }), tradeOf({ tag: 'a' })];
    expect(attributeByTag(equal).map((row) => row.key)).toEqual(['a', 'b']);
  });
});

describe('attributeByPeriod', () => {
  it.each(['year', 'quarter', 'month'] as const)('agrees with pandas: %s', (period) => {
    const rows = attributeByPeriod(time, equity, period);
    const want = golden.periods[period];
    expect(rows.map(({ key, bars }) => ({ key, bars }))).toEqual(
      want.map(({ key, bars }) => ({ key, bars })),
    );
    // differences of equities of 1e5 and a ratio less one: what is left of rounding is that of the equities
    expect(rows.map((row) => row.pnl)).toMatchColumn(
      want.map((row) => row.pnl),
      { rtol: 1e-12, atol: 1e-9 },
    );
    expect(rows.map((row) => row.return)).toHaveLength(want.length);
    expect(rows.map((row) => row.return!)).toMatchColumn(
      want.map((row) => row.return),
      { rtol: 1e-12, atol: 1e-15 },
    );
  });

  it('adds up to the profit of the run', () => {
    for (const period of ['year', 'quarter', 'month'] as const) {
      const sum = attributeByPeriod(time, equity, period).reduce((found, row) => found + row.pnl, 0);
      expect([sum]).toMatchColumn([equity.at(-1)! - equity[0]!], { rtol: 1e-10 }); // of differences of equities
    }
  });

  it('dates before 1970, skips periods without bars, and knows no return of a lost account', () => {
    const days = ['1969-12-31', '1970-01-01', '1970-07-01'].map((day) => Date.parse(day));
    expect(attributeByPeriod(Float64Array.from(days), column(10, 0, 5), 'quarter')).toEqual([
      { key: '1969-Q4', bars: 1, pnl: 0, return: 0 },
      { key: '1970-Q1', bars: 1, pnl: -10, return: -1 },
      { key: '1970-Q3', bars: 1, pnl: 5, return: null },
    ]);
    expect(attributeByPeriod(column(), column(), 'month')).toEqual([]);
    expect(() => attributeByPeriod(column(1), column(), 'month')).toThrow(
      expect.objectContaining({ code: 'length_mismatch' }),
    );
  });
});
