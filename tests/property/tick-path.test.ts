import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bars } from '../../src/core/bars';
import type { Market } from '../../src/core/market';
import { DEFAULT_SETTINGS, type RunSettings } from '../../src/core/run';
import type { Strategy } from '../../src/core/strategy';
import { ticksOf, type Ticks } from '../../src/core/ticks';
import { simulatePortfolio, type Simulation } from '../../src/engine/simulate';
import { randomWishes, requestOf } from '../support/random-wishes';
import { trade, type Tick } from '../support/ticks';

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
describe('trades along the path of bars', () => {
  it('fill as the policy `path` fills within them', () => {
    let compared = 0;
    const reasons = new Set<string>();
    const inputs = fc.property(wholeBars, randomWishes, fc.boolean(), (bars, list, hedges) => {
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
        fills.map((fill) => ({
          ...fill,
          bar: 0,
          time: 0,
          reason: WORDS.has(fill.reason) ? 'market' : fill.reason,
        }));
      const byBars = run({});
      const byTicks = run({ ticks: pathOf(bars) });
      expect(known(byTicks)).toEqual(known(byBars));
      expect(byTicks.series.equity).toMatchColumn(byBars.series.equity, { rtol: 1e-12 });
      const ended = byTicks.orders.map(({ events }) => events.at(-1)!.reason !== 'data_ended');
      const states = ({ orders }: Simulation) =>
        orders.filter((_, k) => ended[k]).map(({ status, filled }) => [status, filled]);
      expect(states(byTicks)).toEqual(states(byBars));
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
