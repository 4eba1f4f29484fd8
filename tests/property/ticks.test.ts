import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_BARS } from '../../src/core/bars';
import type { Market } from '../../src/core/market';
import type { Fill, OrderRecord, OrderRequest } from '../../src/core/order';
import { DEFAULT_SETTINGS, type RunSettings } from '../../src/core/run';
import type { Strategy } from '../../src/core/strategy';
import { sliceTicks, tickCount, ticksOf, type Ticks } from '../../src/core/ticks';
import { Engine } from '../../src/engine/engine';
import { simulatePortfolio, simulationOf, type Simulation } from '../../src/engine/simulate';
import { randomTicks, randomTickSettings } from '../support/random-ticks';
import { randomWishes, requestOf, type Wish } from '../support/random-wishes';
import { offeredBy, quotesOf } from '../support/tick-offers';
import { quote, trade, type Tick } from '../support/ticks';

const CENT = 0.01;

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
  const inputs = fc.property(randomTicks, randomWishes, randomTickSettings, (list, asked, settings) => {
    const ticks = ticksOf(list);
    const run = simulatePortfolio({ markets: [marketOf(ticks)], strategy: byTick(asked), settings });
    check(run, ticks, settings, asked);
  });
  fc.assert(inputs, { seed: 5, numRuns });
};
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
    holds((run, _, { capital }) => {
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
      expect(Math.abs(capital + earned - (run.series.equity.at(-1) ?? NaN))).toBeLessThan(CENT);
    });
  });

  it('fill only at prices that were shown, and makers at their limit when the market came to it', () => {
    holds((run, ticks) => {
      const quotes = quotesOf(ticks);
      const byId = new Map(run.orders.map((order) => [order.id, order]));
      const isShown = ({ order: id, bar, side, price, liquidity }: Fill): boolean => {
        const isBuy = side === 'buy';
        const { bid, ask } = quotes[bar]!;
        const traded = ticks.kind[bar] === 0 ? NaN : ticks.bid[bar]!;
        if (liquidity === 'taker') {
          const shown = isBuy ? ask : bid;
          return price === (Number.isNaN(shown) ? traded : shown);
        }
        const reached = isBuy ? traded <= price || ask <= price : traded >= price || bid >= price;
        return reached && price === limitOf(byId.get(id)!);
      };
      expect(run.fills.filter((fill) => !isShown(fill) || !(fill.quantity > 0))).toEqual([]);
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
