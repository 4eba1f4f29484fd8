import { describe, expect, it } from 'vitest';
import type { Bars } from '../core/bars';
import type { Column } from '../core/column';
import type { OrderRequest } from '../core/order';
import { DEFAULT_SETTINGS, type RunSettings } from '../core/settings';
import type { EngineSetup } from './engine-setup';
import { simulatePortfolio } from './simulate';

const DAY_MS = 86_400_000;
type Script = Readonly<Record<number, readonly OrderRequest[]>>;

const units = (side: 'buy' | 'sell', count: number, more: object = {}): OrderRequest => ({
  kind: 'order',
  side,
  units: count,
  ...more,
});
const enter = (side: 'buy' | 'sell', count: number, more: object = {}): OrderRequest => ({
  kind: 'enter',
  side,
  sizing: { kind: 'units', units: count },
  ...more,
});

function flatBars(prices: readonly number[], extra: Readonly<Record<string, readonly number[]>> = {}): Bars {
  const column = Float64Array.from(prices) as Column;
  return {
    time: Float64Array.from(prices, (_, i) => i * DAY_MS),
    open: column,
    high: column.map((x) => x * 1.01) as Column,
    low: column.map((x) => x * 0.99) as Column,
    close: column,
    volume: column.map(() => 1e6) as Column,
    extra: Object.fromEntries(
      Object.entries(extra).map(([name, values]) => [name, Float64Array.from(values)]),
    ),
  };
}

function run(
  prices: readonly number[],
  script: Script,
  settings: Partial<RunSettings> = {},
  more: Partial<EngineSetup> & { extra?: Readonly<Record<string, readonly number[]>> } = {},
) {
  const { extra, ...input } = more;
  return simulatePortfolio({
    markets: [{ name: 'm', bars: flatBars(prices, extra) }],
    strategy: { name: 'scripted', onBar: (_, i) => script[i] ?? [] },
    settings: { ...DEFAULT_SETTINGS, ...settings },
    ...input,
  });
}

const ends = (result: ReturnType<typeof run>): number => result.series.equity.at(-1)!;

describe('corporate actions', () => {
  const ACTIONS = { actions: 'apply' } as const;

  it('a split in the middle of a trade changes its units and not what it came to', () => {
    const extra = { split: [1, 1, 1, 2, 1, 1] };
    const script = { 0: [enter('buy', 10, { stop: 90, target: 150 })], 4: [{ kind: 'exit' }] } as const;
    const result = run([100, 100, 110, 55, 56, 57], script, ACTIONS, { extra });
    expect(result.trades).toHaveLength(1);
    expect(result.trades[0]).toMatchObject({ quantity: 20, entryPrice: 50, exitPrice: 57 });
    expect(result.trades[0]!.pnl).toBeCloseTo(140, 9);
    expect(result.trades[0]!.mfe).toBeCloseTo(57 / 50 - 1, 9);
    expect(ends(result)).toBeCloseTo(100_140, 9);
  });

  it('a position that is open at the end is valued after its splits', () => {
    const result = run([100, 100, 110, 55], { 0: [enter('buy', 10)] }, ACTIONS, {
      extra: { split: [1, 1, 1, 2] },
    });
    expect(result.trades[0]).toMatchObject({ quantity: 20, entryPrice: 50 });
    expect(result.trades[0]!.pnl).toBeCloseTo(100, 9);
  });

  it('the levels of an entry that waits are split with it', () => {
    const script = { 1: [enter('buy', 10, { stop: 95, target: 130 })] };
    const result = run([100, 100, 50, 50], script, ACTIONS, { extra: { split: [1, 1, 2, 1] } });
    expect(result.orders.map(({ price }) => price)).toEqual([NaN, 47.5, 65]);
    expect(result.fills).toHaveLength(1);
  });

  it('a part of a lot that a split leaves stays in the account', () => {
    const script = { 0: [enter('buy', 7)], 3: [units('sell', 10)] };
    const result = run([150, 150, 100, 100, 100, 100], script, ACTIONS, {
      extra: { split: [1, 1, 1.5, 1, 1, 1] },
    });
    expect(result.series.exposure.at(-1)).toBeCloseTo(50 / 100_000, 9);
    expect(ends(result)).toBeCloseTo(100_000, 9);
  });

  it('shorts pay dividends, and longs pay funding above zero', () => {
    const dividend = run([100, 100, 100], { 0: [enter('sell', 10)] }, ACTIONS, {
      extra: { dividend: [0, 0, 2] },
    });
    expect(ends(dividend)).toBeCloseTo(100_000 - 20, 9);
    const funding = run([100, 100, 100], { 0: [enter('buy', 10)] }, ACTIONS, {
      extra: { funding: [0, 0, 0.01] },
    });
    expect(ends(funding)).toBeCloseTo(100_000 - 10, 9);
  });
});

describe('what time costs', () => {
  it('borrowed units cost their value times the rate, actual/365', () => {
    const result = run([100, 100, 100, 100], { 0: [enter('sell', 100)] }, { borrowPercent: 36.5 });
    expect(ends(result)).toBeCloseTo(100_000 - 2 * 0.001 * 10_000, 9);
  });

  it('cash earns interest, and a loan costs it', () => {
    expect(ends(run([100, 100, 100], {}, { interestPercent: 36.5 }))).toBeCloseTo(100_000 * 1.001 ** 2, 6);
    const script = { 0: [enter('buy', 2000)] };
    const loan = run([100, 100, 100], script, { leverage: 2, loanPercent: 36.5 });
    expect(ends(loan)).toBeCloseTo(100_000 - 100, 9);
  });

  it('the proceeds of a sale buy nothing until they have settled', () => {
    const script = {
      0: [enter('buy', 1000)],
      2: [{ kind: 'exit' }],
      3: [enter('buy', 900, { tag: 'early' })],
      4: [enter('buy', 900)],
    } as const;
    const result = run(
      Array.from({ length: 7 }, () => 100),
      script,
      { settlementDays: 2 },
    );
    expect(result.fills.map(({ bar, side }) => `${bar} ${side}`)).toEqual(['1 buy', '3 sell', '5 buy']);
    expect(result.orders.find(({ tag }) => tag === 'early')!.events.at(-1)!.reason).toBe('cash_insufficient');
  });
});

describe('currencies', () => {
  const foreign = (settings: Partial<RunSettings>, rate: number | Bars, count = 100) =>
    run([100, 100, 110, 110], { 0: [enter('buy', count)], 1: [{ kind: 'exit' }] }, settings, {
      markets: [{ name: 'm', bars: flatBars([100, 100, 110, 110]), currency: 'EUR' }],
      currency: 'USD',
      rates: { EUR: rate },
    });

  it('convert at each fill, at a cost, or are held', () => {
    expect(ends(foreign({}, 1.2))).toBeCloseTo(100_000 + 1000 * 1.2, 9);
    expect(ends(foreign({ conversionBps: 10 }, 1.2))).toBeCloseTo(100_000 + 1200 - 0.001 * 1.2 * 21_000, 9);
    const rising = flatBars([1, 1, 1, 2]);
    expect(ends(foreign({ currencyCash: 'hold' }, rising))).toBeCloseTo(100_000 + 1000 * 2, 9);
  });

  it('count what the conversion costs before they buy', () => {
    const { orders } = foreign({ conversionBps: 100 }, 1, 1000);
    expect(orders[0]!.events.at(-1)!.reason).toBe('cash_insufficient');
  });

  it('whose rate is not known yet leave the account as it is', () => {
    const late = { ...flatBars([1.2, 1.2]), time: Float64Array.of(50 * DAY_MS, 51 * DAY_MS) };
    const result = foreign({}, late);
    expect([...result.series.equity]).toEqual([100_000, 100_000, 100_000, 100_000]);
    expect(result.fills).toEqual([]);
  });
});

describe('positions', () => {
  const HEDGING = { accounting: 'hedging', pyramiding: 3 } as const;

  it('long and short stand beside each other in a hedging account, and leave by name', () => {
    const script = {
      0: [enter('buy', 10), enter('sell', 4)],
      1: [{ kind: 'exit', position: 'short' }],
    } as const;
    const result = run([100, 100, 110], script, HEDGING);
    expect(result.fills.map(({ side, effect, quantity }) => [side, effect, quantity])).toEqual([
      ['buy', 'open', 10],
      ['sell', 'open', 4],
      ['buy', 'close', 4],
    ]);
    expect(result.trades.map(({ side, pnl }) => [side, pnl])).toEqual([
      ['long', 100],
      ['short', -40],
    ]);
  });

  it('entries that add up are left first in first out', () => {
    const script = { 0: [enter('buy', 10)], 1: [enter('buy', 10)], 2: [units('sell', 15)] };
    const { trades } = run([100, 100, 110, 120], script, { pyramiding: 2 });
    expect(trades.map(({ quantity, entryPrice, pnl }) => [quantity, entryPrice, pnl])).toEqual([
      [10, 100, 200],
      [5, 110, 50],
      [5, 110, 50],
    ]);
  });

  it.each([
    ['refuse', 10],
    ['reverse', -4],
    ['reduce', 6],
  ] as const)('an entry against a position: %s', (oppositeEntry, size) => {
    const script = { 0: [enter('buy', 10)], 1: [enter('sell', 4)] };
    const { fills } = run([100, 100, 100], script, { oppositeEntry });
    const sum = fills.reduce(
      (total, { side, quantity }) => total + (side === 'buy' ? quantity : -quantity),
      0,
    );
    expect(sum).toBe(size);
  });

  it('a reversal whose position was left another way opens what was asked for', () => {
    const script = { 0: [enter('buy', 10)], 1: [{ kind: 'exit' }, enter('sell', 4)] } as const;
    const { fills, orders } = run([100, 100, 100], script, { oppositeEntry: 'reverse' });
    expect(fills.map(({ side, effect, quantity }) => [side, effect, quantity])).toEqual([
      ['buy', 'open', 10],
      ['sell', 'close', 10],
      ['sell', 'open', 4],
    ]);
    expect(orders.at(-1)).toMatchObject({ quantity: 4, filled: 4, status: 'filled' });
  });

  it('an exit of a part does not make room for an entry the other way', () => {
    const script = { 0: [enter('buy', 10)], 1: [{ kind: 'exit', fraction: 0.5 }, enter('sell', 4)] } as const;
    expect(run([100, 100, 100], script).orders.at(-1)!.events.at(-1)!.reason).toBe('already_in_position');
  });

  it('targets that wait are not asked for twice', () => {
    const target = { kind: 'target', weight: 0.5 } as const;
    const { fills } = run(
      [100, 100, 100, 100, 100, 100],
      { 0: [target], 1: [target], 2: [target] },
      { latencyBars: 2 },
    );
    expect(fills.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(500);
  });

  it('0.3 units are three lots of 0.1', () => {
    expect(run([100, 100], { 0: [units('buy', 0.3)] }, { lotSize: 0.1 }).fills[0]!.quantity).toBeCloseTo(
      0.3,
      12,
    );
  });

  it('a loss that ends trading flattens and withdraws what would open more', () => {
    const script = {
      0: [enter('buy', 10)],
      1: [{ kind: 'exit' }, enter('buy', 5, { limit: 50, tag: 'rest' })],
    } as const;
    const result = run([100, 100, 90, 90], script, { maxLosingStreak: 1, pyramiding: 3 });
    expect(result.orders.find(({ tag }) => tag === 'rest')!.events.at(-1)!.reason).toBe('risk_losing_streak');
  });
});

describe('instruments and requests that cannot be', () => {
  const bars = flatBars([100, 101, 102]);
  const timed = (...times: readonly number[]): Bars => ({ ...bars, time: Float64Array.from(times) });

  it.each([
    ['bars_unordered', [{ name: 'm', bars: timed(0, DAY_MS, DAY_MS) }]],
    ['bars_unordered', [{ name: 'm', bars: timed(0, 2 * DAY_MS, DAY_MS) }]],
    ['bars_unordered', [{ name: 'm', bars: timed(0, NaN, DAY_MS) }]],
    [
      'market_repeated',
      [
        { name: 'm', bars },
        { name: 'm', bars },
      ],
    ],
    ['length_mismatch', [{ name: 'm', bars: { ...bars, close: new Float64Array(2) } }]],
    ['parameter_out_of_range', [{ name: 'm', bars, contract: { lotSize: 0 } }]],
    ['parameter_out_of_range', [{ name: 'm', bars, intervalMs: NaN }]],
  ] as const)('are refused with %s', (code, markets) => {
    expect(() => run([], {}, {}, { markets })).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    [enter('buy', 1, { market: 7 }), 'market_unknown'],
    [enter('buy', 1, { market: NaN }), 'market_unknown'],
    [enter('buy', 1, { stop: -5 }), 'price_invalid'],
    [enter('buy', 1, { trailing: { kind: 'amount', distance: Infinity } }), 'price_invalid'],
    [enter('buy', 1, { trail: { kind: 'atr', distance: 1, period: 0.5 } }), 'price_invalid'],
    [{ kind: 'target', weight: Infinity } as const, 'size_below_one_lot'],
    [{ kind: 'target', weight: NaN } as const, 'size_below_one_lot'],
  ])('%j is refused: %s', (request, reason) => {
    const { orders } = run([100, 100], { 0: [request] });
    expect(orders.map(({ status, events }) => [status, events.at(-1)!.reason])).toEqual([
      ['rejected', reason],
    ]);
  });
});
