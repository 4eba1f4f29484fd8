import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barCount, sliceBars, type Bars } from '../../src/core/bars';
import { LEDGER_ACCOUNTS, type LedgerAccount } from '../../src/core/event';
import { simulate, type Simulation } from '../../src/engine/simulate';
import { randomBars, randomSettings, randomStrategy } from '../support/random-market';

const CENT = 0.01;
const RUNS = { seed: 1, numRuns: 300 };

const holds = (check: (run: Simulation, bars: Bars, again: (bars: Bars) => Simulation) => void): void => {
  const inputs = fc.property(randomBars, randomStrategy, randomSettings, (bars, strategy, settings) => {
    const again = (part: Bars): Simulation => simulate({ bars: part, strategy, settings });
    check(again(bars), bars, again);
  });
  fc.assert(inputs, RUNS);
};

const isPrice = (value: number): boolean => value > 0 && value < Infinity;

/** Last close that was a price, per bar. */
function marksOf({ close }: Bars): readonly number[] {
  let mark = 0;
  return [...close].map((price) => (isPrice(price) ? (mark = price) : mark));
}

describe('the random markets', () => {
  it('make fills of every kind, refusals and bars without prices', () => {
    const met = new Set<string>();
    let fills = 0;
    holds((run) => {
      fills += run.fills.length;
      for (const order of run.orders) for (const event of order.events) met.add(event.reason);
    });
    expect(fills).toBeGreaterThan(5000);
    expect(met.size).toBe(18);
  });
});

describe('the ledger', () => {
  it('keeps cash + position at mark = equity to the cent, at each bar', () => {
    holds((run, bars) => {
      const marks = marksOf(bars);
      let cash = run.settings.capital;
      let units = 0;
      let next = 0;
      for (let i = 0; i < barCount(bars); i++) {
        for (; run.fills[next]?.bar === i; next++) {
          const { side, quantity, price, fee } = run.fills[next]!;
          const sign = side === 'buy' ? 1 : -1;
          cash -= sign * quantity * price + fee;
          units += sign * quantity;
        }
        expect(Math.abs(run.series.cash[i]! - cash)).toBeLessThan(CENT);
        expect(Math.abs(run.series.equity[i]! - (cash + units * marks[i]!))).toBeLessThan(CENT);
      }
    });
  });

  it('posts events whose legs sum to zero, and explains equity by its accounts', () => {
    holds((run, bars) => {
      const marks = marksOf(bars);
      const balance = Object.fromEntries(LEDGER_ACCOUNTS.map((name) => [name, 0])) as Record<
        LedgerAccount,
        number
      >;
      const journal = [...run.journal];
      let next = 0;
      let fill = 0;
      let units = 0;
      for (let i = 0; i < barCount(bars); i++) {
        let sum = 0;
        for (; next < journal.length && journal[next]!.bar <= i; next++) {
          const { account, amount } = journal[next]!;
          balance[account] += amount;
          sum += amount;
        }
        for (; run.fills[fill]?.bar === i; fill++) {
          units += (run.fills[fill]!.side === 'buy' ? 1 : -1) * run.fills[fill]!.quantity;
        }
        expect(Math.abs(sum)).toBeLessThan(CENT);
        const gain = units * marks[i]! - balance.position;
        const explained = -balance.capital + gain - balance.fees - balance.slippage;
        expect(Math.abs(run.series.equity[i]! - explained)).toBeLessThan(CENT);
      }
    });
  });

  it('never spends more on an entry than the cash there is, and trades whole lots', () => {
    holds(({ fills, settings }) => {
      let cash = settings.capital;
      fills.forEach(({ side, quantity, price, fee }, k) => {
        const value = quantity * price;
        const lots = quantity / settings.lotSize;
        expect(Math.abs(lots - Math.round(lots))).toBeLessThan(1e-6);
        expect(k % 2 === 1 || value + fee <= cash + CENT).toBe(true);
        cash += side === 'buy' ? -value - fee : value - fee;
      });
    });
  });
});

describe('fills', () => {
  it('happen at prices that traded, but for slippage against the order, on tradable bars only', () => {
    holds(({ fills, settings }, { open, high, low, close }) => {
      const slip = settings.slippageBps / 10_000;
      for (const { bar, price, side, slippage, quantity } of fills) {
        expect([open[bar]!, high[bar]!, low[bar]!, close[bar]!].every(isPrice)).toBe(true);
        const reference = side === 'buy' ? price - slippage / quantity : price + slippage / quantity;
        expect(reference).toBeLessThanOrEqual(high[bar]! * (1 + 1e-12));
        expect(reference).toBeGreaterThanOrEqual(low[bar]! * (1 - 1e-12));
        expect(slippage / quantity).toBeLessThanOrEqual(reference * slip * (1 + 1e-9) + 1e-12);
      }
    });
  });

  it('open and close a whole position by turns, one trade a pair', () => {
    holds(({ fills, trades }) => {
      expect(trades).toHaveLength(Math.ceil(fills.length / 2));
      for (let k = 0; k + 1 < fills.length; k += 2) {
        expect(fills[k + 1]!.quantity).toBe(fills[k]!.quantity);
        expect(fills[k + 1]!.side).not.toBe(fills[k]!.side);
        expect(fills[k + 1]!.bar).toBeGreaterThanOrEqual(fills[k]!.bar);
      }
    });
  });

  it('add up: profits of the trades are the change of equity', () => {
    holds(({ trades, series, settings }) => {
      const earned = trades.reduce((sum, trade) => sum + trade.pnl, 0);
      expect(Math.abs(settings.capital + earned - series.equity.at(-1)!)).toBeLessThan(CENT);
    });
  });

  it('stay within the excursions of their trade', () => {
    holds(({ trades }) => {
      for (const { mae, mfe, exitPrice, entryPrice, side } of trades) {
        const isOpen = Number.isNaN(exitPrice);
        const move = isOpen ? 0 : (side === 'long' ? 1 : -1) * (exitPrice / entryPrice - 1);
        expect(mae).toBeLessThanOrEqual(Math.min(0, move) + 1e-12);
        expect(mfe).toBeGreaterThanOrEqual(Math.max(0, move) - 1e-12);
      }
    });
  });
});

describe('a run', () => {
  it('never looks ahead: the run of a prefix is the prefix of the run, bit for bit', () => {
    holds((run, bars, again) => {
      const half = barCount(bars) >> 1;
      const part = again(sliceBars(bars, 0, half));
      for (const name of ['equity', 'cash', 'exposure', 'drawdown'] as const) {
        expect(part.series[name]).toEqual(run.series[name].slice(0, half));
      }
      expect(part.fills).toEqual(run.fills.filter((fill) => fill.bar < half));
    });
  });

  it('gives every order an end and a timeline in order of time', () => {
    const ends = new Set(['filled', 'canceled', 'rejected', 'expired']);
    holds(({ orders }) => {
      orders.forEach((order, k) => {
        expect(ends).toContain(order.status);
        expect(order.events.at(-1)!.status).toBe(order.status);
        expect(order.events[0]!.status).toBe('submitted');
        expect(order.id).toBeGreaterThan(orders[k - 1]?.id ?? 0);
        order.events.forEach((event, j) =>
          expect(event.bar).toBeGreaterThanOrEqual(order.events[j - 1]?.bar ?? 0),
        );
      });
    });
  });

  it('keeps repeated refusals once', () => {
    holds(({ orders, fills }) => {
      const refused = orders.filter((order) => order.status === 'rejected');
      // two sides, no tag, one reason text: five codes between two fills at most, plus those for exits
      expect(refused.length).toBeLessThanOrEqual((fills.length + 1) * 12);
    });
  });
});
