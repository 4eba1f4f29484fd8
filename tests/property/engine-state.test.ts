import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barCount, sliceBars, type Bars } from '../../src/core/bars';
import type { RunSettings } from '../../src/core/run';
import type { Strategy } from '../../src/core/strategy';
import { Engine } from '../../src/engine/engine';
import { foldEvents, EventFold } from '../../src/core/event-fold';
import { simulationOf, simulatePortfolio, type Simulation } from '../../src/engine/simulate';
import { randomBars, randomSettings, randomStrategy } from '../support/random-market';

const CENT = 0.01;
const RUNS = { seed: 2, numRuns: 100 };
const MARKET = { multiplier: 1, currency: '' };

interface Run {
  readonly bars: Bars;
  readonly strategy: Strategy;
  readonly settings: RunSettings;
}

const setupOf = ({ bars, strategy, settings }: Run) => ({
  markets: [{ name: '', bars }],
  strategy,
  settings,
});

const everyRun = (check: (run: Run, found: Simulation) => void): void => {
  const runs = fc.record({ bars: randomBars, strategy: randomStrategy, settings: randomSettings });
  fc.assert(
    fc.property(runs, (run) => check(run, simulatePortfolio(setupOf(run)))),
    RUNS,
  );
};

const plain = (found: Simulation): unknown => ({ ...found, journal: [...found.journal] });

describe('a snapshot', () => {
  it('lets another engine go on as the first would have, to the bit, from any instant', () => {
    everyRun((run, whole) => {
      const { time } = run.bars;
      const at = time[Math.floor(time.length / 3)]!;
      const first = new Engine(setupOf(run));
      first.runUntil(at);
      const saved = structuredClone(first.save());
      first.runUntil(Infinity);
      const second = new Engine(setupOf(run));
      second.restore(saved);
      second.runUntil(Infinity);
      second.end();
      expect(plain(simulationOf(second))).toEqual(plain(whole));
    });
  });

  it('goes on over data that have grown', () => {
    everyRun((run, whole) => {
      const half = sliceBars(run.bars, 0, barCount(run.bars) >> 1);
      const early = new Engine(setupOf({ ...run, bars: half }));
      early.runUntil(Infinity);
      early.extend(0, run.bars);
      early.runUntil(Infinity);
      early.end();
      expect(plain(simulationOf(early))).toEqual(plain(whole));
    });
  });

  it('of another engine or of other instruments is refused', () => {
    everyRun((run) => {
      const engine = new Engine(setupOf(run));
      engine.runUntil(Infinity);
      const saved = engine.save();
      const refused = expect.objectContaining({ code: 'snapshot_invalid' });
      const other = new Engine(setupOf(run));
      expect(() => other.restore({ ...saved, version: '0.0.0' })).toThrow(refused);
      const shorter = new Engine(setupOf({ ...run, bars: sliceBars(run.bars, 0, 5) }));
      expect(() => shorter.restore(saved)).toThrow(refused);
    });
  });
});

describe('the events of a run', () => {
  it('are the run: orders, fills and cash fold from them', () => {
    everyRun((_, { events, orders, fills, series }) => {
      const fold = foldEvents(events, [MARKET], '');
      expect(fold.fills).toEqual(fills);
      expect(Math.abs(fold.cash.get('')! - series.cash.at(-1)!)).toBeLessThan(CENT);
      expect(fold.waiting).toEqual([]);
      const seen = fold.orders.map(({ id, status, filled, quantity, events: life }) => ({
        id,
        status,
        filled,
        quantity,
        life: life.map(({ bar, reason }) => [bar, reason]),
      }));
      expect(seen).toEqual(
        orders.map(({ id, status, filled, quantity, events: life }) => ({
          id,
          status,
          filled,
          quantity,
          life: life.map(({ bar, reason }) => [bar, reason]),
        })),
      );
    });
  });

  it('tell what was held and owned at every bar', () => {
    everyRun(({ bars }, { events, series }) => {
      const fold = new EventFold([MARKET], '');
      let mark = 0;
      let next = 0;
      for (let row = 0; row < barCount(bars); row++) {
        for (; next < events.length && events[next]!.bar <= row; next++) fold.apply(events[next]!);
        const close = bars.close[row]!;
        if (close > 0 && close < Infinity) mark = close;
        const equity = fold.cash.get('')! + fold.sizeOf(0) * mark;
        expect(Math.abs(equity - series.equity[row]!)).toBeLessThan(CENT);
      }
    });
  });
});
