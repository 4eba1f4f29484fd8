import { expect, it } from 'vitest';
import { ORDER_REASONS } from '../../src/core/order';
import { drawRun, type RunShape } from '../support/random-run';
import { undrawn } from '../support/random-settings';
import { watch } from '../support/run-promises';

const SEED = 20_261_129;
const EVENTS = 1_000_000;

/** From tame to hostile: the last hold bars without prices, crossed bars, absurd volumes, and numbers that are none. */
const SHAPES: readonly RunShape[] = [
  { rows: 80, markets: 1, settings: 0.1, absurd: 0, requests: 0.6 },
  { rows: 80, markets: 4, settings: 0.2, absurd: 0, requests: 0.6 },
  { rows: 80, markets: 4, settings: 0.3, absurd: 0.1, requests: 1 },
  { rows: 80, markets: 3, settings: 0.7, absurd: 0.3, requests: 1 },
];

/** Reasons that need ticks, or a thousand orders at once. */
const OUT_OF_REACH: ReadonlySet<string> = new Set([
  'filled_at_market',
  'too_many_orders',
  'queued_for_tick',
  'cancel_delayed',
  'no_auction',
]);

it(
  'random orders on random and hostile bars: a million events, and every promise is kept',
  { timeout: 600_000 },
  () => {
    let events = 0;
    let fills = 0;
    let walked = 0;
    const met = new Set<string>();
    for (let seed = SEED; events < EVENTS; seed++) {
      const run = drawRun(seed, SHAPES[seed % SHAPES.length]!);
      const { broken, engine, simulation } = watch(run);
      expect(broken, `seed ${seed}`).toBe('');
      events += engine.events.length;
      fills += simulation.fills.length;
      if (run.markets.some(({ detail }) => detail)) walked += simulation.fills.length;
      for (const order of simulation.orders) for (const event of order.events) met.add(event.reason);
    }
    expect(fills).toBeGreaterThan(50_000);
    expect(walked).toBeGreaterThan(1000);
    expect(ORDER_REASONS.filter((reason) => !met.has(reason) && !OUT_OF_REACH.has(reason))).toEqual([]);
  },
);

it('draws every setting', () => {
  expect(undrawn()).toEqual([]);
});
