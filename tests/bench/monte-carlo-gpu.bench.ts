import { create, globals } from 'webgpu';
import { gbmOnWasm } from '../../src/compute/wasm/gbm-paths';
import { gbmOnGpu } from '../../src/compute/webgpu/gbm-paths';
import { UNWATCHED } from '../../src/core/job';
import { measuredDevice, RATE_HEADS, rateCells, type LaneWork } from './gpu-rates';
import { loadKernels } from './kernels';
import { elapsed, median, table } from './timing';

const RULE = { mean: 0.0002, deviation: 0.01 };
const REQUEST = { paths: 1_000_000, steps: 252, seed: 1 };
/** Bytes of a path that leave the GPU: growth, peak and fall. */
const BYTES_A_PATH = 12;
/** A path is read and written once in 256 steps; half a Box-Muller pair, the step, peak and fall. Philox is integers. */
const WORK: LaneWork = { bytes: (2 * BYTES_A_PATH) / 256, flops: 29 };

/**
 * 1,000,000 paths of 252 steps of a geometric Brownian motion on the GPU of this machine (any Vulkan, Metal or Direct3D
 * driver), beside one WASM thread, and how far apart both are.
 *
 * @param print  receives the table, a line a call
 */
export async function run(print: (line: string) => void): Promise<void> {
  Object.assign(globalThis, globals);
  const limits = await measuredDevice(create([]));
  if (!limits) {
    print('no GPU to measure: no adapter');
    return;
  }
  const { device } = limits;
  const module = await loadKernels();
  const wasm = () => gbmOnWasm(module, RULE, REQUEST, UNWATCHED);
  const gpu = () => gbmOnGpu(device, RULE, REQUEST, UNWATCHED);
  print(limits.words);
  print(`${((REQUEST.paths * BYTES_A_PATH) / 1e6).toFixed(0)} MB come back`);
  table([
    ['backend', 'ms', 'ns per path-step', 'paths/s'],
    await row('wasm', wasm),
    await row('gpu', gpu),
  ]).forEach(print);
  const nanoseconds = median(await repeated(gpu));
  const perSecond = (REQUEST.paths * REQUEST.steps * 1e9) / nanoseconds;
  table([RATE_HEADS, rateCells(WORK, perSecond, limits.bandwidth)]).forEach(print);
  const [one, other] = [await wasm(), await gpu()];
  const apart = one.growth.map((x, path) => Math.abs(x - other.growth[path]!)).sort();
  print(`log growth apart by ${apart.at(-1)?.toExponential(1)} at most`);
  device.destroy();
}

async function row(name: string, work: () => Promise<unknown>): Promise<string[]> {
  await work();
  const ns = median(await repeated(work));
  const { paths, steps } = REQUEST;
  return [
    name,
    (ns / 1e6).toFixed(1),
    (ns / paths / steps).toFixed(3),
    ((paths * 1e9) / ns).toExponential(2),
  ];
}

async function repeated(work: () => Promise<unknown>): Promise<number[]> {
  const times = [];
  for (let k = 0; k < 5; k++) times.push(await elapsed(work));
  return times;
}
