import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/trade-metrics.json';
import { tradeOf } from '../../tests/support/trade';
import type { OrderId } from '../core/nominal';
import type { Fill, Trade } from '../core/order';
import { costsByKind } from './costs-by-kind';
import { edgeRatio } from './edge-ratio';
import { expectancyR } from './expectancy-r';
import { kellyFraction } from './kelly-fraction';
import { rMultiples } from './r-multiples';
import { streaks } from './streaks';
import { systemQuality } from './system-quality';
import { tradeDistribution } from './trade-distribution';
import { tradeTable, type TradeColumn } from './trade-table';

const SIDES = ['all', 'long', 'short'] as const;
const tight = { rtol: 1e-12 };

const casesOf = golden.cases.map(({ trades, atr, expected }) => ({
  trades: trades.map((trade) =>
    tradeOf({ ...trade, side: trade.side === 'long' ? 'long' : 'short', stop: trade.stop ?? NaN }),
  ),
  atr: Float64Array.from(atr),
  expected,
}));

describe.each(casesOf)('the table of $trades.length trades', ({ trades, atr, expected }) => {
  it.each(SIDES)('agrees with quantstats, scipy and the published formulas: %s', (side) => {
    const column = tradeTable(trades, atr)[side];
    const want = expected[side];
    const keys = [
      'count',
      'winRate',
      'payoffRatio',
      'profitFactor',
      'expectancy',
      'expectancyR',
      'averageWin',
      'averageLoss',
      'largestWin',
      'largestLoss',
      'averageMae',
      'averageMfe',
      'edgeRatio',
      'systemQuality',
      'systemQualityR',
      'kellyFraction',
      'fees',
      'ambiguous',
    ] as const;
    expect(keys.map((key) => column[key] ?? NaN)).toMatchColumn(
      keys.map((key) => want[key]),
      tight,
    );
    expect(column.streaks).toMatchObject({ longestWin: want.longestWin, longestLoss: want.longestLoss });
    const { averageBars, medianBars, shortestBars, longestBars, averageMs } = column.holdingTime;
    expect([averageBars!, averageMs! / 86_400_000]).toMatchColumn(
      [want.averageBars, want.averageBars],
      tight,
    );
    expect([medianBars, shortestBars, longestBars]).toEqual([
      want.medianBars,
      want.shortestBars,
      want.longestBars,
    ]);
    expect([column.winnersHeld.averageBars!, column.losersHeld.averageBars!]).toMatchColumn(
      [want.winnersBars, want.losersBars],
      tight,
    );
  });

  it.each(SIDES)('has the distribution of scipy and numpy: %s', (side) => {
    const { histogram, ...figures } = tradeTable(trades, atr)[side].distribution!;
    const want = expected[side].distribution;
    expect(histogram).toEqual(expected[side].histogram);
    expect(Object.keys(figures)).toEqual(Object.keys(want));
    // skew and kurtosis are of order 1 and come from sums of both signs
    expect(Object.values(figures)).toMatchColumn(Object.values(want), { rtol: 1e-12, atol: 1e-13 });
  });

  it('weighs excursions by the entry price without a volatility', () => {
    expect([edgeRatio(trades, null)!]).toMatchColumn([expected.all.edgeRatioUnscaled], tight);
  });
});

const { trades, atr } = casesOf[0]!;
const scaled = (by: number): Trade[] =>
  trades.map((trade) => ({ ...trade, quantity: trade.quantity * by, pnl: trade.pnl * by }));
const shuffled = fc.shuffledSubarray([...trades], { minLength: trades.length, maxLength: trades.length });
const MONEY = ['expectancy', 'averageWin', 'averageLoss', 'largestWin', 'largestLoss'] as const;
const PURE = [
  'winRate',
  'payoffRatio',
  'profitFactor',
  'expectancyR',
  'systemQuality',
  'kellyFraction',
] as const;
const figures = (column: TradeColumn, keys: readonly (typeof MONEY | typeof PURE)[number][]): number[] =>
  keys.map((key) => column[key]!);

describe('the table of trades', () => {
  it('scales with the money, and its ratios do not', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (by) => {
        const before = tradeTable(trades, atr).all;
        const after = tradeTable(scaled(by), atr).all;
        expect(figures(after, MONEY)).toMatchColumn(
          figures(before, MONEY).map((value) => value * by),
          tight,
        );
        expect(figures(after, PURE)).toMatchColumn(figures(before, PURE), tight);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('does not depend on the order of the trades', () => {
    fc.assert(
      fc.property(shuffled, (order) => {
        const keys = [...MONEY, ...PURE];
        expect(figures(tradeTable(order, atr).all, keys)).toMatchColumn(
          figures(tradeTable(trades, atr).all, keys),
          { rtol: 1e-11 }, // sums in another order
        );
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('says "not enough data" without trades, and leaves the open one out', () => {
    const open = tradeOf({ exitBar: NaN, exitTime: NaN, pnl: 99 });
    const { count, fees, ambiguous, holdingTime, winnersHeld, losersHeld, ...rest } = tradeTable(
      [open],
      null,
    ).all;
    expect([count, fees, ambiguous]).toEqual([0, 0, 0]);
    for (const held of [holdingTime, winnersHeld, losersHeld]) {
      expect(Object.values(held)).toEqual([null, null, null, null, null]);
    }
    expect(Object.values(rest).every((value) => value === null)).toBe(true);
  });

  it('never lets NaN or infinity out', () => {
    const odd = [NaN, Infinity, -Infinity].map((value) =>
      tradeOf({ pnl: value, return: value, mae: value, mfe: value, stop: 90 }),
    );
    const { distribution, averageMae, averageMfe, edgeRatio: edge, ...column } = tradeTable(odd, null).all;
    expect([distribution, averageMae, averageMfe, edge]).toEqual([null, null, null, null]);
    const { averageWin, averageLoss, largestWin, largestLoss, payoffRatio } = column;
    expect([averageWin, averageLoss, largestWin, largestLoss, payoffRatio]).toEqual(Array(5).fill(null));
    const { expectancy, averageTrade, profitFactor, expectancyR: inR } = column;
    expect([expectancy, averageTrade, profitFactor, inR]).toEqual(Array(4).fill(null));
  });
});

describe('single statistics of trades', () => {
  it('know no R without a stop on the losing side', () => {
    const without = [
      tradeOf(),
      tradeOf({ stop: 100 }),
      tradeOf({ stop: 101 }),
      tradeOf({ side: 'short', stop: 99 }),
    ];
    expect(rMultiples(without)).toEqual([]);
    expect(expectancyR(without)).toBeNull();
    expect(rMultiples([tradeOf({ stop: 95 }), tradeOf({ side: 'short', stop: 104, pnl: -4 })])).toEqual([
      2, -1,
    ]);
  });

  it('have no edge ratio before there is a volatility, or when price never went against', () => {
    const trade = tradeOf({ mae: -0.05, entryBar: 0 });
    expect(edgeRatio([trade], Float64Array.of(1, 1))).toBeNull();
    expect(edgeRatio([{ ...trade, entryBar: 1 }], Float64Array.of(1, 1))).toBe(2);
    expect(edgeRatio([{ ...trade, entryBar: 1 }], Float64Array.of(NaN, 1))).toBeNull();
    expect(edgeRatio([tradeOf({ mae: 0 })], null)).toBeNull();
  });

  it('need the sample that they state', () => {
    const results = Array.from({ length: 30 }, (_, i) => (i % 3) - 0.5);
    expect(systemQuality(results)).toBeGreaterThan(0);
    expect(systemQuality(results.slice(1))).toBeNull();
    expect(systemQuality(results.map(() => 1))).toBeNull();
    const many = [...results, ...results, ...results, ...results];
    expect(systemQuality(many, 100)! / systemQuality(many)!).toBeCloseTo(Math.sqrt(100 / 120), 12);
    const nine = Array.from({ length: 9 }, (_, i) => tradeOf({ pnl: i % 2 === 0 ? 2 : -1 }));
    expect(kellyFraction([...nine, tradeOf({ pnl: 0 })])).toBeNull();
    expect(kellyFraction([...nine, tradeOf({ pnl: -1 })])).toBeCloseTo(0.5 - 0.5 / 2, 12);
    expect(tradeDistribution(nine)).toBeNull();
    expect(tradeDistribution([...nine, tradeOf()])!.histogram).toEqual([10]);
  });

  it('count streaks by exit, and a trade of zero ends them', () => {
    const of = (...pnls: number[]): Trade[] => pnls.map((pnl, i) => tradeOf({ pnl, exitBar: i }));
    expect(streaks(of(1, 1, 0, 1, -1, -1, -1))).toEqual({ longestWin: 2, longestLoss: 3, current: -3 });
    expect(streaks(of(1, -1, 1, 1).toReversed())).toEqual({ longestWin: 2, longestLoss: 1, current: 2 });
    expect(streaks(of(0))).toEqual({ longestWin: 0, longestLoss: 0, current: 0 });
  });

  it('tell costs by kind and side, also when a fill turns the position around', () => {
    const fill = (side: Fill['side'], effect: Fill['effect'], fee: number, slippage: number): Fill => ({
      order: 1 as OrderId,
      market: 0,
      effect,
      rate: 1,
      liquidity: 'taker',
      bar: 0,
      time: 0,
      side,
      quantity: 10,
      price: 100,
      fee,
      slippage,
      reason: 'filled_at_open',
    });
    const turned = [fill('sell', 'close', 1, 2), fill('sell', 'open', 3, 6)];
    const fills = [fill('buy', 'open', 1, 2), ...turned, fill('buy', 'close', 3, 6)];
    expect(costsByKind(fills)).toEqual({
      all: { fees: 8, slippage: 16, total: 24 },
      long: { fees: 2, slippage: 4, total: 6 },
      short: { fees: 6, slippage: 12, total: 18 },
    });
    expect(costsByKind([]).all).toEqual({ fees: 0, slippage: 0, total: 0 });
  });
});
