import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createCpuBackend } from '../../src/compute/cpu/backend';
import type { BackendKind } from '../../src/core/backend';
import { UNWATCHED } from '../../src/core/job';
import { figuresOf, runSweep, type SweepRequest, type SweepResult } from '../../src/research/sweep';
import type { ObjectiveSpec } from '../../src/research/sweep/objective-spec';
import { sharedOf } from '../../src/research/sweep/row-runner';
import { GRID, type SearchSpec } from '../../src/research/sweep/search-spec';
import { trialSpace } from '../../src/research/sweep/trial-space';
import { compileOrThrow } from '../../src/script/plan-or-throw';
import { ColumnStore } from '../../src/script/evaluate';
import { installErrorTransfer } from '../../src/workers/boundary';
import { RowPool } from '../../src/workers/row-pool';
import { rowService } from '../../src/workers/row-service';
import { FakeWorker, type Workforce } from '../support/fake-worker';
import { LANE_SCRIPTS, laneScript } from '../support/lane-scripts';
import { Post } from '../support/post';
import { drawBars } from '../support/random-bars';
import { RandomSource } from '../support/random-source';
import { toolsOf } from '../support/sweep-tools';

installErrorTransfer();

const JOBS = 50;
const WORKERS = [1, 2, 3, 5, 8];
const BACKENDS = ['cpu', 'wasm', null] as const;
const PARAMETERS = `const a = param('a', 3, { min: 2, max: 30, step: 1 })
const b = param('b', 9, { min: 2, max: 30, step: 1 })
`;
const SETTINGS = `strategy('A', { capital: 10_000, fee: percent(0.1), slippage: bps(1) })\n${PARAMETERS}`;
/** Known to the kernels of two averages, to lanes, and to the exact engine alone. */
const SCRIPTS: readonly string[] = [
  `${SETTINGS}const quick = sma(close, a)
const steady = sma(close, b)
if (crossover(quick, steady)) buy({ size: percentOfEquity(95), stop: close * 0.96, target: close * 1.1 })
if (crossunder(quick, steady)) exit()
`,
  ...Object.keys(LANE_SCRIPTS).map(laneScript),
  `${SETTINGS}if (close < sma(close, a)) buy({ size: percentOfEquity(80), limit: close * 0.99 })
if (position.bars > b) exit()
`,
];

let kernels: WebAssembly.Module;
beforeAll(async () => {
  kernels = await WebAssembly.compile(
    await readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)),
  );
});
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

interface DrawnJob {
  readonly source: string;
  readonly request: SweepRequest;
}

/** A sweep of 20 to 700 settings on 60 to 400 bars, some of them damaged. */
function drawJob(seed: number): DrawnJob {
  const random = new RandomSource(seed);
  const source = SCRIPTS[seed % SCRIPTS.length]!;
  const [fewest, most] = seed % 7 === 0 ? ([21, 26] as const) : ([5, 14] as const);
  const axis = (name: string) => {
    const count = random.whole(fewest, most);
    const first = random.whole(2, 31 - count);
    return { name, values: Array.from({ length: count }, (_, k) => first + k) };
  };
  const axes = [axis('a'), axis('b')];
  const rows = 60 + Math.floor(341 * random.between(0, 1) ** 3);
  const search: SearchSpec = random.maybe(
    0.5,
    () => ({
      method: random.pick(['random', 'latin', 'sobol', 'tpe'] as const),
      trials: random.whole(20, 90),
      seed: random.whole(0, 1000),
    }),
    GRID,
  );
  const objectives: readonly ObjectiveSpec[] = random.pick([
    [{ formula: 'sharpe', goal: 'maximize' }],
    [
      { formula: 'cagr', goal: 'maximize' },
      { formula: 'maxDrawdown', goal: 'minimize' },
    ],
    [{ formula: 'trades * cagr', goal: 'minimize' }],
  ]);
  return {
    source,
    request: {
      plan: compileOrThrow(source),
      parameters: {},
      bars: drawBars(random, { rows, tick: 0, damage: 0.02, hasActions: false, gap: 0.02 }),
      instrument: { name: 'A', currency: 'USD', zone: 'UTC', barsPerYear: 252 },
      axes,
      triesBefore: random.whole(0, 20),
      search,
      objectives,
      constraint: random.pick([null, 'a < b', 'a + b > 20']),
    },
  };
}

/** What a sweep comes to by workers whose messages come in an order of their own. */
async function byWorkers(
  { source, request }: DrawnJob,
  size: number,
  backend: Exclude<BackendKind, 'webgpu'> | null,
): Promise<SweepResult> {
  const post = new Post(new RandomSource(size));
  const force: Workforce = {
    post,
    fate: () => 'answers',
    service: () => rowService(async () => kernels),
    living: new Set(),
    started: 0,
  };
  const { axes } = trialSpace(request.plan, request.axes, request.constraint ?? null);
  const work = { ...sharedOf({ ...request, axes, figures: figuresOf(request.objectives) }), source };
  const pool = new RowPool(
    size,
    { ...work, backend: backend ?? 'cpu', capacity: 1e8 },
    (member) => new FakeWorker(force, member),
  );
  const screen = backend && { kind: backend, precision: 'f64' as const, run: pool.runner('screen') };
  const found = await post.until(runSweep(request, { screen, exact: pool.runner('exact') }, UNWATCHED));
  pool.close();
  expect(force.living.size).toBe(0);
  return found;
}

/** The result with nothing that tells which backend screened. */
const byAnyBackend = ({ agreement, ...result }: SweepResult) => ({
  ...result,
  agreement: agreement && { ...agreement, backend: '' },
});

/** The result with nothing that tells whether settings were screened first. */
const byAnyWay = (result: SweepResult) => {
  const { place, figures, scores, neighbours } = result.trials;
  const trials = { place, figures, scores, neighbours };
  return { ...result, trials, agreement: null, refusal: null, front: [] };
};

it(`a sweep is the same to the bit by 1 to 8 workers, in whichever order they answer, and by every way of f64: ${JOBS} sweeps`, async () => {
  const ways = new Map<string, number>();
  let [large, rounds] = [0, 0];
  for (let seed = 1; seed <= JOBS; seed++) {
    const job = drawJob(seed);
    const { request } = job;
    const tools = toolsOf(request, createCpuBackend(), new ColumnStore(request.bars));
    const alone = await runSweep(request, tools, UNWATCHED);
    const exact: SweepResult[] = [];
    for (const [k, size] of WORKERS.entries()) {
      const backend = BACKENDS[(seed + k) % BACKENDS.length]!;
      const found = await byWorkers(job, size, backend);
      if (backend === null) exact.push(found);
      const told = backend === null ? byAnyWay : byAnyBackend;
      expect(told(found), `seed ${seed}, ${size} workers, ${backend}`).toEqual(told(alone));
    }
    expect(exact, `seed ${seed}`).toEqual(exact.map(() => exact[0]));
    const way = alone.refusal ?? 'screened';
    ways.set(way, (ways.get(way) ?? 0) + 1);
    if (alone.run > 400) large += 1;
    if (request.search?.method === 'tpe') rounds += 1;
  }
  expect(ways.get('screened')).toBeGreaterThan(JOBS / 2);
  expect(ways.get("an order has the option 'limit'")).toBeGreaterThan(3);
  expect(Math.min(large, rounds)).toBeGreaterThan(1);
}, 300_000);
