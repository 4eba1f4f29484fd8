import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Bars } from '../../src/core/bars';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import { createCpuBackend } from '../../src/compute/cpu/backend';
import { UNWATCHED } from '../../src/core/job';
import { exactRunner, type CellSetup } from '../../src/research/cell-run';
import { TRIAL_FIGURES } from '../../src/research/sweep/trial-table';
import { laneScreen } from '../../src/research/lane-screen';
import { compile } from '../../src/script/compile';
import { ColumnStore } from '../../src/script/evaluate';
import type { Plan } from '../../src/script/plan';
import { drawBars } from '../support/random-bars';
import { ALIASES, randomProgram } from '../support/random-program';
import { RandomSource } from '../support/random-source';
import { scriptOf } from '../support/script-program';

const DAY = 86_400_000;
const PROGRAMS = 1_000;
const ROWS = 120;
const instrument = { name: 'A', currency: 'USD', zone: 'UTC', barsPerYear: 252 };

const walk = (seed: number): Bars =>
  drawBars(new RandomSource(seed), { rows: ROWS, tick: 0, damage: 0.02, hasActions: false, gap: 0.02 });
const OWN = walk(1);
const references = Object.fromEntries(
  ALIASES.map((name, k) => [name, { bars: walk(k + 2), intervalMs: DAY }]),
);

/** The defaults, and values near them. */
function cellsOf(plan: Plan, random: RandomSource): readonly (readonly number[])[] {
  const values = (): number[] =>
    plan.params.map(({ kind, default: value }) =>
      kind === 'boolean' ? random.whole(0, 1) : value + random.whole(0, 9),
    );
  return [plan.params.map((param) => param.default), values(), values()];
}

it('generated programs come out of generated WASM and of its twin as out of the engine, to the bit', async () => {
  const bytes = await readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url));
  const backends = [createCpuBackend(), await createWasmBackend(await WebAssembly.compile(bytes))];
  const columns = new ColumnStore(OWN, { intervalMs: DAY, references });
  const reasons = new Set<string>();
  let [taken, beyond, trades] = [0, 0, 0];
  for (let seed = 1; taken < PROGRAMS; seed++) {
    const source = scriptOf(randomProgram(seed, { lines: 5, depth: 2 }));
    const plan = compile(source).plan!;
    const names = plan.params.map(({ name }) => name);
    const setup: CellSetup = { plan, names, parameters: {}, bars: OWN, instrument };
    const [twin, wasm] = backends.map((backend) => laneScreen(setup, backend, columns));
    if (typeof twin === 'string' || typeof wasm === 'string') {
      reasons.add(`${String(twin)}${twin === wasm ? '' : ' by the twin alone'}`);
      continue;
    }
    taken += 1;
    const cells = cellsOf(plan, new RandomSource(seed));
    const rows = await wasm!(cells, UNWATCHED);
    expect(await twin!(cells, UNWATCHED), `seed ${seed}\n${source}`).toEqual(rows);
    const exact = await exactRunner(setup, columns)(cells);
    exact.forEach(({ metrics, profile }, k) => {
      if (rows.beyond[k] === 1) {
        beyond += 1;
        return;
      }
      const found = Object.fromEntries(
        Object.entries(rows.metrics).map(([name, column]) => [name, column[k]]),
      );
      const wanted = Object.fromEntries(TRIAL_FIGURES.map((name) => [name, metrics[name] ?? NaN]));
      expect(found, `seed ${seed}\n${source}`).toEqual(wanted);
      expect(rows.blocks.subarray(32 * k, 32 * k + 32), `seed ${seed}`).toEqual(profile.blocks);
      expect([...rows.early.subarray(2 * k, 2 * k + 2)]).toEqual([profile.earlySum, profile.earlySquares]);
      trades += metrics.trades;
    });
  }
  expect(trades).toBeGreaterThan(PROGRAMS);
  expect(beyond).toBeLessThan(PROGRAMS / 5);
  expect([...reasons].toSorted()).toMatchInlineSnapshot(`
    [
      "an order has the option 'fraction'",
      "an order has the option 'limit'",
      "an order has the option 'timeInForce'",
      "an order has the option 'trigger'",
      "the statement 'order' is the exact engine's alone",
      "the statement 'rebalance' is the exact engine's alone",
    ]
  `);
}, 600_000);
