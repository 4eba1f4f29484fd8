import { expect, it } from 'vitest';
import { BacktabError } from '../../src/core/errors';
import { drawRun, type RunShape } from '../support/random-run';
import { watch } from '../support/run-promises';

const SEED = 20_261_129;
const EVENTS = 1_000_000;
const SHAPES: readonly RunShape[] = [
  { rows: 60, markets: 1, settings: 0.1, absurd: 0, requests: 1 },
  { rows: 60, markets: 4, settings: 0.3, absurd: 0, requests: 1 },
  { rows: 60, markets: 4, settings: 0.3, absurd: 0.1, requests: 1 },
  { rows: 60, markets: 3, settings: 0.7, absurd: 0.3, requests: 1 },
];

it('random order streams on random and on hostile bars: a million events, and every promise is kept', () => {
  let events = 0;
  const met = new Set<string>();
  for (let seed = SEED; events < EVENTS; seed++) {
    const shape = SHAPES[seed % SHAPES.length]!;
    try {
      const { broken, engine, simulation } = watch(drawRun(seed, shape));
      if (broken !== '') expect.fail(`seed ${seed}: ${broken}`);
      events += engine.events.length;
      for (const order of simulation.orders) for (const event of order.events) met.add(event.reason);
    } catch (error) {
      if (!(error instanceof BacktabError)) throw error;
      expect.fail(`seed ${seed}: ${error.code}`);
    }
  }
  expect([...met].sort()).toEqual([]);
}, 300_000);
