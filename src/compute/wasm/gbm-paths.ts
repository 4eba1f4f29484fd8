import type { Job } from '../../core/job';
import type { GbmParameters } from '../../research/monte-carlo/gbm';
import { checkGbmRequest, type GbmRequest, type GbmScreen } from '../gbm-screen';
import { Arena } from './arena';
import { instantiateKernels } from './kernels';

const LANES = 4;
const BYTES_PER_FLOAT = 4;
const TWO_POW_32 = 4_294_967_296;
/** Steps of paths between two checkpoints: some milliseconds of work. */
const STEPS_A_TURN = 1_048_576;

/**
 * Paths of a geometric Brownian motion on WASM SIMD, four at once: the paths of the twin (`writeGbm` over
 * `philoxNumbers`) from the same random words, in f32.
 *
 * @param module   the built kernels
 * @param rule     per step
 * @param request  paths, steps and seed
 * @param job      asked every few milliseconds
 *
 * @throws BacktabError `parameter_out_of_range` | `backend_unavailable` | `cancelled`
 */
export async function gbmOnWasm(
  module: WebAssembly.Module,
  rule: GbmParameters,
  request: GbmRequest,
  job: Job,
): Promise<GbmScreen> {
  checkGbmRequest(request);
  const { paths, steps, seed } = request;
  const { kernels, memory } = await instantiateKernels(module);
  const arena = new Arena(memory, kernels.heapBase());
  const turn = Math.max(1, Math.floor(STEPS_A_TURN / steps / LANES));
  const growthAt = arena.take((turn * LANES) / 2);
  const fallAt = arena.take((turn * LANES) / 2);
  const growth = new Float32Array(paths);
  const fall = new Float32Array(paths);
  const floats = new Float32Array(memory.buffer);
  for (let first = 0; first < paths; first += turn * LANES) {
    await job.checkpoint(first, paths);
    const count = Math.min(turn * LANES, paths - first);
    const vectors = Math.ceil(count / LANES);
    const { mean, deviation } = rule;
    const [low, high] = [seed >>> 0, Math.floor(seed / TWO_POW_32) >>> 0];
    kernels.gbmPaths(first, vectors, steps, low, high, mean, deviation, growthAt, fallAt);
    growth.set(floats.subarray(growthAt / BYTES_PER_FLOAT, growthAt / BYTES_PER_FLOAT + count), first);
    fall.set(floats.subarray(fallAt / BYTES_PER_FLOAT, fallAt / BYTES_PER_FLOAT + count), first);
  }
  await job.checkpoint(paths, paths);
  return { growth, fall };
}
