import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { createCpuBackend } from '../../src/compute/cpu/backend';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import { UNWATCHED } from '../../src/core/job';
import { exactRunner, type CellSetup } from '../../src/research/cell-run';
import { TRIAL_FIGURES } from '../../src/research/sweep/trial-table';
import { laneScreen } from '../../src/research/lane-screen';
import { compile } from '../../src/script/compile';
import { ColumnStore } from '../../src/script/evaluate';
import { LANE_SCRIPTS, laneScript } from '../support/lane-scripts';
import { drawLaneSettings } from '../support/lane-settings';
import { drawBars } from '../support/random-bars';
import { RandomSource } from '../support/random-source';

const DRAWS = 30;
const CELLS = [2, 5, 13].flatMap((a) => [4, 21].map((b) => [a, b]));
const instrument = { name: 'A', currency: 'USD', zone: 'UTC', barsPerYear: 252 };

it.each(Object.keys(LANE_SCRIPTS))(
  '%s: WASM has the figures of the engine under any settings',
  async (name) => {
    const bytes = await readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url));
    const backend = await createWasmBackend(await WebAssembly.compile(bytes));
    const twin = createCpuBackend();
    const plan = compile(laneScript(name)).plan!;
    let [trades, beyond] = [0, 0];
    for (let seed = 1; seed <= DRAWS; seed++) {
      const random = new RandomSource(seed);
      const tick = random.pick([0, 0, 0.5, 0.01]);
      const damage = random.pick([0, 0, 0.05]);
      const bars = drawBars(random, { rows: 150, tick, damage, hasActions: false, gap: 0.02 });
      const settings = drawLaneSettings(random, tick);
      const setup: CellSetup = { plan, names: ['a', 'b'], parameters: {}, bars, instrument, settings };
      const columns = new ColumnStore(bars);
      const screen = laneScreen(setup, backend, columns);
      if (typeof screen === 'string') throw new Error(screen);
      const rows = await screen(CELLS, UNWATCHED);
      const byTwin = laneScreen(setup, twin, columns);
      expect(typeof byTwin === 'string' ? byTwin : await byTwin(CELLS, UNWATCHED), `seed ${seed}`).toEqual(
        rows,
      );
      const exact = await exactRunner(setup, columns)(CELLS);
      exact.forEach(({ metrics, profile }, k) => {
        if (rows.beyond[k] === 1) {
          beyond += 1;
          return;
        }
        const found = Object.fromEntries(
          Object.entries(rows.metrics).map(([key, column]) => [key, column[k]]),
        );
        const wanted = Object.fromEntries(TRIAL_FIGURES.map((key) => [key, metrics[key] ?? NaN]));
        expect(found, `seed ${seed}, cell ${CELLS[k]}`).toEqual(wanted);
        expect(rows.blocks.subarray(32 * k, 32 * k + 32)).toEqual(profile.blocks);
        trades += metrics.trades;
      });
    }
    expect(trades).toBeGreaterThan(250);
    expect(beyond).toBeLessThan((DRAWS * CELLS.length) / 4);
  },
);
