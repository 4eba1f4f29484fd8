import { describe, expect, it } from 'vitest';
import type { Bars } from '../core/bars';
import type { OrderRequest } from '../core/order';
import { DEFAULT_SETTINGS, type RunSettings } from '../core/run';
import { simulate } from './simulate';

type Row = readonly [open: number, high: number, low: number, close: number];
type Script = Readonly<Record<number, readonly OrderRequest[]>>;

const DAY_MS = 86_400_000;
const FLAT: Row = [100, 101, 99, 100];
const enter = (side: 'buy' | 'sell', more: object = {}): OrderRequest => ({
  kind: 'enter',
  side,
  sizing: { kind: 'units', units: 10 },
  ...more,
});
const buy = (more: object = {}): OrderRequest => enter('buy', more);
const share = (percent: number) => ({ sizing: { kind: 'percent_of_equity', percent } }) as const;
const EXIT: OrderRequest = { kind: 'exit' };

function run(rows: readonly Row[], script: Script, settings: Partial<RunSettings> = {}) {
  const column = (k: number) => Float64Array.from(rows, (row) => row[k]!);
  const bars: Bars = {
    time: Float64Array.from(rows, (_, i) => Date.UTC(2020, 0, 1) + i * DAY_MS),
    open: column(0),
    high: column(1),
    low: column(2),
    close: column(3),
    volume: new Float64Array(rows.length).fill(1000),
    extra: {},
  };
  const strategy = { name: 'scripted', onBar: (_: unknown, i: number) => script[i] ?? [] };
  return simulate({ bars, strategy, settings: { ...DEFAULT_SETTINGS, ...settings } });
}

/** Bar, price and reason of each fill. */
const filled = (...args: Parameters<typeof run>) =>
  run(...args).fills.map(({ bar, price, reason }) => [bar, price, reason]);

const lastReason = (...args: Parameters<typeof run>) =>
  run(...args).orders.map((o) => o.events.at(-1)!.reason);

describe('intrabar', () => {
  const BEYOND: readonly Row[] = [FLAT, FLAT, [106, 107, 94, 100]];
  const BRACKET: Script = { 0: [buy({ stop: 95, target: 105 })] };

  it.each([
    ['pessimistic', [2, 106, 'filled_at_target']],
    ['stops_first', [2, 95, 'filled_at_stop']],
  ] as const)('%s where a bar opens beyond the target and falls to the stop', (intrabar, exit) => {
    expect(filled(BEYOND, BRACKET, { intrabar })[1]).toEqual(exit);
  });

  it('stops_first leaves gaps at the open, and targets where no stop is reached', () => {
    const settings = { intrabar: 'stops_first' } as const;
    expect(filled([FLAT, FLAT, [93, 94, 92, 93]], BRACKET, settings)[1]).toEqual([
      2,
      93,
      'filled_at_gap_open',
    ]);
    expect(filled([FLAT, FLAT, [106, 107, 96, 100]], BRACKET, settings)[1]).toEqual([
      2,
      106,
      'filled_at_target',
    ]);
  });

  it('close looks at closes alone', () => {
    const rows: Row[] = [FLAT, [100, 120, 80, 100], [100, 101, 90, 94], FLAT];
    expect(filled(rows, BRACKET, { intrabar: 'close', marketFill: 'next_close' })).toEqual([
      [1, 100, 'filled_at_close'],
      [2, 94, 'filled_at_close'],
    ]);
  });
});

describe('bracketFrom', () => {
  const ENTRY: Row = [100, 106, 94, 100];

  it.each([
    ['entry_bar', [1, 95]],
    ['when_certain', [1, 95]],
    ['next_bar', [2, 95]],
  ] as const)('%s after a market entry', (bracketFrom, [bar, price]) => {
    const rows = [FLAT, ENTRY, ENTRY];
    expect(filled(rows, { 0: [buy({ stop: 95, target: 110 })] }, { bracketFrom })[1]?.slice(0, 2)).toEqual([
      bar,
      price,
    ]);
  });

  it.each([
    ['its target and not its stop', [100, 106, 99, 105], 1],
    ['both', [100, 106, 94, 100], 2],
    ['neither', [100, 103, 97, 100], 2],
  ] as const)('when_certain after a stop entry whose bar reaches %s', (_, entry, bar) => {
    const script: Script = { 0: [buy({ trigger: 102, stop: 95, target: 105 })] };
    expect(filled([FLAT, entry, ENTRY], script, { bracketFrom: 'when_certain' })[1]?.[0]).toBe(bar);
  });

  it('when_certain waits for the next bar after a limit entry', () => {
    const script: Script = { 0: [buy({ limit: 97, stop: 95, target: 105 })] };
    expect(filled([FLAT, ENTRY, ENTRY], script, { bracketFrom: 'when_certain' })[1]?.[0]).toBe(2);
  });
});

describe('trailUpdate', () => {
  const TRAIL: Script = { 0: [buy({ trailing: { kind: 'amount', distance: 5 } })] };

  it.each([
    ['extreme', [2, 105]],
    ['next_bar', [3, 105]],
    ['close', [3, 101]],
  ] as const)('%s', (trailUpdate, [bar, price]) => {
    const rows: Row[] = [FLAT, FLAT, [101, 110, 100.5, 104], [106, 106, 98, 99]];
    const from =
      trailUpdate === 'close' ? [...rows.slice(0, 2), [101, 110, 100.5, 106] as const, rows[3]!] : rows;
    expect(filled(from, TRAIL, { trailUpdate })[1]?.slice(0, 2)).toEqual([bar, price]);
  });
});

describe('costs', () => {
  const ROUND: Script = { 0: [buy({ stop: 95 })] };
  const STOPPED: readonly Row[] = [FLAT, FLAT, [99, 100, 94, 96]];
  const prices = (settings: Partial<RunSettings>) =>
    run(STOPPED, ROUND, settings).fills.map(({ price }) => price);

  it.each([
    ['all', [101, 94.05]],
    ['market', [101, 95]],
    ['trigger', [100, 94.05]],
  ] as const)('slippageOn %s', (slippageOn, expected) => {
    expect(prices({ slippageOn, slippageBps: 100 })).toMatchColumn(expected, { rtol: 1e-12 });
  });

  it('slippageBound keeps a fill within its bar', () => {
    expect(prices({ slippageBps: 300, slippageBound: 'bar' })).toEqual([101, 94]);
  });

  it.each([
    ['both', [100.5, 94.525]],
    ['entry', [101, 95]],
  ] as const)('spreadOn %s', (spreadOn, expected) => {
    expect(prices({ spreadOn, spreadBps: 100 })).toMatchColumn(expected, { rtol: 1e-12 });
  });
});

describe('sizeAt', () => {
  const RISEN: readonly Row[] = [FLAT, [125, 126, 124, 125], [125, 126, 124, 125]];

  it('signal reckons at the close that asks, and may ask for too much', () => {
    expect(lastReason(RISEN, { 0: [buy(share(100))] })).toEqual(['cash_insufficient']);
  });

  it('fill reckons at the fill, after its costs', () => {
    const { fills } = run(RISEN, { 0: [buy(share(100))] }, { sizeAt: 'fill', feePercent: 1 });
    expect(fills[0]).toMatchObject({ quantity: 792, price: 125 });
    expect(fills[0]!.quantity * 125 * 1.01).toBeLessThanOrEqual(100_000);
    expect((fills[0]!.quantity + 1) * 125 * 1.01).toBeGreaterThan(100_000);
  });

  it('fill sizes the new side of a reversal by what closing the old one leaves', () => {
    const settings = { sizeAt: 'fill', oppositeEntry: 'reverse', lotSize: 1e-6 } as const;
    const rows: Row[] = [FLAT, FLAT, FLAT, [110, 111, 109, 110]];
    const { fills } = run(rows, { 0: [buy(share(50))], 2: [enter('sell', share(100))] }, settings);
    expect(fills.map(({ quantity }) => quantity)).toMatchColumn([500, 500, 105_000 / 110], { rtol: 1e-9 });
  });

  it('fill takes a share of what is free, once, however many bars the order takes', () => {
    const settings = { sizeAt: 'fill', volumeShare: 0.2, pyramiding: 2 } as const;
    const rows: readonly Row[] = [FLAT, FLAT, FLAT, FLAT, FLAT];
    const { fills } = run(rows, { 0: [buy(share(50))] }, settings);
    expect(fills.map(({ quantity }) => quantity)).toEqual([200, 200, 100]);
  });

  it('fill leaves an order that not even one lot is left for', () => {
    const settings = { sizeAt: 'fill', capital: 110 } as const;
    expect(lastReason(RISEN, { 0: [buy(share(100))] }, settings)).toEqual(['size_below_one_lot']);
  });
});

describe('funds', () => {
  const FALLEN: readonly Row[] = [FLAT, [90, 91, 89, 90], FLAT];
  const POOR = { capital: 950 } as const;

  it.each([
    ['fill', 'filled_at_open'],
    ['signal_and_fill', 'cash_insufficient'],
  ] as const)('fundsAt %s', (fundsAt, reason) => {
    expect(lastReason(FALLEN, { 0: [buy()] }, { ...POOR, fundsAt })).toEqual([reason]);
  });

  it('fundsAt the signal counts what a reversal closes', () => {
    const settings = { fundsAt: 'signal_and_fill', oppositeEntry: 'reverse', capital: 1_020 } as const;
    expect(run([FLAT, FLAT, FLAT, FLAT], { 0: [buy()], 1: [enter('sell')] }, settings).fills).toHaveLength(3);
  });

  it('cashShortfall allow fills on credit', () => {
    const { fills, series } = run([FLAT, FLAT], { 0: [buy()] }, { ...POOR, cashShortfall: 'allow' });
    expect(fills).toHaveLength(1);
    expect(series.cash[1]).toBe(-50);
  });

  it.each([
    ['required', 'cash_insufficient'],
    ['none', 'filled_at_open'],
  ] as const)('shortMargin %s', (shortMargin, reason) => {
    expect(lastReason([FLAT, FLAT], { 0: [enter('sell')] }, { ...POOR, shortMargin })).toEqual([reason]);
    expect(lastReason([FLAT, FLAT], { 0: [buy()] }, { ...POOR, shortMargin })).toEqual(['cash_insufficient']);
  });
});

describe('entriesAfterExit', () => {
  const STOPPED: readonly Row[] = [FLAT, FLAT, [99, 100, 94, 96], FLAT];
  const AGAIN: Script = { 0: [buy({ stop: 95 })], 2: [buy()] };

  it('same_bar takes an entry on the bar of a stop', () => {
    expect(run(STOPPED, AGAIN).fills).toHaveLength(3);
  });

  it('next_bar refuses it, and says why', () => {
    const settings = { entriesAfterExit: 'next_bar' } as const;
    expect(lastReason(STOPPED, AGAIN, settings)).toEqual([
      'filled_at_open',
      'filled_at_stop',
      'closed_on_this_bar',
    ]);
    expect(run(STOPPED, { 0: AGAIN[0]!, 3: [buy()] }, settings).orders.at(-1)?.status).toBe('expired');
  });

  it('next_bar does not mind a strategy that left by itself', () => {
    const script: Script = { 0: [buy()], 1: [EXIT], 2: [buy()] };
    expect(run([FLAT, FLAT, FLAT, FLAT], script, { entriesAfterExit: 'next_bar' }).fills).toHaveLength(3);
  });
});

describe('marginCall cover', () => {
  const MANUAL = { marginCall: 'cover', capital: 1_000_000, leverage: 4, intrabar: 'path' } as const;

  it('closes what the Pine Script manual closes in its example', () => {
    const rows: Row[] = [
      [4.43, 4.43, 4.43, 4.43],
      [4.43, 4.43, 4.43, 4.43],
      [4.3, 4.35, 3.9, 4.2],
    ];
    const sizing = { kind: 'units', units: 682_438 } as const;
    const { fills } = run(rows, { 0: [buy({ sizing })] }, MANUAL);
    expect(fills[1]).toMatchObject({ bar: 2, price: 3.9, quantity: 111_052, reason: 'margin_call' });
  });

  it('calls shorts at the high, and all other policies too', () => {
    const rows: Row[] = [FLAT, FLAT, [101, 108, 99, 100], FLAT];
    const script: Script = { 0: [enter('sell', { sizing: { kind: 'units', units: 950 } })] };
    for (const intrabar of ['path', 'pessimistic', 'close'] as const) {
      const { fills } = run(rows, script, { ...MANUAL, capital: 100_000, leverage: 1, intrabar });
      const missing = 950 * 108 - (100_000 - 950 * 8);
      expect(fills[1]).toMatchObject({ bar: 2, price: 108, quantity: 4 * Math.floor(missing / 108) });
    }
  });

  it('leaves a position alone that the account carries', () => {
    expect(run([FLAT, FLAT, [100, 140, 60, 100]], { 0: [buy()] }, MANUAL).fills).toHaveLength(1);
  });
});
