import fc from 'fast-check';
import { expect, it } from 'vitest';
import { barCount, sliceBars, type Bars } from '../../src/core/bars';
import { foldEvents } from '../../src/core/event-fold';
import { SETTING_NAMES, SETTINGS, type RunSettings } from '../../src/core/settings';
import type { Strategy } from '../../src/core/strategy';
import { Engine } from '../../src/engine/engine';
import { simulate, simulationOf, type Simulation } from '../../src/engine/simulate';
import { PATIENT } from '../support/patient';
import { randomBars, randomSettings, randomStrategy } from '../support/random-market';

const CENT = 0.01;
const RUNS = { seed: 7, numRuns: 400 };

/** Every setting that is a choice, at random; data that end are no event, so that a prefix runs like the whole. */
const choices: fc.Arbitrary<Partial<RunSettings>> = fc
  .tuple(
    ...SETTING_NAMES.map((name) => {
      const setting = SETTINGS[name];
      return fc
        .constantFrom<(string | undefined)[]>(...(setting.kind === 'choice' ? setting.choices : [undefined]))
        .map((value) => [name, value] as const);
    }),
  )
  .map((pairs) => ({
    ...Object.fromEntries(pairs.filter(([, value]) => value !== undefined)),
    closeAtEnd: 'no',
  }));

const numbers = fc.record({
  spreadBps: fc.constantFrom(0, 10),
  volumeShare: fc.constantFrom(0, 0.05),
  leverage: fc.constantFrom(1, 3),
  pyramiding: fc.constantFrom(1, 3),
});

interface Asked {
  readonly bars: Bars;
  readonly strategy: Strategy;
  readonly settings: RunSettings;
}

function holds(check: (run: Simulation, asked: Asked, again: (bars: Bars) => Simulation) => void): void {
  const inputs = fc.property(
    randomBars,
    randomStrategy,
    randomSettings,
    choices,
    numbers,
    (bars, strategy, costs, chosen, more) => {
      const settings = { ...costs, ...chosen, ...more };
      const again = (part: Bars): Simulation => simulate({ bars: part, strategy, settings });
      check(again(bars), { bars, strategy, settings }, again);
    },
  );
  fc.assert(inputs, RUNS);
}

it(
  'whatever is chosen, no later bar is read: a prefix of the data gives a prefix of the run',
  PATIENT,
  () => {
    holds((run, { bars }, again) => {
      const half = barCount(bars) >> 1;
      const part = again(sliceBars(bars, 0, half));
      expect(part.fills).toEqual(run.fills.filter(({ bar }) => bar < half));
      expect(part.series.equity).toEqual(run.series.equity.slice(0, half));
    });
  },
);

it('whatever is chosen, equity is what the fills and the marks make of the capital', PATIENT, () => {
  let fills = 0;
  holds((run, { bars }) => {
    fills += run.fills.length;
    let cash = run.settings.capital;
    let units = 0;
    let mark = 0;
    let next = 0;
    for (let i = 0; i < barCount(bars); i++) {
      for (; run.fills[next]?.bar === i; next++) {
        const { side, quantity, price, fee } = run.fills[next]!;
        const sign = side === 'buy' ? 1 : -1;
        cash -= sign * quantity * price + fee;
        units += sign * quantity;
      }
      const close = bars.close[i]!;
      if (close > 0 && close < Infinity) mark = close;
      expect(Math.abs(run.series.equity[i]! - (cash + units * mark))).toBeLessThan(CENT);
    }
  });
  expect(fills).toBeGreaterThan(4000);
});

it(
  'whatever is chosen, no more is closed than is held, and prices lie in the bar but for slippage',
  PATIENT,
  () => {
    holds(({ fills, settings }, { bars: { high, low } }) => {
      const held = { long: 0, short: 0 };
      const slip = (settings.slippageBps + settings.spreadBps) / 10_000;
      for (const { side, effect, quantity, price, bar } of fills) {
        const position = (side === 'buy') === (effect === 'open') ? 'long' : 'short';
        held[position] += effect === 'open' ? quantity : -quantity;
        expect(held[position]).toBeGreaterThan(-settings.lotSize / 2);
        expect(price).toBeLessThanOrEqual(high[bar]! * (1 + slip) * (1 + 1e-12));
        expect(price).toBeGreaterThanOrEqual(low[bar]! * (1 - slip) * (1 - 1e-12));
      }
    });
  },
);

it('whatever is chosen, a snapshot goes on to the bit, and the events are the run', PATIENT, () => {
  holds((whole, { bars, strategy, settings }) => {
    const setup = { markets: [{ name: '', bars }], strategy, settings };
    const first = new Engine(setup);
    first.runUntil(bars.time[barCount(bars) >> 1]!);
    const second = new Engine(setup);
    second.restore(structuredClone(first.save()));
    second.runUntil(Infinity);
    second.end();
    const { fills, orders, series, events } = simulationOf(second);
    expect({ fills, orders, series }).toEqual({
      fills: whole.fills,
      orders: whole.orders,
      series: whole.series,
    });
    const fold = foldEvents(events, [{ multiplier: 1, currency: '' }], '');
    expect(fold.fills).toEqual(fills);
    const seen = (list: readonly { id: number; quantity: number; status: string }[]) =>
      list.map(({ id, quantity, status }) => [id, quantity, status]);
    expect(seen(fold.orders)).toEqual(seen(orders));
  });
});
