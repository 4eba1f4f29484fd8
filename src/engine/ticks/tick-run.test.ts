import { describe, expect, it } from 'vitest';
import { fillsOf, quote, runTicks, trade, type Tick } from '../../../tests/support/ticks';
import { NO_BARS } from '../../core/bars';
import { isBacktabError } from '../../core/errors';
import type { OrderRequest } from '../../core/order';
import { DEFAULT_SETTINGS } from '../../core/run';
import { ticksOf } from '../../core/ticks';
import { simulatePortfolio } from '../simulate';

const order = (side: 'buy' | 'sell', units: number, more: object = {}): OrderRequest => ({
  kind: 'order',
  side,
  units,
  ...more,
});
const START = quote(0, 99, 100, 101, 100);

describe('the series', () => {
  it('have a row per span in which something was told, valued between bid and ask', () => {
    const ticks = [quote(5, 99, 9, 101, 9), quote(15, 109, 9, 111, 9), quote(47, 119, 9, 121, 9)];
    const { series } = runTicks(ticks, { 0: [order('buy', 5)] }, { markEveryMs: 10 });
    expect([...series.time]).toEqual([0, 10, 40]);
    expect([...series.equity]).toEqual([100, 110, 120].map((mark) => 100_000 + 5 * (mark - 101)));
  });

  it('have a row per bar where there are bars, which the strategy sees as they close', () => {
    const column = (...values: number[]) => Float64Array.from(values);
    const bars = {
      time: column(0, 10, 20),
      open: column(100, 100, 100),
      high: column(101, 101, 101),
      low: column(99, 99, 99),
      close: column(100, 100, 100),
      volume: column(1, 1, 1),
      extra: {},
    };
    const told: string[] = [];
    const strategy = {
      name: 'both',
      onBar: (_: unknown, index: number) => {
        told.push(`bar ${index}`);
        return index === 0 ? [order('buy', 5)] : [];
      },
      onTick: ({ eventTime }: Tick) => {
        told.push(`tick ${eventTime}`);
        return [];
      },
    };
    const ticks = ticksOf([quote(1, 99, 9, 101, 9), quote(9, 100, 9, 102, 9), quote(10, 101, 9, 103, 9)]);
    const market = { name: 'A', bars, ticks, intervalMs: 10 };
    const result = simulatePortfolio({ markets: [market], strategy, settings: DEFAULT_SETTINGS });
    expect(told).toEqual(['tick 1', 'tick 9', 'bar 0', 'tick 10', 'bar 1', 'bar 2']);
    expect(result.fills[0]).toMatchObject({ bar: 1, time: 10, price: 102 });
    expect([...result.series.time]).toEqual([0, 10, 20]);
  });
});

describe('several instruments', () => {
  it('are told and filled in order of time, one by ticks and one by bars', () => {
    const bars = {
      time: Float64Array.of(0, 10, 20),
      open: Float64Array.of(50, 51, 52),
      high: Float64Array.of(60, 60, 60),
      low: Float64Array.of(40, 40, 40),
      close: Float64Array.of(50, 51, 52),
      volume: Float64Array.of(1, 1, 1),
      extra: {},
    };
    const strategy = {
      name: 'pair',
      onBar: () => [],
      onTick: (tick: Tick, _: unknown, market: number) =>
        tick.eventTime === 12 ? [order('buy', 1, { market }), order('sell', 1, { market: 0 })] : [],
    };
    const markets = [
      { name: 'B', bars, intervalMs: 10 },
      { name: 'A', bars: NO_BARS, ticks: ticksOf([quote(1, 9, 5, 11, 5), quote(12, 10, 5, 12, 5)]) },
    ];
    const { fills } = simulatePortfolio({ markets, strategy, settings: DEFAULT_SETTINGS });
    expect(fills.map(({ market, bar, time, price }) => [market, bar, time, price])).toEqual([
      [1, 1, 12, 12],
      [0, 2, 20, 52],
    ]);
  });
});

describe('bad data', () => {
  it.each([
    [[quote(5, 99, 1, 101, 1), quote(4, 99, 1, 101, 1)], 1],
    [[quote(NaN, 99, 1, 101, 1)], 0],
  ] as const)('times that fall or are none are refused', (ticks, row) => {
    const refused = (e: unknown): boolean =>
      isBacktabError(e, 'ticks_out_of_order') && e.params.row === row && e.params.name === 'A';
    expect(() => runTicks(ticks, {})).toThrow(expect.toSatisfy(refused));
  });

  it('prices and sizes that are none show nothing', () => {
    const ticks = [
      START,
      quote(1, NaN, 100, 0, 100),
      quote(2, 99, NaN, 101, -5),
      trade(3, NaN, 5),
      trade(4, 101, 0),
      trade(5, 101, NaN),
    ];
    expect(fillsOf(runTicks(ticks, { 1: [order('buy', 5), order('sell', 5)] }))).toEqual([]);
  });
});
