import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Bars } from '../core/bars';
import { ORDER_REASONS, type OrderRecord, type OrderRequest } from '../core/order';
import { DEFAULT_SETTINGS, type RunSettings } from '../core/run';
import { simulate } from './simulate';

type Row = readonly [open: number, high: number, low: number, close: number];
type Script = Readonly<Record<number, readonly OrderRequest[]>>;

const FLAT: Row = [100, 101, 99, 100];
const NO_PRICE: Row = [NaN, 101, 99, 100];
const exit: OrderRequest = { kind: 'exit' };
const enter = (more: Partial<Extract<OrderRequest, { kind: 'enter' }>> = {}): OrderRequest => ({
  kind: 'enter',
  side: 'buy',
  sizing: { kind: 'units', units: 10 },
  ...more,
});

function barsOf(rows: readonly Row[]): Bars {
  const column = (k: number) => Float64Array.from(rows, (row) => row[k]!);
  const time = Float64Array.from(rows, (_, i) => Date.UTC(2020, 0, i + 1));
  return {
    time,
    open: column(0),
    high: column(1),
    low: column(2),
    close: column(3),
    volume: column(0),
    extra: {},
  };
}

function run(rows: readonly Row[], script: Script, settings: Partial<RunSettings> = {}) {
  const strategy = { name: 'scripted', onBar: (_: unknown, i: number) => script[i] ?? [] };
  return simulate({
    bars: barsOf(rows),
    strategy,
    settings: { ...DEFAULT_SETTINGS, slippageBps: 10, ...settings },
  });
}

const timeline = (order: OrderRecord | undefined): string[] =>
  order?.events.map(({ bar, status, reason }) => `${bar} ${status} ${reason}`) ?? [];

interface Case {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly script: Script;
  readonly settings?: Partial<RunSettings>;
  /** Timeline of each order. */
  readonly orders: readonly (readonly string[])[];
  /** Fill prices. */
  readonly prices: readonly number[];
}

const ENTRY = ['0 submitted signal', '0 accepted queued_for_open', '1 filled filled_at_open'];
const BRACKET = ['1 submitted bracket_of_entry', '1 accepted bracket_of_entry'];

const CASES: readonly Case[] = [
  {
    name: 'an entry and an exit fill at the next open, and void the bracket',
    rows: [FLAT, FLAT, FLAT, [105, 106, 104, 105]],
    script: { 0: [enter({ stop: 90, target: 120 })], 2: [exit] },
    orders: [
      ENTRY,
      [...BRACKET, '3 canceled position_closed'],
      [...BRACKET, '3 canceled position_closed'],
      ['2 submitted signal', '2 accepted queued_for_open', '3 filled filled_at_open'],
    ],
    prices: [100.1, 104.895],
  },
  {
    name: 'a stop fills at its price and voids the target',
    rows: [FLAT, FLAT, [98, 99, 94, 96]],
    script: { 0: [enter({ stop: 95, target: 120 })] },
    orders: [ENTRY, [...BRACKET, '2 filled filled_at_stop'], [...BRACKET, '2 canceled sibling_filled']],
    prices: [100.1, 94.905],
  },
  {
    name: 'a stop that the open has passed fills at the open',
    rows: [FLAT, FLAT, [93, 99, 92, 96]],
    script: { 0: [enter({ stop: 95 })] },
    orders: [ENTRY, [...BRACKET, '2 filled filled_at_gap_open']],
    prices: [100.1, 92.907],
  },
  {
    name: 'a stop can fill on the bar of its entry, at the open that passed it',
    rows: [FLAT, [94, 99, 92, 96]],
    script: { 0: [enter({ stop: 95 })] },
    orders: [ENTRY, [...BRACKET, '1 filled filled_at_gap_open']],
    prices: [94.094, 93.906],
  },
  {
    name: 'a target fills at its price, without slippage',
    rows: [FLAT, FLAT, [100, 112, 99, 101]],
    script: { 0: [enter({ target: 110 })] },
    orders: [ENTRY, [...BRACKET, '2 filled filled_at_target']],
    prices: [100.1, 110],
  },
  {
    name: 'a target that the open has passed fills at the better open',
    rows: [FLAT, FLAT, [115, 116, 99, 101]],
    script: { 0: [enter({ stop: 90, target: 110 })] },
    orders: [ENTRY, [...BRACKET, '2 canceled sibling_filled'], [...BRACKET, '2 filled filled_at_target']],
    prices: [100.1, 115],
  },
  {
    name: 'the stop comes first when a bar holds both levels',
    rows: [FLAT, FLAT, [100, 112, 94, 101]],
    script: { 0: [enter({ stop: 95, target: 110 })] },
    orders: [ENTRY, [...BRACKET, '2 filled filled_at_stop'], [...BRACKET, '2 canceled sibling_filled']],
    prices: [100.1, 94.905],
  },
  {
    name: 'a short position mirrors all that',
    rows: [FLAT, FLAT, [107, 108, 99, 101]],
    script: { 0: [enter({ side: 'sell', stop: 105, target: 90 })] },
    orders: [ENTRY, [...BRACKET, '2 filled filled_at_gap_open'], [...BRACKET, '2 canceled sibling_filled']],
    prices: [99.9, 107.107],
  },
  {
    name: 'exit and entry on one bar turn the position round',
    rows: [FLAT, FLAT, FLAT],
    script: { 0: [enter()], 1: [exit, enter({ side: 'sell' })] },
    orders: [
      ENTRY,
      ['1 submitted signal', '1 accepted queued_for_open', '2 filled filled_at_open'],
      ['1 submitted signal', '1 accepted queued_for_open', '2 filled filled_at_open'],
    ],
    prices: [100.1, 99.9, 99.9],
  },
  {
    name: 'refusals that repeat are one record',
    prices: [],
    rows: [FLAT, FLAT, FLAT, FLAT, FLAT],
    script: {
      0: [exit],
      1: [exit],
      2: [exit],
      3: [exit],
      4: [enter({ sizing: { kind: 'units', units: 0.5 } })],
    },
    orders: [
      ['0 submitted signal', '0 rejected no_position', '3 rejected no_position'],
      ['4 submitted signal', '4 rejected size_below_one_lot'],
    ],
  },
  {
    name: 'a second entry and a second exit are refused',
    prices: [100.1, 99.9],
    rows: [FLAT, FLAT, FLAT],
    script: { 0: [enter(), enter()], 1: [exit, exit] },
    orders: [
      ENTRY,
      ['0 submitted signal', '0 rejected already_in_position'],
      ['1 submitted signal', '1 accepted queued_for_open', '2 filled filled_at_open'],
      ['1 submitted signal', '1 rejected no_position'],
    ],
  },
  {
    name: 'levels on the wrong side are refused',
    prices: [],
    rows: [FLAT, FLAT],
    script: { 0: [enter({ stop: 101 }), enter({ target: 99 }), enter({ side: 'sell', stop: 99 })] },
    orders: [
      ['0 submitted signal', '0 rejected stop_on_wrong_side'],
      ['0 submitted signal', '0 rejected target_on_wrong_side'],
      ['0 submitted signal', '0 rejected stop_on_wrong_side'],
    ],
  },
  {
    name: 'cash has to cover price and fee, and the refusal is told once',
    prices: [],
    rows: [FLAT, FLAT, FLAT],
    script: {
      0: [enter({ sizing: { kind: 'percent_of_equity', percent: 100 } })],
      1: [enter({ sizing: { kind: 'percent_of_equity', percent: 100 } })],
    },
    orders: [
      [
        '0 submitted signal',
        '0 accepted queued_for_open',
        '1 rejected cash_insufficient',
        '2 rejected cash_insufficient',
      ],
    ],
  },
  {
    name: 'no trade on a bar without prices: entries are refused, exits wait, the bracket waits',
    prices: [100.1, 99.9],
    rows: [FLAT, FLAT, NO_PRICE, [100, 101, 50, 0], FLAT],
    script: { 0: [enter({ stop: 95 })], 1: [exit], 2: [exit], 3: [enter({ side: 'sell' })] },
    orders: [
      ENTRY,
      [...BRACKET, '4 canceled position_closed'],
      [
        '1 submitted signal',
        '1 accepted queued_for_open',
        '2 accepted price_unknown',
        '4 filled filled_at_open',
      ],
      ['2 submitted signal', '2 rejected no_position'],
      ['3 submitted signal', '3 rejected price_unknown'],
    ],
  },
  {
    name: 'an entry queued for a bar without prices is refused there',
    prices: [],
    rows: [FLAT, NO_PRICE, FLAT],
    script: { 0: [enter()] },
    orders: [['0 submitted signal', '0 accepted queued_for_open', '1 rejected price_unknown']],
  },
  {
    name: 'what waits when the data end expires',
    prices: [100.1],
    rows: [FLAT, FLAT],
    script: { 0: [enter({ stop: 90 })], 1: [exit] },
    orders: [
      ENTRY,
      [...BRACKET, '1 expired data_ended'],
      ['1 submitted signal', '1 accepted queued_for_open', '1 expired data_ended'],
    ],
  },
];

describe('orders', () => {
  it.each(CASES)('$name', ({ rows, script, settings, orders, prices }) => {
    const result = run(rows, script, settings);
    expect(result.orders.map(timeline)).toEqual(orders);
    const filled = result.fills.map((fill) => fill.price);
    expect(filled).toMatchColumn(prices, { rtol: 1e-12 });
  });

  it('have every reason explained in docs/order-reasons.md', () => {
    const text = readFileSync(new URL('../../docs/order-reasons.md', import.meta.url), 'utf8');
    const explained = [...text.matchAll(/^## (\w+)$/gm)].map((match) => match[1]);
    expect(explained).toEqual([...ORDER_REASONS]);
  });

  it('give the trade its levels, its reasons and its doubt', () => {
    const rows = [FLAT, FLAT, [100, 112, 94, 101]] as const;
    const { trades } = run(rows, { 0: [enter({ stop: 95, target: 110, tag: 'a', reason: 'because' })] });
    expect(trades[0]).toMatchObject({
      side: 'long',
      stop: 95,
      target: 110,
      tag: 'a',
      entryReason: 'because',
      exitReason: 'stop',
      exitKind: 'filled_at_stop',
      ambiguous: true,
    });
  });

  it('leave no doubt when the exit came at the open, before the range of the bar', () => {
    const rows = [FLAT, FLAT, [100, 112, 94, 101]] as const;
    const { trades } = run(rows, { 0: [enter({ stop: 95, target: 110 })], 1: [exit] });
    expect(trades[0]).toMatchObject({ exitKind: 'filled_at_open', ambiguous: false });
  });

  it('leave the last position open, valued at the last close', () => {
    const { trades, series } = run([FLAT, FLAT, [100, 111, 99, 110]], { 0: [enter()] }, { feePercent: 0.1 });
    expect(trades[0]).toMatchObject({
      exitTime: NaN,
      exitBar: NaN,
      exitPrice: NaN,
      exitKind: 'data_ended',
      ambiguous: false,
    });
    expect(trades[0]!.pnl).toBeCloseTo(10 * (110 - 100.1) - 1.001, 9);
    expect(series.equity.at(-1)).toBeCloseTo(100_000 + trades[0]!.pnl, 9);
    expect(trades[0]!.mfe).toBeCloseTo(111 / 100.1 - 1, 12);
  });

  it('mark a bar without prices at the last close that was one', () => {
    const { series } = run([FLAT, FLAT, [NaN, NaN, NaN, NaN], [0, 0, 0, Infinity]], { 0: [enter()] });
    expect(series.equity.slice(1)).toEqual(new Float64Array(3).fill(100_000 - 1));
  });
});

describe('settings', () => {
  it.each([
    ['parameter_out_of_range', { capital: 0 }],
    ['parameter_out_of_range', { feePercent: -51 }],
    ['parameter_out_of_range', { slippageBps: NaN }],
    ['parameter_out_of_range', { lotSize: 0 }],
    ['setting_invalid', { intrabar: 'lucky' as 'pessimistic' }],
  ])('are refused with %s', (code, settings) => {
    expect(() => run([FLAT], {}, settings)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a strategy', () => {
  it('hears of start, fills and stop, and reads the account of the closed bar', () => {
    const heard: string[] = [];
    const strategy = {
      name: 'listener',
      onStart: () => heard.push('start'),
      onFill: (fill: { price: number }) => heard.push(`fill ${fill.price}`),
      onStop: () => heard.push('stop'),
      onBar(
        _: unknown,
        i: number,
        account: { positionSize: number; barsHeld: number; entryPrice: number; cash: number },
      ) {
        heard.push(`${i} ${account.positionSize} ${account.barsHeld} ${account.entryPrice} ${account.cash}`);
        return i === 0 ? [enter()] : [];
      },
    };
    const settings = DEFAULT_SETTINGS;
    simulate({ bars: barsOf([FLAT, FLAT, FLAT]), strategy, settings });
    expect(heard).toEqual([
      'start',
      '0 0 NaN NaN 100000',
      'fill 100',
      '1 10 0 100 99000',
      '2 10 1 100 99000',
      'stop',
    ]);
  });
});
