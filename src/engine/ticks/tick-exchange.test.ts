import { describe, expect, it } from 'vitest';
import { delayed, fillsOf, quote, runTicks, timeline, trade, type Tick } from '../../../tests/support/ticks';
import type { OrderRequest } from '../../core/order';
import { DEFAULT_SETTINGS } from '../../core/run';

const DAY_MS = 86_400_000;
const order = (side: 'buy' | 'sell', units: number, more: object = {}): OrderRequest => ({
  kind: 'order',
  side,
  units,
  ...more,
});
const enter = (units: number, more: object = {}): OrderRequest => ({
  kind: 'enter',
  side: 'buy',
  sizing: { kind: 'units', units },
  ...more,
});
const START = quote(0, 99, 100, 101, 100);
const lives = (...args: Parameters<typeof runTicks>): string[][] => runTicks(...args).orders.map(timeline);

describe('market orders', () => {
  const thin = [
    quote(0, 99, 5, 101, 6),
    quote(1, 99, 5, 101, 6),
    quote(2, 99, 5, 102, 7),
    quote(3, 99, 5, 102, 9),
  ];

  it('take what the quote shows, once, and walk on with the next quotes', () => {
    const result = runTicks(thin, { 0: [order('buy', 15)] });
    expect(fillsOf(result)).toEqual(['0 buy 6 @ 101 taker', '2 buy 7 @ 102 taker', '3 buy 2 @ 102 taker']);
    expect(timeline(result.orders[0]!)).toEqual([
      '0 submitted signal',
      '0 accepted queued_for_tick',
      '0 partially_filled filled_at_market',
      '2 partially_filled filled_at_market',
      '3 filled filled_at_market',
    ]);
  });

  it('fill the rest at once with slippage where the settings say so', () => {
    const settings = { beyondQuote: 'slip', slippageBps: 100 } as const;
    const result = runTicks(thin, { 0: [order('buy', 15)] }, settings);
    expect(result.fills.map(({ bar, quantity, price }) => [bar, quantity, price])).toEqual([
      [0, 6, 101],
      [0, 9, 101 * 1.01],
    ]);
    expect(result.fills.map(({ slippage }) => slippage)).toMatchColumn([0, 9 * 1.01], { rtol: 1e-9 });
  });

  it('of two orders the second gets what the first left', () => {
    const result = runTicks(thin, { 0: [order('buy', 4), order('buy', 4), order('sell', 3)] });
    expect(result.fills.map(({ order: id, bar, quantity }) => [id, bar, quantity])).toEqual([
      [1, 0, 4],
      [2, 0, 2],
      [3, 0, 3],
      [2, 2, 2],
    ]);
  });

  it('leave nothing of a quote that a trade has taken', () => {
    const ticks = [START, trade(1, 101, 97, 'buy'), quote(2, 99, 100, 101, 100)];
    expect(fillsOf(runTicks(ticks, { 1: [order('buy', 5)] }))).toEqual([
      '1 buy 3 @ 101 taker',
      '2 buy 2 @ 101 taker',
    ]);
  });

  it('take the next trades where the data have no quotes, with slippage', () => {
    const ticks = [trade(0, 100, 5), trade(1, 102, 3), trade(2, 103, 30)];
    const result = runTicks(ticks, { 0: [order('buy', 8)] }, { slippageBps: 10 });
    expect(result.fills.map(({ bar, quantity, price }) => [bar, quantity, price])).toEqual([
      [1, 3, 102 * 1.001],
      [2, 5, 103 * 1.001],
    ]);
  });
});

describe('latency', () => {
  it('an order meets the market as it is when it arrives', () => {
    const ticks = [START, quote(3, 100, 50, 102, 50), quote(5, 101, 50, 103, 50)];
    const result = runTicks(ticks, { 0: [order('buy', 5)] }, { latencyMs: 4 });
    expect(fillsOf(result)).toEqual(['1 buy 5 @ 102 taker']);
    expect(result.fills[0]).toMatchObject({ bar: 1, time: 4 });
    expect(timeline(result.orders[0]!).slice(0, 2)).toEqual(['0 submitted signal', '0 accepted delayed']);
  });

  it('an order that arrives at the instant of a tick comes before it', () => {
    const ticks = [START, quote(4, 100, 50, 102, 50), quote(5, 101, 50, 103, 50)];
    expect(fillsOf(runTicks(ticks, { 0: [order('buy', 5)] }, { latencyMs: 4 }))).toEqual([
      '0 buy 5 @ 101 taker',
    ]);
  });

  it('the strategy acts when it is told, not when it happens', () => {
    const ticks = delayed([START, quote(3, 100, 50, 102, 50), quote(20, 101, 50, 103, 50)], 10);
    const result = runTicks(ticks, { 0: [order('buy', 5)] }, { latencyMs: 1 });
    expect(result.fills[0]).toMatchObject({ bar: 1, time: 11, price: 102 });
    expect(result.orders[0]!.events[0]).toMatchObject({ bar: 0, time: 10 });
  });

  const resting = [START, quote(10, 99, 100, 101, 100), trade(14, 98, 50, 'sell'), trade(16, 98, 50, 'sell')];
  const script = { 0: [order('buy', 10, { limit: 99 })], 1: [{ kind: 'cancel' } as const] };

  it('a cancel that arrives too late finds its order filled', () => {
    expect(lives(resting, script, { latencyMs: 5 })).toEqual([
      ['0 submitted signal', '0 accepted delayed', '1 accepted cancel_delayed', '2 filled filled_at_limit'],
    ]);
  });

  it('a cancel that arrives in time saves it', () => {
    expect(lives(resting, script, { latencyMs: 3 })[0]!.slice(2)).toEqual([
      '1 accepted cancel_delayed',
      '1 canceled strategy_canceled',
    ]);
    expect(lives(resting, script)[0]!.slice(2)).toEqual(['1 canceled strategy_canceled']);
  });

  it('a cancel that arrives after a part has filled saves the rest', () => {
    const ticks = [...resting.slice(0, 2), trade(14, 98, 4, 'sell'), trade(16, 98, 50, 'sell')];
    const result = runTicks(ticks, script, { latencyMs: 5 });
    expect(fillsOf(result)).toEqual(['2 buy 4 @ 99 maker']);
    expect(result.orders[0]).toMatchObject({ status: 'canceled', filled: 4 });
  });

  it('a new order under a tag takes the place of the old one, which may fill on the way', () => {
    const two = {
      0: [order('buy', 10, { limit: 99, tag: 'q' })],
      1: [order('buy', 10, { limit: 98.5, tag: 'q' })],
    };
    const result = runTicks(resting, two, { latencyMs: 5 });
    expect(result.orders.map(({ status, filled }) => [status, filled])).toEqual([
      ['filled', 10],
      ['filled', 10],
    ]);
    const quick = runTicks(resting, two, { latencyMs: 1 });
    expect(quick.orders.map(({ status }) => status)).toEqual(['canceled', 'filled']);
  });

  it('what would arrive after the last tick never does', () => {
    const result = runTicks([START], { 0: [order('buy', 5)] }, { latencyMs: 1 });
    expect(timeline(result.orders[0]!).at(-1)).toBe('0 expired data_ended');
  });
});

describe('order types', () => {
  it('a limit takes what it may and rests with the rest, behind nobody', () => {
    const ticks = [quote(0, 99, 5, 101, 6), quote(1, 99, 5, 102, 6), trade(2, 101, 3, 'sell')];
    expect(fillsOf(runTicks(ticks, { 0: [order('buy', 10, { limit: 101 })] }))).toEqual([
      '0 buy 6 @ 101 taker',
      '2 buy 3 @ 101 maker',
    ]);
  });

  it('post-only gives liquidity or nothing', () => {
    const script = { 0: [order('buy', 5, { limit: 101, postOnly: true })] };
    expect(lives([START, START], script)).toEqual([
      ['0 submitted signal', '0 accepted resting', '0 rejected would_take_liquidity'],
    ]);
    expect(
      lives([START, trade(1, 99, 200, 'sell')], { 0: [order('buy', 5, { limit: 99, postOnly: true })] }),
    ).toEqual([['0 submitted signal', '0 accepted resting', '1 filled filled_at_limit']]);
  });

  it('immediate orders take what is shown and end', () => {
    const thin = [quote(0, 99, 5, 101, 6), START];
    expect(lives(thin, { 0: [order('buy', 10, { timeInForce: 'ioc' })] })[0]!.slice(2)).toEqual([
      '0 partially_filled filled_at_market',
      '0 expired not_filled_at_once',
    ]);
    expect(lives(thin, { 0: [order('buy', 10, { timeInForce: 'fok' })] })[0]!.slice(2)).toEqual([
      '0 expired liquidity_exhausted',
    ]);
    expect(lives(thin, { 0: [order('buy', 5, { limit: 100, timeInForce: 'ioc' })] })[0]!.slice(2)).toEqual([
      '0 expired not_filled_at_once',
    ]);
    expect(fillsOf(runTicks(thin, { 0: [order('buy', 6, { timeInForce: 'fok' })] }))).toEqual([
      '0 buy 6 @ 101 taker',
    ]);
  });

  it('day orders end with the UTC day, dated ones at their date', () => {
    const ticks = [
      START,
      quote(DAY_MS - 1, 99, 1, 101, 1),
      quote(DAY_MS, 99, 1, 101, 1),
      quote(DAY_MS + 9, 99, 1, 101, 1),
    ];
    const day = { 0: [order('buy', 5, { limit: 90, timeInForce: 'day' })] };
    expect(lives(ticks, day)[0]!.at(-1)).toBe('2 expired session_ended');
    const dated = { 0: [order('buy', 5, { limit: 90, timeInForce: 'gtd', expires: DAY_MS + 5 })] };
    expect(lives(ticks, dated)[0]!.at(-1)).toBe('3 expired date_passed');
    const late = { 0: [order('buy', 5, { limit: 90, timeInForce: 'gtd', expires: 5 })] };
    expect(lives(ticks, late, { latencyMs: 6 })[0]!.at(-1)).toBe('0 expired date_passed');
  });

  const fall: Tick[] = [
    trade(0, 100, 1),
    START,
    quote(1, 96, 100, 98, 100),
    trade(2, 96, 1, 'sell'),
    quote(3, 95, 100, 97, 100),
  ];

  it.each([
    ['trade', 3],
    ['quote', 2],
  ] as const)('stops are triggered by the %s, and take the bid', (triggerOn, bar) => {
    const result = runTicks(fall, { 1: [order('sell', 5, { trigger: 97 })] }, { triggerOn });
    expect(result.fills[0]).toMatchObject({ bar, price: 96, reason: 'filled_at_stop', liquidity: 'taker' });
  });

  it('a triggered stop stays a market order', () => {
    const ticks = [START, quote(1, 96, 2, 101, 100), quote(2, 99, 2, 101, 100)];
    const result = runTicks(ticks, { 0: [order('sell', 4, { trigger: 97 })] }, { triggerOn: 'quote' });
    expect(fillsOf(result)).toEqual(['1 sell 2 @ 96 taker', '2 sell 2 @ 99 taker']);
  });

  it('a stop limit is a limit once triggered', () => {
    const ticks = [...fall, quote(4, 95, 100, 98, 10), trade(5, 98, 14, 'buy')];
    const taking = runTicks(ticks, { 1: [order('sell', 5, { trigger: 97, limit: 95.5 })] });
    expect(timeline(taking.orders[0]!).slice(2)).toEqual([
      '3 accepted triggered',
      '3 filled filled_at_limit',
    ]);
    expect(fillsOf(taking)).toEqual(['3 sell 5 @ 96 taker']);
    const resting = runTicks(ticks, { 1: [order('sell', 5, { trigger: 97, limit: 98 })] });
    expect(fillsOf(resting)).toEqual(['6 sell 4 @ 98 maker']);
  });

  it('touch orders are triggered in favour of their side', () => {
    const result = runTicks(fall, { 1: [order('buy', 5, { touch: 96 })] });
    expect(result.fills[0]).toMatchObject({ bar: 3, price: 98, reason: 'filled_at_touch' });
  });

  it('a trailing stop follows the trades', () => {
    const ticks = [100, 103, 106, 104, 103, 101].map((price, i) => trade(i, price, 10));
    const script = {
      0: [order('buy', 5)],
      1: [{ kind: 'exit', trail: { kind: 'amount', distance: 3 } } as const],
    };
    const result = runTicks(ticks, script);
    expect(result.fills[1]).toMatchObject({ bar: 4, price: 103, reason: 'filled_at_trail' });
    expect(result.orders[1]!.price).toBe(103);
  });

  it('auctions do not exist', () => {
    expect(lives([START], { 0: [order('buy', 5, { auction: 'close' })] })[0]!.at(-1)).toBe(
      '0 rejected no_auction',
    );
  });
});

describe('contingencies', () => {
  it('a bracket lives at the exchange from the fill on, and its orders cancel each other', () => {
    const ticks = [START, trade(1, 103, 2, 'buy'), trade(2, 104, 9, 'buy'), trade(3, 90, 9, 'sell')];
    const result = runTicks(ticks, { 0: [enter(5, { stop: 95, target: 103 })] }, { latencyMs: 0 });
    expect(result.orders.map(timeline).map((life) => life.at(-1))).toEqual([
      '0 filled filled_at_market',
      '2 canceled sibling_filled',
      '2 filled filled_at_target',
    ]);
    expect(fillsOf(result).slice(1)).toEqual(['2 sell 5 @ 103 maker']);
    expect(result.trades).toHaveLength(1);
    expect(result.trades[0]).toMatchObject({ quantity: 5, entryPrice: 101, exitPrice: 103, exitBar: 2 });
  });

  it('orders of one group cancel each other', () => {
    const script = {
      0: [order('buy', 5, { limit: 99, group: 'g' }), order('sell', 5, { limit: 101, group: 'g' })],
    };
    expect(lives([START, trade(1, 98, 50, 'sell')], script).map((life) => life.at(-1))).toEqual([
      '1 filled filled_at_limit',
      '1 canceled sibling_filled',
    ]);
  });

  it('excursions are measured over the ticks held', () => {
    const ticks = [START, quote(1, 90, 9, 92, 9), quote(2, 120, 9, 122, 9), quote(3, 110, 9, 112, 9)];
    const { trades } = runTicks(ticks, { 0: [order('buy', 5)], 3: [{ kind: 'exit' }] });
    expect(trades[0]).toMatchObject({ entryPrice: 101, exitPrice: 110, entryBar: 0, exitBar: 3 });
    expect([trades[0]!.mae, trades[0]!.mfe]).toMatchColumn([90 / 101 - 1, 122 / 101 - 1], { rtol: 1e-12 });
  });
});

describe('costs and margin', () => {
  it('makers and takers pay their own fee', () => {
    const ticks = [START, trade(1, 98, 50, 'sell')];
    const script = { 0: [order('buy', 10, { limit: 99 }), order('sell', 10, { reduceOnly: false })] };
    const { fills } = runTicks(ticks, script, { feePercent: 0.1, feeMakerPercent: -0.02 });
    const byLiquidity = Object.fromEntries(fills.map(({ liquidity, fee }) => [liquidity, fee]));
    expect(byLiquidity['taker']).toBeCloseTo(0.99, 9);
    expect(byLiquidity['maker']).toBeCloseTo(-0.198, 9);
  });

  it('a position that reaches its maintenance margin is left at the bid', () => {
    const settings = { leverage: 10, maintenancePercent: 5, capital: 1000 };
    const ticks = [START, quote(1, 94, 100, 96, 100), quote(2, 92, 50, 94, 100), quote(3, 91, 50, 93, 100)];
    const result = runTicks(ticks, { 0: [order('buy', 80)] }, settings);
    expect(fillsOf(result)).toEqual(['0 buy 80 @ 101 taker', '2 sell 50 @ 92 taker', '3 sell 30 @ 91 taker']);
    expect(result.fills[1]!.reason).toBe('margin_call');
  });

  it('what is held at the end is left at the bid where the settings say so', () => {
    const result = runTicks([START], { 0: [order('buy', 5)] }, { closeAtEnd: 'yes' });
    expect(result.fills[1]).toMatchObject({ price: 99, reason: 'data_ended' });
    expect(result.series.equity.at(-1)).toBe(DEFAULT_SETTINGS.capital - 10);
  });
});
