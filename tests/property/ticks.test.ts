import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_BARS, type Bars } from '../../src/core/bars';
import type { Market } from '../../src/core/market';
import type { OrderRecord, OrderRequest } from '../../src/core/order';
import { DEFAULT_SETTINGS, type RunSettings } from '../../src/core/run';
import type { Strategy } from '../../src/core/strategy';
import { sliceTicks, tickCount, ticksOf, type Ticks } from '../../src/core/ticks';
import { Engine } from '../../src/engine/engine';
import { simulatePortfolio, simulationOf, type Simulation } from '../../src/engine/simulate';
import { quote, trade, type Tick } from '../support/ticks';

const CENT = 0.01;
const BAR_MS = 3_600_000;
const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/** Bars of whole prices that open where the last one closed. */
const wholeBars: fc.Arbitrary<Bars> = fc
  .array(fc.record({ change: whole(-6, 6), up: whole(0, 5), down: whole(0, 5) }), {
    minLength: 8,
    maxLength: 40,
    size: 'max',
  })
  .map((moves) => {
    const column = () => new Float64Array(moves.length);
    const bars = {
      time: column(),
      open: column(),
      high: column(),
      low: column(),
      close: column(),
      volume: column(),
    };
    let last = 100;
    moves.forEach(({ change, up, down }, i) => {
      const close = Math.max(20, last + change);
      bars.time[i] = i * BAR_MS;
      bars.open[i] = last;
      bars.close[i] = close;
      bars.high[i] = Math.max(last, close) + up;
      bars.low[i] = Math.min(last, close) - down;
      bars.volume[i] = 1;
      last = close;
    });
    return { ...bars, extra: {} };
  });

/** The path through each bar as trades without bound, one whole price after the other. */
function pathOf({ time, open, high, low, close }: Bars): Ticks {
  const ticks: Tick[] = [];
  for (let i = 0; i < time.length; i++) {
    const [from, top, bottom] = [open[i]!, high[i]!, low[i]!];
    const turns = from - bottom < top - from ? [bottom, top] : [top, bottom];
    let price = from;
    let at = time[i]!;
    ticks.push(trade(at, price, Infinity));
    for (const to of [...turns, close[i]!]) {
      while (price !== to) {
        price += Math.sign(to - price);
        at += 1;
        ticks.push(trade(at, price, Infinity));
      }
    }
  }
  return ticksOf(ticks);
}

interface Wish {
  readonly act: 'none' | 'enter' | 'exit' | 'order' | 'cancel';
  readonly side: 'buy' | 'sell';
  readonly how: 'market' | 'limit' | 'trigger' | 'touch' | 'both' | 'trail';
  readonly away: number;
  readonly more: number;
  readonly stop: number;
  readonly target: number;
  readonly trailing: number;
  readonly units: number;
  readonly tag: string;
  readonly group: string;
  readonly timeInForce: 'gtc' | 'day' | 'ioc' | 'fok';
}

const wish: fc.Arbitrary<Wish> = fc.record({
  act: fc.constantFrom('none', 'enter', 'enter', 'exit', 'order', 'order', 'cancel'),
  side: fc.constantFrom('buy', 'sell'),
  how: fc.constantFrom('market', 'limit', 'limit', 'trigger', 'touch', 'both', 'trail'),
  away: whole(-2, 6),
  more: whole(-2, 3),
  stop: fc.option(whole(1, 6), { nil: NaN }),
  target: fc.option(whole(1, 6), { nil: NaN }),
  trailing: fc.option(whole(1, 6), { nil: NaN }),
  units: whole(1, 20),
  tag: fc.constantFrom('', 'a', 'b'),
  group: fc.constantFrom('', '', 'g'),
  timeInForce: fc.constantFrom('gtc', 'gtc', 'gtc', 'day', 'ioc', 'fok'),
});

/** What a wish asks for at a price. */
function requestOf(wanted: Wish, price: number): readonly OrderRequest[] {
  const { act, how, side, away, tag } = wanted;
  if (act === 'none' || !(price > 0)) return [];
  if (act === 'cancel') return [{ kind: 'cancel', tag }];
  const sign = side === 'buy' ? 1 : -1;
  const waits = how !== 'market' && how !== 'limit';
  const terms = {
    tag,
    group: wanted.group,
    timeInForce: waits && wanted.timeInForce !== 'day' ? ('gtc' as const) : wanted.timeInForce,
    ...(how === 'limit' ? { limit: price - sign * away } : {}),
    ...(how === 'trigger' || how === 'both' ? { trigger: price + sign * away } : {}),
    ...(how === 'both' ? { limit: price + sign * (away + wanted.more) } : {}),
    ...(how === 'touch' ? { touch: price - sign * away } : {}),
    ...(how === 'trail' ? { trail: { kind: 'amount', distance: Math.abs(away) + 1 } as const } : {}),
  };
  if (act === 'order') return [{ kind: 'order', side, units: wanted.units, ...terms }];
  if (act === 'exit') return [{ kind: 'exit', ...terms }];
  const reckoned = terms.limit ?? terms.trigger ?? terms.touch ?? price;
  return [
    {
      kind: 'enter',
      side,
      sizing: { kind: 'units', units: wanted.units },
      stop: reckoned - sign * wanted.stop,
      target: reckoned + sign * wanted.target,
      ...(Number.isNaN(wanted.trailing)
        ? {}
        : { trailing: { kind: 'amount', distance: wanted.trailing } as const }),
      ...terms,
    },
  ];
}

const wishes = fc.array(fc.array(wish, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 25 });

describe('trades along the path of bars', () => {
  it('fill as the policy `path` fills within them', () => {
    let compared = 0;
    const reasons = new Set<string>();
    const inputs = fc.property(wholeBars, wishes, fc.boolean(), (bars, list, hedges) => {
      const strategy: Strategy = {
        name: 'wishes',
        onBar: ({ close }, i) => list[i % list.length]!.flatMap((each) => requestOf(each, close)),
      };
      const settings: RunSettings = {
        ...DEFAULT_SETTINGS,
        intrabar: 'path',
        capital: 1e6,
        feePercent: 0.1,
        feeMakerPercent: 0.02,
        slippageBps: 5,
        pyramiding: 4,
        oppositeEntry: 'reverse',
        accounting: hedges ? 'hedging' : 'netting',
      };
      const run = (market: Partial<Market>): Simulation =>
        simulatePortfolio({
          markets: [{ name: 'A', bars, intervalMs: BAR_MS, ...market }],
          strategy,
          settings,
        });
      const known = ({ fills }: Simulation) =>
        fills.map(({ bar: _, time: __, reason, ...rest }) => ({ ...rest, isMarket: WORDS.has(reason) }));
      const byBars = run({});
      const byTicks = run({ ticks: pathOf(bars) });
      expect(known(byTicks)).toEqual(known(byBars));
      expect(byTicks.series.equity).toMatchColumn(byBars.series.equity, { rtol: 1e-12 });
      byTicks.orders.forEach(({ status, filled, events }, k) => {
        if (events.at(-1)!.reason === 'data_ended') return;
        expect([status, filled]).toEqual([byBars.orders[k]!.status, byBars.orders[k]!.filled]);
      });
      compared += byTicks.fills.length;
      for (const { reason } of byTicks.fills) reasons.add(reason);
    });
    fc.assert(inputs, { seed: 3, numRuns: 250 });
    expect(compared).toBeGreaterThan(3000);
    expect([...reasons].sort()).toEqual([
      'filled_at_limit',
      'filled_at_market',
      'filled_at_stop',
      'filled_at_target',
      'filled_at_touch',
      'filled_at_trail',
    ]);
  }, 60_000);
});

/** Fills whose words differ: an open is a gap for stops there, and the next trade for market orders here. */
const WORDS: ReadonlySet<string> = new Set([
  'filled_at_open',
  'filled_at_market',
  'filled_at_gap_open',
  'filled_at_stop',
  'filled_at_trail',
]);

interface Step {
  readonly wait: number;
  readonly lag: number;
  readonly move: number;
  readonly isTrade: boolean;
  readonly offset: number;
  readonly size: number;
  readonly other: number;
  readonly side: 'buy' | 'sell' | null;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    wait: whole(0, 4),
    lag: whole(0, 6),
    move: fc.constantFrom(-1, 0, 0, 0, 1),
    isTrade: fc.boolean(),
    offset: whole(-1, 2),
    size: whole(0, 30),
    other: whole(0, 30),
    side: fc.constantFrom('buy', 'sell', null),
  }),
  { minLength: 20, maxLength: 120, size: 'max' },
);

/** Quotes one or two apart around a price that walks, and trades at and around them. */
const randomTicks: fc.Arbitrary<readonly Tick[]> = steps.map((list) => {
  let time = 0;
  let bid = 100;
  return list.map(({ wait, lag, move, isTrade, offset, size, other, side }) => {
    time += wait;
    if (!isTrade) bid += move;
    const tick: Tick = isTrade
      ? trade(time, bid + offset, size, side)
      : quote(time, bid, size, bid + 1 + (other % 2), other);
    return { ...tick, receivedTime: time + lag };
  });
});

const randomSettings: fc.Arbitrary<RunSettings> = fc
  .record({
    latencyMs: fc.constantFrom(0, 1, 3, 10),
    queueModel: fc.constantFrom('back' as const, 'proportional' as const, 'front' as const),
    triggerOn: fc.constantFrom('trade' as const, 'quote' as const),
    feePercent: fc.constantFrom(0, 0.05),
    feeMakerPercent: fc.constantFrom(NaN, -0.01),
    capital: fc.constantFrom(3000, 1e6),
    leverage: fc.constantFrom(1, 3),
    maintenancePercent: fc.constantFrom(0, 20),
    markEveryMs: fc.constantFrom(5, 50),
  })
  .map((settings) => ({ ...DEFAULT_SETTINGS, pyramiding: 5, oppositeEntry: 'reverse', ...settings }));

function byTick(list: readonly (readonly Wish[])[]): Strategy {
  let told = 0;
  return {
    name: 'wishes',
    onBar: () => [],
    onTick: (tick) => {
      const price = tick.kind === 'trade' ? tick.price : tick.bid;
      const asked = list[told++ % list.length]!.flatMap((each) => requestOf(each, price));
      return asked;
    },
    save: () => told,
    restore: (saved) => {
      told = Number(saved);
    },
  };
}

const marketOf = (ticks: Ticks): Market => ({ name: 'A', bars: NO_BARS, ticks });

const holds = (
  check: (run: Simulation, ticks: Ticks, settings: RunSettings, list: readonly (readonly Wish[])[]) => void,
  numRuns = 150,
): void => {
  const inputs = fc.property(randomTicks, wishes, randomSettings, (list, asked, settings) => {
    const ticks = ticksOf(list);
    const run = simulatePortfolio({ markets: [marketOf(ticks)], strategy: byTick(asked), settings });
    check(run, ticks, settings, asked);
  });
  fc.assert(inputs, { seed: 5, numRuns });
};

/** Best prices and their sizes at each row. */
function quotesOf(ticks: Ticks): { bid: number; bidSize: number; ask: number; askSize: number }[] {
  let last = { bid: NaN, bidSize: 0, ask: NaN, askSize: 0 };
  return [...ticks.kind].map((kind, i) => {
    if (kind === 0) {
      last = {
        bid: ticks.bid[i]!,
        bidSize: ticks.bidSize[i]!,
        ask: ticks.ask[i]!,
        askSize: ticks.askSize[i]!,
      };
    }
    return last;
  });
}

/**
 * Units that a trade, or one price of one side while it stands, ever offered: what was shown first and what came on top.
 * `quotes` has the rows since which bid and ask stand, at each row.
 */
function offeredBy(ticks: Ticks): { units: Map<string, number>; quotes: readonly (readonly number[])[] } {
  const units = new Map<string, number>();
  const sides = { bid: { price: NaN, size: 0, since: 0 }, ask: { price: NaN, size: 0, since: 0 } };
  const quotes: number[][] = [];
  let hasQuotes = false;
  for (let row = 0; row < tickCount(ticks); row++) {
    const isQuote = ticks.kind[row] === 0;
    hasQuotes ||= isQuote;
    if (!isQuote) units.set(`trade ${row}`, ticks.bidSize[row]!);
    for (const name of ['bid', 'ask'] as const) {
      const side = sides[name];
      const price = ticks[name][row]!;
      if (!isQuote) {
        if (name === 'bid' ? price <= side.price : price >= side.price) side.size = 0;
        continue;
      }
      if (price !== side.price) Object.assign(side, { price, size: 0, since: row });
      const key = `${name === 'ask' ? 'buy' : 'sell'} ${side.since}`;
      const size = ticks[`${name}Size`][row]!;
      units.set(key, (units.get(key) ?? 0) + Math.max(0, size - side.size));
      side.size = size;
    }
    quotes.push(hasQuotes ? [sides.bid.since, sides.ask.since] : []);
  }
  return { units, quotes };
}

const limitOf = ({ price, limit }: OrderRecord): number => (Number.isNaN(limit) ? price : limit);

describe('random trades and quotes', { timeout: 60_000 }, () => {
  it('make fills of every kind and refusals', () => {
    const met = new Set<string>();
    let fills = 0;
    holds((run) => {
      fills += run.fills.length;
      for (const order of run.orders) for (const event of order.events) met.add(event.reason);
    });
    expect(fills).toBeGreaterThan(2000);
    expect([...met].sort()).toMatchSnapshot();
  });

  it('keep the books: cash, position and equity follow from the fills', () => {
    holds((run, ticks, { capital }) => {
      let cash = capital;
      let size = 0;
      for (const { side, quantity, price, fee } of run.fills) {
        const sign = side === 'buy' ? 1 : -1;
        cash -= sign * quantity * price + fee;
        size += sign * quantity;
      }
      const engineCash = [...run.journal]
        .filter(({ account }) => account === 'cash')
        .reduce((sum, { amount }) => sum + amount, 0);
      expect(Math.abs(engineCash - cash)).toBeLessThan(CENT);
      const byEntry = new Map<number, number>();
      for (const { entry, amount } of run.journal) byEntry.set(entry, (byEntry.get(entry) ?? 0) + amount);
      for (const sum of byEntry.values()) expect(Math.abs(sum)).toBeLessThan(CENT);
      const open = run.trades.filter(({ exitTime }) => Number.isNaN(exitTime));
      const held = open.reduce(
        (sum, { side, quantity }) => sum + (side === 'long' ? quantity : -quantity),
        0,
      );
      expect(held).toBe(size);
      const earned = run.trades.reduce((sum, { pnl }) => sum + pnl, 0);
      if (run.series.equity.length > 0) {
        expect(Math.abs(capital + earned - run.series.equity.at(-1)!)).toBeLessThan(CENT);
      }
      expect(tickCount(ticks)).toBeGreaterThan(0);
    });
  });

  it('fill only at prices that were shown, and makers at their limit when the market came to it', () => {
    holds((run, ticks) => {
      const quotes = quotesOf(ticks);
      const byId = new Map(run.orders.map((order) => [order.id, order]));
      for (const { order: id, bar, side, price, liquidity, quantity } of run.fills) {
        const order = byId.get(id)!;
        const { bid, ask } = quotes[bar]!;
        const isBuy = side === 'buy';
        const traded = ticks.kind[bar] === 0 ? NaN : ticks.bid[bar]!;
        expect(quantity).toBeGreaterThan(0);
        if (liquidity === 'taker') {
          const shown = Number.isNaN(isBuy ? ask : bid) ? traded : isBuy ? ask : bid;
          expect(price).toBe(shown);
          continue;
        }
        expect(price).toBe(limitOf(order));
        const reached = isBuy ? traded <= price || ask <= price : traded >= price || bid >= price;
        expect(reached).toBe(true);
      }
    });
  });

  it('never use a unit twice: neither of a trade nor of a quote, for as long as its price stands', () => {
    holds((run, ticks) => {
      const offered = offeredBy(ticks);
      const used = new Map<string, number>();
      for (const { bar, side, quantity, liquidity } of run.fills) {
        const isTrade = ticks.kind[bar] !== 0 && (liquidity === 'maker' || offered.quotes[bar]!.length === 0);
        const [sinceBid, sinceAsk] = offered.quotes[bar]!;
        const since = side === 'buy' ? sinceAsk : sinceBid;
        const source = isTrade ? `trade ${bar}` : `${side} ${since}`;
        used.set(source, (used.get(source) ?? 0) + quantity);
      }
      for (const [source, quantity] of used) {
        expect(quantity).toBeLessThanOrEqual(offered.units.get(source) ?? 0);
      }
    });
  });

  it('give every order an end and a timeline in order of time', () => {
    const ends = new Set(['filled', 'canceled', 'rejected', 'expired']);
    holds(({ orders, fills }) => {
      for (const { events, status } of orders) {
        expect(ends.has(status)).toBe(true);
        for (let k = 1; k < events.length; k++) {
          expect(events[k]!.time).toBeGreaterThanOrEqual(events[k - 1]!.time);
        }
      }
      for (let k = 1; k < fills.length; k++) {
        expect(fills[k]!.time).toBeGreaterThanOrEqual(fills[k - 1]!.time);
      }
    });
  });

  it('are never looked ahead of: a run over the first of them makes the first of the fills', () => {
    let compared = 0;
    holds((run, ticks, settings, asked) => {
      const rows = tickCount(ticks) >> 1;
      const part = simulatePortfolio({
        markets: [marketOf(sliceTicks(ticks, 0, rows))],
        strategy: byTick(asked),
        settings,
      });
      const until = ticks.eventTime[rows - 1]!;
      const isBefore = ({ bar, time }: { bar: number; time: number }): boolean => bar < rows && time <= until;
      const first = run.fills.filter(isBefore);
      expect(part.fills.filter(isBefore)).toEqual(first);
      compared += first.length;
    });
    expect(compared).toBeGreaterThan(500);
  });

  it('can be left and taken up again at any instant, to the bit', () => {
    holds((run, ticks, settings, asked) => {
      const setup = () => ({ markets: [marketOf(ticks)], strategy: byTick(asked), settings });
      const first = new Engine(setup());
      first.runUntil(ticks.eventTime[tickCount(ticks) >> 1]!);
      const saved = structuredClone(first.save());
      const second = new Engine(setup());
      second.restore(saved);
      second.runUntil(Infinity);
      second.end();
      const resumed = simulationOf(second);
      expect(resumed.fills).toEqual(run.fills);
      expect(resumed.events).toEqual(run.events);
      expect(resumed.series).toEqual(run.series);
    }, 60);
  });

  it('may come a few at a time', () => {
    holds((run, ticks, settings, asked) => {
      const engine = new Engine({
        markets: [marketOf(sliceTicks(ticks, 0, 0))],
        strategy: byTick(asked),
        settings,
      });
      for (let rows = 5; ; rows = Math.min(rows + 5, tickCount(ticks))) {
        engine.extendTicks(0, sliceTicks(ticks, 0, rows));
        engine.runUntil(ticks.eventTime[rows - 1]! - 1);
        if (rows === tickCount(ticks)) break;
      }
      engine.runUntil(Infinity);
      engine.end();
      expect(simulationOf(engine).fills).toEqual(run.fills);
    }, 60);
  });
});

describe('a maker of markets on both sides', () => {
  it('keeps its position within bounds, its books balanced, and earns the spread', () => {
    const ticks: Tick[] = [];
    for (let i = 0; i < 3000; i++) {
      const bid = 100 + (Math.floor(i / 40) % 3);
      ticks.push(quote(4 * i, bid, 20, bid + 1, 20));
      const isBought = (i * 7) % 2 === 0;
      ticks.push(trade(4 * i + 2, isBought ? bid + 1 : bid, 25, isBought ? 'buy' : 'sell'));
    }
    let bid = NaN;
    let largest = 0;
    const strategy: Strategy = {
      name: 'maker',
      onBar: () => [],
      onTick(tick, { positionSize }) {
        largest = Math.max(largest, Math.abs(positionSize));
        if (tick.kind !== 'quote') return [];
        const requests: OrderRequest[] = tick.bid === bid ? [] : [{ kind: 'cancel' }];
        bid = tick.bid;
        const ask = (side: 'buy' | 'sell', limit: number): OrderRequest => ({
          kind: 'order',
          side,
          units: 5,
          limit,
          tag: side,
          postOnly: true,
        });
        if (positionSize < 10) requests.push(ask('buy', tick.bid));
        if (positionSize > -10) requests.push(ask('sell', tick.ask));
        return requests;
      },
    };
    const settings = {
      ...DEFAULT_SETTINGS,
      capital: 1e5,
      leverage: 2,
      latencyMs: 1,
      queueModel: 'front',
    } as const;
    const run = simulatePortfolio({ markets: [marketOf(ticksOf(ticks))], strategy, settings });
    expect(run.fills.length).toBeGreaterThan(200);
    expect(run.fills.every(({ liquidity }) => liquidity === 'maker')).toBe(true);
    expect(largest).toBeLessThanOrEqual(20);
    const sum = (side: 'buy' | 'sell') =>
      run.fills.filter((fill) => fill.side === side).reduce((units, { quantity }) => units + quantity, 0);
    expect(Math.abs(sum('buy') - sum('sell'))).toBeLessThanOrEqual(20);
    const earned = run.trades.reduce((total, { pnl }) => total + pnl, 0);
    expect(run.series.equity.at(-1)! - 1e5).toBeCloseTo(earned, 6);
    expect(earned).toBeGreaterThan(0);
  });
});
