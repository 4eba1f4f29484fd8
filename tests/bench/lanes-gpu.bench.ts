import { create, globals } from 'webgpu';
import type { KernelBackend } from '../../src/core/backend';
import { UNWATCHED } from '../../src/core/job';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import { compile } from '../../src/script/compile';
import { sweepProgram } from '../../src/script/sweep-program';
import { columnsFor } from '../../src/research/columns-for';
import type { LaneRows, LaneScreen } from '../../src/research/lane-screen';
import { sp500Bars } from '../support/sp500';
import { instrument, screenOf, SCRIPTS } from './lanes.bench';
import { measuredDevice, RATE_HEADS, rateCells, type LaneWork } from './gpu-rates';
import { loadKernels } from './kernels';
import { openGpu } from './sweep-gpu.bench';
import { elapsed, median, table } from './timing';

const ROUNDS = 5;
/** A row of the bars; marking, drawdown and sums. Columns and what the program computes come on top. */
const RULES: LaneWork = { bytes: 44, flops: 11 };
const COLUMN_BYTES = 8;
/** Trials enough to fill a large GPU. */
const TRIALS = 100_000;

/**
 * Sweeps of general scripts by the generated shader on the GPU of this machine, beside one WASM thread, and how far f32
 * screening is from the exact values.
 *
 * @param print  receives the table, a line a call
 */
export async function run(print: (line: string) => void): Promise<void> {
  Object.assign(globalThis, globals);
  const { backend: gpu, reason } = await openGpu();
  if (!gpu) {
    print(`no GPU to measure: ${reason}`);
    return;
  }
  const wasm = await createWasmBackend(await loadKernels());
  const limits = await measuredDevice(create([]));
  if (limits) print(limits.words);
  limits?.device.destroy();
  const bandwidth = limits?.bandwidth ?? NaN;
  const rows = [
    [
      `${TRIALS} trials of`,
      'wasm, ns a bar and trial',
      gpu.detail,
      'ratio',
      'trials/s',
      ...RATE_HEADS,
      'other trades',
      'worst equity',
    ],
  ];
  for (const script of SCRIPTS) rows.push(await rowOf(script, wasm, gpu, bandwidth));
  table(rows).forEach(print);
  gpu.close();
}

async function rowOf(
  [name, names, source]: (typeof SCRIPTS)[number],
  wasm: KernelBackend,
  gpu: KernelBackend,
  bandwidth: number,
): Promise<string[]> {
  const { plan } = compile(source);
  if (!plan) throw new Error(`${name} does not compile`);
  const bars = sp500Bars();
  const setup = { plan, names, parameters: {}, bars, instrument };
  const columns = columnsFor(setup);
  const cells = Array.from({ length: TRIALS }, (_, k) => [5 + (k % 26), 20 + (Math.floor(k / 26) % 26)]);
  const each = TRIALS * bars.time.length;
  const { program } = sweepProgram(plan, names, {});
  const computed = program?.nodes.filter(({ op }) => op !== 'constant' && op !== 'number').length ?? 0;
  const work: LaneWork = {
    bytes: RULES.bytes + COLUMN_BYTES * (program?.columns ?? 0),
    flops: RULES.flops + computed,
  };
  const [slow, exact] = await timed(screenOf(setup, wasm, columns), cells);
  const [fast, screened] = await timed(screenOf(setup, gpu, columns), cells);
  const counts = exact.metrics.trades;
  const others = counts.filter((count, k) => count !== screened.metrics.trades[k]).length;
  const differences = exact.metrics.finalEquity.map((x, k) =>
    Math.abs(screened.metrics.finalEquity[k]! / x - 1),
  );
  const worst = differences.filter((x) => !Number.isNaN(x)).reduce((a, b) => Math.max(a, b), 0);
  return [
    name,
    (slow / each).toFixed(3),
    (fast / each).toFixed(3),
    `${(slow / fast).toFixed(1)}x`,
    ((TRIALS * 1e9) / fast).toExponential(2),
    ...rateCells(work, (each * 1e9) / fast, bandwidth),
    String(others),
    worst.toExponential(1),
  ];
}

/** Median nanoseconds, after a round that is not counted, and what came of it. */
async function timed(
  screen: LaneScreen,
  cells: readonly (readonly number[])[],
): Promise<readonly [number, LaneRows]> {
  const rows = await screen(cells, UNWATCHED);
  const times = [];
  for (let k = 0; k < ROUNDS; k++) times.push(await elapsed(() => screen(cells, UNWATCHED)));
  return [median(times), rows];
}
