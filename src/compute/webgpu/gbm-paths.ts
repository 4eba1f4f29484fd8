import { BacktabError } from '../../core/errors';
import type { Job } from '../../core/job';
import type { GbmParameters } from '../../research/monte-carlo/gbm';
import shader from '../../../shaders/research/monte-carlo/gbm.wgsl?raw';
import { checkGbmRequest, type GbmRequest, type GbmScreen } from '../gbm-screen';
import { onDevice } from './device';
import { inGroups, type GroupSizes } from './groups';
import { inPace } from './in-pace';
import { pipelineOf } from './pipelines';

const KERNEL = 'gbm';
const WORKGROUP_SIZE = 64;
/** Paths and steps of one dispatch, at most. */
const GROUP_PATHS: GroupSizes = { most: 262_144, fewest: 1024 };
const MOST_STEPS = 256;
/** Steps that a path takes from one call of the generator. */
const STEPS_AT_ONCE = 4;
const PARAMS_WORDS = 8;
/** Members of `Path`, and the number of its fall. */
const PATH_WORDS = 3;
const FALL = 2;
/** Fall that paths begin with: one that took a step has 0 or more. */
const POISON = -1;
const TWO_POW_32 = 4_294_967_296;

/**
 * Paths of a geometric Brownian motion on a GPU: the paths of the twin (`writeGbm` over `philoxNumbers`) from the same
 * random words, in f32.
 *
 * @param device   one at a time: error scopes of a device form one stack
 * @param rule     per step
 * @param request  as `gbmOnWasm` takes it
 * @param job      asked between dispatches
 *
 * @throws BacktabError `parameter_out_of_range` | `device_lost` | `kernel_invalid` | `backend_unavailable` | `cancelled`
 */
export async function gbmOnGpu(
  device: GPUDevice,
  rule: GbmParameters,
  request: GbmRequest,
  job: Job,
): Promise<GbmScreen> {
  checkGbmRequest(request);
  const { paths } = request;
  const screen = { growth: new Float32Array(paths), fall: new Float32Array(paths) };
  const pipeline = await pipelineOf(device, KERNEL, () =>
    onDevice(device, KERNEL, () => buildPipeline(device)),
  );
  await inGroups(paths, GROUP_PATHS, async (first, count) => {
    const numbers = await onDevice(device, KERNEL, () =>
      runGroup(device, pipeline, { rule, request, first, count }, job),
    );
    for (let k = 0; k < count; k++) {
      screen.growth[first + k] = numbers[k * PATH_WORDS]!;
      screen.fall[first + k] = numbers[k * PATH_WORDS + FALL]!;
    }
  });
  await job.checkpoint(paths, paths);
  return screen;
}

async function buildPipeline(device: GPUDevice): Promise<GPUComputePipeline> {
  const module = device.createShaderModule({ code: shader, label: KERNEL });
  return device.createComputePipelineAsync({ layout: 'auto', compute: { module, entryPoint: 'simulate' } });
}

interface Group {
  readonly rule: GbmParameters;
  readonly request: GbmRequest;
  readonly first: number;
  readonly count: number;
}

/** Sends all steps through the paths of a group and reads them. */
async function runGroup(
  device: GPUDevice,
  pipeline: GPUComputePipeline,
  group: Group,
  job: Job,
): Promise<Float32Array> {
  const { first, count, request } = group;
  const { STORAGE, COPY_DST, COPY_SRC, UNIFORM, MAP_READ } = GPUBufferUsage;
  const bytes = count * PATH_WORDS * 4;
  const params = device.createBuffer({ size: PARAMS_WORDS * 4, usage: UNIFORM | COPY_DST });
  const state = device.createBuffer({ size: bytes, usage: STORAGE | COPY_DST | COPY_SRC });
  const readback = device.createBuffer({ size: bytes, usage: MAP_READ | COPY_DST });
  try {
    device.queue.writeBuffer(state, 0, freshPaths(count));
    const bindGroup = device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: [params, state].map((buffer, binding) => ({ binding, resource: { buffer } })),
    });
    const submit = (quarter: number, most: number): number => {
      const step = quarter * STEPS_AT_ONCE;
      const steps = Math.min(most * STEPS_AT_ONCE, request.steps - step);
      device.queue.writeBuffer(params, 0, paramsOf(group, step, steps));
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, bindGroup);
      pass.dispatchWorkgroups(Math.ceil(count / WORKGROUP_SIZE));
      pass.end();
      if (step + steps >= request.steps) encoder.copyBufferToBuffer(state, 0, readback, 0, bytes);
      device.queue.submit([encoder.finish()]);
      return Math.ceil(steps / STEPS_AT_ONCE);
    };
    const watched: Job = {
      checkpoint: (done, all) =>
        job.checkpoint(Math.floor(first + count * Math.min(1, done / all)), request.paths),
    };
    const all = Math.ceil(request.steps / STEPS_AT_ONCE);
    await inPace(device, all, MOST_STEPS / STEPS_AT_ONCE, submit, watched);
    return await read(readback);
  } finally {
    for (const buffer of [params, state, readback]) buffer.destroy();
  }
}

/** One dispatch's `Params`. */
function paramsOf({ rule, request, first, count }: Group, step: number, steps: number): ArrayBuffer {
  const { seed } = request;
  const words = new Uint32Array(PARAMS_WORDS);
  words.set([first, count, step, steps, seed >>> 0, Math.floor(seed / TWO_POW_32)]);
  new Float32Array(words.buffer).set([rule.mean, rule.deviation], 6);
  return words.buffer;
}

/** Paths that have taken no step. */
function freshPaths(count: number): Float32Array<ArrayBuffer> {
  const numbers = new Float32Array(count * PATH_WORDS);
  for (let k = 0; k < count; k++) numbers[k * PATH_WORDS + FALL] = POISON;
  return numbers;
}

async function read(readback: GPUBuffer): Promise<Float32Array> {
  await readback.mapAsync(GPUMapMode.READ);
  const numbers = new Float32Array(readback.getMappedRange().slice(0));
  readback.unmap();
  for (let k = FALL; k < numbers.length; k += PATH_WORDS) {
    if (numbers[k] === POISON) {
      throw new BacktabError('kernel_invalid', { kernel: KERNEL, reason: 'it left paths without a result' });
    }
  }
  return numbers;
}
