import { create, globals } from 'webgpu';
import type { TwoAverageOutcome } from '../../src/core/backend';
import { UNWATCHED } from '../../src/core/job';
import { openBackend } from '../../src/compute/registry';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import { measuredDevice, RATE_HEADS, rateCells, type LaneWork } from './gpu-rates';
import { loadKernels } from './kernels';
import { grid } from './sweep-grid';
import { line, timeOf } from './sweep.bench';
import { table } from './timing';

/** Ranks and tape of a row that fills nothing; marking, drawdown and sums. */
const WORK: LaneWork = { bytes: 16, flops: 11 };
/** Lanes enough to fill a large GPU: 2,500 pairs, many times. */
const REPEATS = 40;

/**
 * The sweep on the GPU of this machine (any Vulkan, Metal or Direct3D driver), beside one WASM thread,
 * and how far f32 screening is from the exact values.
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
  const limits = await measuredDevice(create([]));
  if (limits) print(limits.words);
  limits?.device.destroy();
  const wasm = await createWasmBackend(await loadKernels());
  for (const repeats of [1, REPEATS]) {
    const sweep = grid(repeats);
    const wasmTime = await timeOf(wasm, sweep, 3);
    const gpuTime = await timeOf(gpu, sweep, 5);
    print(`${sweep.pairs.length / 2} pairs`);
    table([
      ['backend', 'ms', 'ns per bar per lane', 'against wasm'],
      line('wasm', wasmTime, sweep, wasmTime),
      line(gpu.detail, gpuTime, sweep, wasmTime),
    ]).forEach(print);
    const lanes = sweep.pairs.length / 2;
    const perSecond = (lanes * sweep.close.length * 1e9) / gpuTime;
    table([
      ['trials/s', ...RATE_HEADS],
      [((lanes * 1e9) / gpuTime).toExponential(2), ...rateCells(WORK, perSecond, limits?.bandwidth ?? NaN)],
    ]).forEach(print);
  }
  const exact = await wasm.sweepTwoAverages(grid(), UNWATCHED);
  agreement(exact, await gpu.sweepTwoAverages(grid(), UNWATCHED)).forEach(print);
  gpu.close();
}

/** The GPU of this machine as a backend, or why there is none. */
export async function openGpu() {
  try {
    return { ...(await openBackend({ loadKernels, gpu: create([]) }, 'webgpu')), reason: '' };
  } catch (e) {
    return { backend: null, reason: e instanceof Error ? e.message : String(e) };
  }
}

function agreement(exact: TwoAverageOutcome, screened: TwoAverageOutcome): string[] {
  const differences = exact.finalEquity.map((x, lane) => Math.abs(screened.finalEquity[lane]! / x - 1));
  const trades = exact.trades.filter((x, lane) => x !== screened.trades[lane]).length;
  return [
    `worst difference of final equity ${Math.max(...differences).toExponential(1)}, other trades on ${trades} lanes`,
  ];
}
