import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gbmOnWasm } from '../../src/compute/wasm/gbm-paths';
import type { Column } from '../../src/core/column';
import { UNWATCHED } from '../../src/core/job';
import { philoxNumbers } from '../../src/core/random/philox-numbers';
import { writeGbm } from '../../src/research/monte-carlo/gbm';
import { loadKernels } from './kernels';
import { elapsed, median, table } from './timing';

const PATHS = 1_000_000;
const STEPS = 252;
/** The twin is timed on fewer paths: its time grows with them alone. */
const TWIN_PATHS = 50_000;
const RULE = { mean: 0.0002, deviation: 0.01 };
const SCRIPT = fileURLToPath(new URL('../../tests/bench/monte_carlo_times.py', import.meta.url));

/**
 * A geometric Brownian motion, 1,000,000 paths of 252 steps with the growth at the end and the deepest fall of each, on one
 * thread: numpy by each Python that `NUMPY_PYTHON` names (paths with commas between), the twin, and the WASM kernel.
 *
 * @param print  receives the table, a line a call
 */
export async function run(print: (line: string) => void): Promise<void> {
  const module = await loadKernels();
  const rows = [['what', 'ms', 'ns per path-step', 'least processor ns per path-step']];
  const row = (name: string, { wall, processor }: Times, paths: number): string[] => [
    name,
    (wall / 1e6).toFixed(0),
    (wall / paths / STEPS).toFixed(2),
    (processor / paths / STEPS).toFixed(2),
  ];
  for (const { name, wall, processor } of await numpyTimes())
    rows.push(row(name, { wall, processor }, PATHS));
  const twin = async (): Promise<number> => runTwin();
  rows.push(row(`TypeScript f64, ${TWIN_PATHS} paths`, await timesOf(twin, 3), TWIN_PATHS));
  const kernel = (): Promise<unknown> =>
    gbmOnWasm(module, RULE, { paths: PATHS, steps: STEPS, seed: 1 }, UNWATCHED);
  rows.push(row('WASM f32x4', await timesOf(kernel, 7), PATHS));
  table(rows).forEach(print);
}

/** Nanoseconds of a run: the median by the clock, and the least that the processor was at work for it. */
interface Times {
  readonly wall: number;
  readonly processor: number;
}

async function timesOf(work: () => Promise<unknown>, runs: number): Promise<Times> {
  await work();
  const walls = [];
  let processor = Infinity;
  for (let k = 0; k < runs; k++) {
    const before = process.cpuUsage();
    walls.push(await elapsed(work));
    const { user, system } = process.cpuUsage(before);
    processor = Math.min(processor, (user + system) * 1000);
  }
  return { wall: median(walls), processor };
}

function runTwin(): number {
  const numbers = philoxNumbers(1);
  const out: Column = new Float64Array(STEPS);
  let sum = 0;
  for (let path = 0; path < TWIN_PATHS; path++) {
    writeGbm(RULE, numbers, path, out);
    let [peak, deepest] = [0, 0];
    for (let step = 0; step < STEPS; step++) {
      const value = out[step]!;
      if (value > peak) peak = value;
      else if (peak - value > deepest) deepest = peak - value;
    }
    sum += out[STEPS - 1]! + deepest;
  }
  return sum;
}

async function numpyTimes(): Promise<(Times & { name: string })[]> {
  const pythons = (process.env['NUMPY_PYTHON'] ?? '').split(',').filter((path) => path !== '');
  const found = [];
  for (const python of pythons) {
    const { stdout } = await promisify(execFile)(python, [SCRIPT, String(PATHS), String(STEPS)]);
    found.push(...(JSON.parse(stdout) as (Times & { name: string })[]));
  }
  return found;
}
