import { describe, expect, it } from 'vitest';
import type { Bars } from '../core/bars';
import type { OrderRecord, OrderRequest } from '../core/order';
import { DEFAULT_SETTINGS, type RunSettings } from '../core/run';
import { simulate } from './simulate';

type Row = readonly [open: number, high: number, low: number, close: number, volume?: number];
type Script = Readonly<Record<number, readonly OrderRequest[]>>;

const DAY_MS = 86_400_000;
const FLAT: Row = [100, 101, 99, 100];
const units = (count: number) => ({ kind: 'units', units: count }) as const;
const buy = (more: object = {}): OrderRequest => ({ kind: 'enter', side: 'buy', sizing: units(10), ...more });
const short = (more: object = {}): OrderRequest => buy({ ...more, side: 'sell' });
const exit = (more: object = {}): OrderRequest => ({ kind: 'exit', ...more });
const order = (side: 'buy' | 'sell', count: number, more: object = {}): OrderRequest => ({
  kind: 'order',
  side,
  units: count,
  ...more,
});

function barsOf(rows: readonly Row[], stepMs = DAY_MS): Bars {
  const column = (k: number, otherwise = 1000) => Float64Array.from(rows, (row) => row[k] ?? otherwise);
  return {
    time: Float64Array.from(rows, (_, i) => Date.UTC(2020, 0, 1) + i * stepMs),
    open: column(0),
    high: column(1),
    low: column(2),
    close: column(3),
    volume: column(4),
    extra: {},
  };
}

function run(rows: readonly Row[], script: Script, settings: Partial<RunSettings> = {}, stepMs = DAY_MS) {
  const strategy = { name: 'scripted', onBar: (_: unknown, i: number) => script[i] ?? [] };
  return simulate({ bars: barsOf(rows, stepMs), strategy, settings: { ...DEFAULT_SETTINGS, ...settings } });
}

const timeline = ({ events }: OrderRecord): string[] =>
  events.map(({ bar, status, reason }) => `${bar} ${status} ${reason}`);

const lives = (...args: Parameters<typeof run>): string[][] => run(...args).orders.map(timeline);

const MARKET = (bar: number): string[] => [
  `${bar} submitted signal`,
  `${bar} accepted queued_for_open`,
  `${bar + 1} filled filled_at_open`,
];
const RESTING = (bar: number): string[] => [`${bar} submitted signal`, `${bar} accepted resting`];

describe('order types', () => {
  it('a limit rests and fills at its price, or at the better open', () => {
    const rows: Row[] = [FLAT, FLAT, [100, 101, 96, 98], [94, 95, 93, 94]];
    const result = run(rows, { 0: [buy({ limit: 97 })], 2: [order('buy', 5, { limit: 96 })] });
    expect(result.orders.map(timeline)).toEqual([
      [...RESTING(0), '2 filled filled_at_limit'],
      [...RESTING(2), '3 filled filled_at_limit'],
    ]);
    expect(result.fills.map((fill) => fill.price)).toEqual([97, 94]);
    expect(result.fills.map((fill) => fill.liquidity)).toEqual(['maker', 'taker']);
  });

  it('a stop entry triggers against its side', () => {
    const result = run(
      [FLAT, [100, 106, 99, 104], FLAT],
      { 0: [buy({ trigger: 105 })] },
      { slippageBps: 10 },
    );
    expect(result.orders.map(timeline)).toEqual([[...RESTING(0), '1 filled filled_at_stop']]);
    expect(result.fills[0]!.price).toBeCloseTo(105 * 1.001, 10);
  });

  it('a stop limit arms at its trigger, and then takes no worse than its limit', () => {
    const rows: Row[] = [FLAT, [104, 108, 103, 107], [107, 108, 105, 106]];
    const gap: Row[] = [FLAT, [108, 109, 107.5, 108], [107, 108, 105, 106]];
    const script = { 0: [buy({ trigger: 105, limit: 106 })] };
    expect(lives(rows, script)).toEqual([
      [...RESTING(0), '1 accepted triggered', '1 filled filled_at_limit'],
    ]);
    const result = run(gap, script);
    expect(result.orders.map(timeline)).toEqual([
      [...RESTING(0), '1 accepted triggered', '2 filled filled_at_limit'],
    ]);
    expect(result.fills[0]!.price).toBe(106);
  });

  it('touch orders trigger in favour of their side', () => {
    const rows: Row[] = [FLAT, [100, 101, 95, 99], FLAT];
    expect(lives(rows, { 0: [buy({ touch: 96 })] })).toEqual([[...RESTING(0), '1 filled filled_at_touch']]);
    const limited = run(rows, { 0: [buy({ touch: 96, limit: 95.5 })] });
    expect(limited.orders.map(timeline)).toEqual([
      [...RESTING(0), '1 accepted triggered', '1 filled filled_at_limit'],
    ]);
    expect(limited.fills[0]!.price).toBe(95.5);
  });

  it('auction orders fill in their auction', () => {
    const rows: Row[] = [FLAT, [102, 104, 101, 103], FLAT];
    const script = { 0: [buy({ auction: 'open' }), order('buy', 1, { auction: 'close' })] };
    const result = run(rows, script);
    expect(result.orders.map(timeline)).toEqual([
      MARKET(0),
      ['0 submitted signal', '0 accepted queued_for_close', '1 filled filled_at_close'],
    ]);
    expect(result.fills.map((fill) => fill.price)).toEqual([102, 103]);
  });

  it.each([
    [{ kind: 'amount', distance: 3 }, 109 - 3, 0],
    [{ kind: 'percent', distance: 5 }, 109 * 0.95, 0],
    [{ kind: 'percent', distance: 5 }, 103.5, 0.25],
    [{ kind: 'atr', distance: 0.4, period: 1 }, 109 - 0.4 * 10, 0],
  ] as const)('a trailing stop follows the best price: %j, %f, on steps of %f', (trail, price, tickSize) => {
    const rows: Row[] = [FLAT, FLAT, [100, 110, 100, 109], [108, 109, 103, 104]];
    const result = run(rows, { 1: [buy()], 2: [exit({ trail })] }, { tickSize });
    expect(timeline(result.orders[1]!)).toEqual([...RESTING(2), '3 filled filled_at_trail']);
    expect(result.fills[1]!.price).toBeCloseTo(price, 10);
  });

  it('a trailing stop above the market is rounded up to the steps of the price', () => {
    const rows: Row[] = [FLAT, FLAT, [100, 100, 90, 91], [92, 97, 92, 96]]; // 5 % from 91 is 95.55
    const leave = exit({ trail: { kind: 'percent', distance: 5 } });
    expect(run(rows, { 1: [short()], 2: [leave] }, { tickSize: 0.25 }).fills[1]!.price).toBe(95.75);
  });
});

describe('time in force', () => {
  it('a day order ends with its first session', () => {
    const rows = Array.from({ length: 6 }, () => FLAT);
    const script = { 0: [buy({ limit: 90, timeInForce: 'day' })] };
    expect(lives(rows, script)).toEqual([[...RESTING(0), '2 expired session_ended']]);
    expect(lives(rows, script, {}, DAY_MS / 3)).toEqual([[...RESTING(0), '3 expired session_ended']]);
  });

  it('good till date ends at its date, and is refused after it', () => {
    const at = Date.UTC(2020, 0, 3);
    const script = { 0: [buy({ limit: 90, timeInForce: 'gtd', expires: at })] };
    expect(lives([FLAT, FLAT, FLAT, FLAT], script)).toEqual([[...RESTING(0), '2 expired date_passed']]);
    const late = { 3: [buy({ limit: 90, timeInForce: 'gtd', expires: at })] };
    expect(lives([FLAT, FLAT, FLAT, FLAT], late)).toEqual([['3 submitted signal', '3 rejected date_passed']]);
  });

  it('immediate orders take what the open gives', () => {
    const thin: Row = [100, 101, 99, 100, 60];
    const settings = { volumeShare: 0.1 };
    expect(lives([FLAT, thin, FLAT], { 0: [buy({ timeInForce: 'ioc' })] }, settings)).toEqual([
      [
        '0 submitted signal',
        '0 accepted queued_for_open',
        '1 partially_filled filled_at_open',
        '1 expired not_filled_at_once',
      ],
    ]);
    expect(lives([FLAT, thin, FLAT], { 0: [buy({ timeInForce: 'fok' })] }, settings)).toEqual([
      ['0 submitted signal', '0 accepted queued_for_open', '1 expired liquidity_exhausted'],
    ]);
  });

  it('a fill-or-kill reversal closes nothing where it could not open', () => {
    const turned = (timeInForce: 'gtc' | 'fok') => {
      const script = { 0: [buy()], 1: [order('sell', 20, { timeInForce })] };
      const rows: Row[] = [FLAT, FLAT, [130, 131, 129, 130]];
      const { fills, orders } = run(rows, script, { capital: 1011, feePerOrder: 11 });
      return [fills.map(({ effect }) => effect), timeline(orders[1]!).at(-1)];
    };
    expect(turned('gtc')).toEqual([['open', 'close'], '2 canceled cash_insufficient']);
    expect(turned('fok')).toEqual([['open'], '2 rejected cash_insufficient']);
  });
});

describe('liquidity', () => {
  const thin: Row = [100, 101, 99, 100, 60];

  it('is never used twice, and the rest waits', () => {
    const script = { 0: [buy(), order('buy', 4)] };
    const result = run([FLAT, thin, thin, thin], script, { volumeShare: 0.1 });
    expect(result.orders.map(timeline)).toEqual([
      [
        '0 submitted signal',
        '0 accepted queued_for_open',
        '1 partially_filled filled_at_open',
        '2 filled filled_at_open',
      ],
      [
        '0 submitted signal',
        '0 accepted queued_for_open',
        '1 accepted liquidity_exhausted',
        '2 partially_filled filled_at_open',
        '3 filled filled_at_open',
      ],
    ]);
    const perBar = [1, 2, 3].map((bar) =>
      result.fills.filter((fill) => fill.bar === bar).reduce((sum, fill) => sum + fill.quantity, 0),
    );
    expect(perBar).toEqual([6, 6, 2]);
  });

  it('brackets grow with the fills of their entry, and shrink with those of their siblings', () => {
    const rows: Row[] = [FLAT, thin, thin, [100, 121, 99, 120, 40], [120, 121, 119, 120, 1000]];
    const result = run(rows, { 0: [buy({ stop: 90, target: 118 })] }, { volumeShare: 0.1 });
    const [, stop, target] = result.orders;
    expect(timeline(target!)).toEqual([
      '1 submitted bracket_of_entry',
      '1 accepted bracket_of_entry',
      '3 partially_filled filled_at_target',
      '4 filled filled_at_target',
    ]);
    expect(timeline(stop!).at(-1)).toBe('4 canceled sibling_filled');
    expect(result.trades).toHaveLength(1);
    expect(result.trades[0]).toMatchObject({ quantity: 10, entryPrice: 100, exitBar: 4 });
    expect(result.trades[0]!.exitPrice).toBeCloseTo((4 * 118 + 6 * 120) / 10, 10);
  });
});

describe('contingencies', () => {
  it('orders of one group cancel each other', () => {
    const rows: Row[] = [FLAT, [100, 106, 99, 105], FLAT];
    const script = {
      0: [order('buy', 10, { trigger: 105, group: 'a' }), order('sell', 10, { trigger: 95, group: 'a' })],
    };
    expect(lives(rows, script)).toEqual([
      [...RESTING(0), '1 filled filled_at_stop'],
      [...RESTING(0), '1 canceled sibling_filled'],
    ]);
  });

  it('a strategy withdraws by tag, and a new order under a tag replaces the old one', () => {
    const script = {
      0: [buy({ limit: 90, tag: 'a' })],
      1: [buy({ limit: 91, tag: 'a' })],
      2: [{ kind: 'cancel', tag: 'a' }],
    } as const;
    expect(lives([FLAT, FLAT, FLAT, FLAT], script)).toEqual([
      [...RESTING(0), '1 canceled replaced'],
      [...RESTING(1), '2 canceled strategy_canceled'],
    ]);
  });

  it('reduce-only orders never open', () => {
    const script = {
      0: [order('sell', 5, { reduceOnly: true })],
      1: [buy()],
      2: [order('sell', 50, { reduceOnly: true })],
    };
    const result = run([FLAT, FLAT, FLAT, FLAT], script);
    expect(timeline(result.orders[0]!)).toEqual(['0 submitted signal', '0 rejected no_position']);
    expect(result.fills.at(-1)).toMatchObject({ side: 'sell', effect: 'close', quantity: 10 });
  });

  it('post-only orders give liquidity or nothing', () => {
    const script = { 0: [buy({ limit: 105, postOnly: true })] };
    expect(lives([FLAT, FLAT], script)).toEqual([[...RESTING(0), '1 rejected would_take_liquidity']]);
  });
});

describe('refusals', () => {
  it.each([
    [buy({ limit: -1 }), {}, 'price_invalid'],
    [buy({ trail: { kind: 'amount', distance: -1 } }), {}, 'price_invalid'],
    [buy({ sizing: { kind: 'risk_percent', percent: 1 } }), {}, 'stop_missing'],
    [buy({ sizing: units(NaN) }), {}, 'size_below_one_lot'],
    [buy({ sizing: units(1e300) }), {}, 'cash_insufficient'],
    [buy(), { minNotional: 5000 }, 'below_minimum_notional'],
    [short(), { shorting: 'refuse' }, 'shorting_refused'],
    [order('sell', 1), { shorting: 'refuse' }, 'shorting_refused'],
    [buy(), { maxPositionPercent: 0.5 }, 'risk_position'],
    [buy(), { maxExposurePercent: 0.5 }, 'risk_exposure'],
  ] as const)('%j under %j: %s', (request, settings, reason) => {
    const [life] = lives([FLAT, FLAT, FLAT], { 0: [request] }, settings as Partial<RunSettings>);
    expect(life!.at(-1)).toBe(`${reason === 'cash_insufficient' ? 1 : 0} rejected ${reason}`);
  });

  it('a size by risk needs a stop', () => {
    const request = buy({ sizing: { kind: 'risk_percent', percent: 1 }, stop: 98 });
    expect(run([FLAT, FLAT], { 0: [request] }).fills[0]!.quantity).toBe(500);
  });

  it('too many waiting orders are refused', () => {
    const crowd = Array.from({ length: 1001 }, (_, i) => order('buy', 1, { limit: 50, tag: `${i}` }));
    const all = lives([FLAT, FLAT], { 0: crowd });
    expect(all.at(-1)).toEqual(['0 submitted signal', '0 rejected too_many_orders']);
  });
});

describe('delay and place of fills', () => {
  it('latency holds orders back', () => {
    const result = run([FLAT, FLAT, FLAT, [103, 104, 102, 103]], { 0: [buy()] }, { latencyBars: 2 });
    expect(result.orders.map(timeline)).toEqual([
      ['0 submitted signal', '0 accepted delayed', '3 filled filled_at_open'],
    ]);
  });

  it.each([
    ['same_close', 0, 100],
    ['next_close', 1, 105],
  ] as const)('market orders fill at the %s', (marketFill, bar, price) => {
    const result = run([FLAT, [103, 106, 102, 105], FLAT], { 0: [buy()] }, { marketFill });
    expect(result.orders.map(timeline)[0]!.at(-1)).toBe(`${bar} filled filled_at_close`);
    expect(result.fills[0]).toMatchObject({ bar, price });
  });

  it('what is open can be closed with the data', () => {
    const result = run(
      [FLAT, FLAT, [103, 106, 102, 105]],
      { 0: [buy()] },
      { closeAtEnd: 'yes', feePercent: 1 },
    );
    expect(timeline(result.orders[1]!)).toEqual([
      '2 submitted data_ended',
      '2 accepted data_ended',
      '2 filled data_ended',
    ]);
    expect(result.trades[0]).toMatchObject({ exitBar: 2, exitPrice: 105, exitKind: 'data_ended' });
    expect(result.series.equity.at(-1)).toBeCloseTo(100_000 + 50 - 10 - 10.5, 9);
    expect(result.series.exposure.at(-1)).toBe(0);
  });
});

describe('margin', () => {
  it('a position that takes the account to its maintenance margin is liquidated there', () => {
    const settings = { leverage: 10, maintenancePercent: 5, capital: 1000 };
    const rows: Row[] = [FLAT, FLAT, [99, 100, 90, 95]];
    const result = run(rows, { 0: [buy({ sizing: units(80) })] }, settings);
    const margin = result.orders[1]!;
    expect(timeline(margin)).toEqual([
      '2 submitted margin_call',
      '2 accepted margin_call',
      '2 filled margin_call',
    ]);
    const { price } = result.fills[1]!;
    const equity = 1000 + 80 * (price - 100);
    expect(equity).toBeCloseTo(0.05 * 80 * price, 9);
  });

  it('a margin call that a nearer stop forestalls is withdrawn', () => {
    const settings = { leverage: 10, maintenancePercent: 5, capital: 1000 };
    const rows: Row[] = [FLAT, FLAT, [99, 100, 90, 95]];
    const result = run(rows, { 0: [buy({ sizing: units(80), stop: 97 })] }, settings);
    expect(result.fills[1]).toMatchObject({ price: 97, reason: 'filled_at_stop' });
  });
});

describe('risk rules', () => {
  const fall: Row[] = [FLAT, FLAT, [99, 99, 79, 80], [80, 81, 79, 80], [80, 81, 79, 80]];

  it.each([
    [{ maxDrawdownPercent: 1 }, 'risk_drawdown'],
    [{ maxLosingStreak: 1 }, 'risk_losing_streak'],
    [{ coolDownBars: 5 }, 'risk_cool_down'],
  ] as const)('%j ends trading after the loss', (settings, reason) => {
    const script = { 0: [buy({ sizing: units(100) })], 2: [exit()], 3: [buy({ tag: 'again' })] };
    const result = run(fall, script, settings);
    expect(timeline(result.orders[2]!)).toEqual(['3 submitted signal', `3 rejected ${reason}`]);
    const told = result.events.filter((event) => event.kind === 'risk');
    expect(told.map((event) => event.reason)).toEqual(reason === 'risk_cool_down' ? [] : [reason]);
  });

  it('the daily loss ends trading until the next day', () => {
    const script = {
      0: [buy({ sizing: units(100) })],
      2: [buy({ tag: 'a' })],
      3: [exit(), buy({ tag: 'b' })],
    };
    const result = run(fall, script, { dailyLossPercent: 1, pyramiding: 5 });
    const byTag = (tag: string) => timeline(result.orders.find((each) => each.tag === tag)!);
    expect(byTag('a')).toEqual(['2 submitted signal', '2 rejected risk_daily_loss']);
    expect(byTag('b').at(-1)).toBe('4 filled filled_at_open');
  });

  it('orders of a day are counted', () => {
    const script = { 0: [buy(), buy({ tag: 'second' })] };
    const [, second] = lives([FLAT, FLAT], script, { maxOrdersPerDay: 1, pyramiding: 5 });
    expect(second).toEqual(['0 submitted signal', '0 rejected risk_orders_a_day']);
  });

  it('a halt may flatten', () => {
    const script = { 0: [buy({ sizing: units(100) })] };
    const result = run(fall, script, { maxDrawdownPercent: 1, riskHalt: 'flatten' });
    expect(result.fills.at(-1)).toMatchObject({ bar: 3, side: 'sell', effect: 'close' });
  });

  it('bad days refuse what opens', () => {
    const rows: Row[] = Array.from({ length: 90 }, (_, i) => {
      const price = i % 2 === 0 ? 100 : 90;
      return [price, price + 1, price - 1, price];
    });
    const script = { 0: [buy({ sizing: units(900) })], 80: [exit()], 85: [buy({ tag: 'late' })] };
    const result = run(rows, script, { expectedShortfallPercent: 2 });
    expect(timeline(result.orders.at(-1)!)).toEqual([
      '85 submitted signal',
      '85 rejected risk_expected_shortfall',
    ]);
  });
});
