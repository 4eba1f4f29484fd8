import { expect, it } from 'vitest';
import type { Bars } from '../../src/core/bars';
import { createCpuBackend } from '../../src/compute/cpu/backend';
import { UNWATCHED } from '../../src/core/job';
import type { CellSetup } from '../../src/research/cell-run';
import { laneScreen } from '../../src/research/lane-screen';
import { compile } from '../../src/script/compile';
import { ColumnStore } from '../../src/script/evaluate';
import { drawBars } from '../support/random-bars';
import { ALIASES, randomProgram } from '../support/random-program';
import { RandomSource } from '../support/random-source';
import { scriptOf } from '../support/script-program';
import { requestDevice, webGpuBackend } from '../support/webgpu';

const DAY = 86_400_000;
const PROGRAMS = 60;
const ROWS = 120;
const instrument = { name: 'A', currency: 'USD', zone: 'UTC', barsPerYear: 252 };

const walk = (seed: number): Bars =>
  drawBars(new RandomSource(seed), { rows: ROWS, tick: 0, damage: 0.02, hasActions: false, gap: 0.02 });
const OWN = walk(1);
const references = Object.fromEntries(
  ALIASES.map((name, k) => [name, { bars: walk(k + 2), intervalMs: DAY }]),
);
const adapter = (await navigator.gpu?.requestAdapter()) ?? null;

it.skipIf(!adapter)(
  `generated programs become shaders that compile and mostly decide as f64 does${adapter ? '' : ': skipped, no adapter'}`,
  async () => {
    const cpu = createCpuBackend();
    const gpu = webGpuBackend(await requestDevice());
    const columns = new ColumnStore(OWN, { intervalMs: DAY, references });
    let [taken, same, trades] = [0, 0, 0];
    for (let seed = 1; taken < PROGRAMS; seed++) {
      const plan = compile(scriptOf(randomProgram(seed, { lines: 5, depth: 2 }))).plan!;
      const names = plan.params.map(({ name }) => name);
      const setup: CellSetup = { plan, names, parameters: {}, bars: OWN, instrument };
      const [twin, screen] = [cpu, gpu].map((backend) => laneScreen(setup, backend, columns));
      if (typeof twin === 'string' || typeof screen === 'string') continue;
      taken += 1;
      const cell = [plan.params.map((param) => param.default)];
      const [exact, screened] = [await twin!(cell, UNWATCHED), await screen!(cell, UNWATCHED)];
      const [wanted, found] = [exact.metrics, screened.metrics].map(({ trades: [count = NaN] }) => count);
      const [to = NaN, from = NaN] = [exact, screened].map(({ metrics }) => metrics.finalEquity[0]);
      const isNear = Math.abs(from / to - 1) < 1e-4;
      if (exact.beyond[0] === screened.beyond[0] && (exact.beyond[0] === 1 || (wanted === found && isNear)))
        same += 1;
      trades += wanted! > 0 ? wanted! : 0;
    }
    gpu.close();
    expect(trades).toBeGreaterThan(PROGRAMS);
    expect(same).toBeGreaterThanOrEqual(0.95 * PROGRAMS);
  },
  120_000,
);
