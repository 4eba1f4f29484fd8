import { expect, it } from 'vitest';
import { barCount, sliceBars, type Bars } from '../core/bars';
import type { MarketUpdate } from '../core/market-data';
import { DEFAULT_SETTINGS } from '../core/run';
import type { Strategy } from '../core/strategy';
import { Engine } from './engine';
import { runSession } from './session';
import { simulate, simulationOf } from './simulate';

const DAY_MS = 86_400_000;
const ROWS = 60;

const bars: Bars = (() => {
  const column = (at: (i: number) => number) => Float64Array.from({ length: ROWS }, (_, i) => at(i));
  const price = (i: number) => 100 + ((i * 37) % 23) - ((i * 11) % 17);
  return {
    time: column((i) => i * DAY_MS),
    open: column(price),
    high: column((i) => price(i) + 5),
    low: column((i) => price(i) - 5),
    close: column((i) => price(i) + ((i * 7) % 9) - 4),
    volume: column(() => 1000),
    extra: {},
  };
})();

const strategy = (): Strategy => ({
  name: 'every fifth bar',
  onBar: ({ close }, i) =>
    i % 5 === 0
      ? [
          {
            kind: 'enter',
            side: i % 2 === 0 ? 'buy' : 'sell',
            sizing: { kind: 'units', units: 10 },
            trigger: i % 2 === 0 ? close + 1 : close - 1,
            trailing: { kind: 'amount', distance: 4 },
          },
        ]
      : [],
});

const SETTINGS = { ...DEFAULT_SETTINGS, intrabar: 'path', feePercent: 0.1 } as const;

it.each([1, 7, ROWS])(
  'paper trading over bars that come %i at a time ends as the backtest does',
  async (step) => {
    let now = 0;
    async function* updates(): AsyncGenerator<MarketUpdate> {
      for (let rows = step; ; rows = Math.min(ROWS, rows + step)) {
        now = bars.time[rows - 1]! + DAY_MS - 1;
        yield { market: 0, bars: sliceBars(bars, 0, rows) };
        if (rows === ROWS) return;
      }
    }
    const engine = new Engine({
      markets: [{ name: '', bars: sliceBars(bars, 0, 0), intervalMs: DAY_MS }],
      strategy: strategy(),
      settings: SETTINGS,
    });
    await runSession(engine, { updates }, { now: () => now });
    expect(engine.markets[0]!.index).toBe(ROWS - 2);
    engine.runUntil(barCount(bars) * DAY_MS);
    engine.end();
    const paper = simulationOf(engine);
    const tested = simulate({ bars, strategy: strategy(), settings: SETTINGS });
    expect(tested.fills.length).toBeGreaterThan(10);
    expect({ ...paper, journal: [...paper.journal] }).toEqual({ ...tested, journal: [...tested.journal] });
  },
);
