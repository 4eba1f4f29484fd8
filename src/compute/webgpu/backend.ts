import type { ComputeBackend } from '../backend';
import type { GpuDevice } from './gpu-device';
import { gpuRefusal, sweepLanesOnGpu } from './lanes/lane-sweep';
import { sweepOnGpu } from './sweep';

/**
 * The backend on WebGPU. It screens sweeps in f32; indicators go to `exact`, because a round trip to
 * the GPU takes longer than the indicator, and so do lanes that f32 screens badly.
 *
 * @param device  owned by the backend: `close` destroys it
 * @param detail  as `GPU: nvidia ada-lovelace`
 * @param exact   an f64 backend; stays the caller's
 */
export function createWebGpuBackend(
  device: GpuDevice,
  detail: string,
  exact: ComputeBackend,
): ComputeBackend {
  // Error scopes of a device form one stack, so sweeps take turns.
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: (device: GPUDevice) => Promise<T>): Promise<T> {
    const run = (): Promise<T> => device.run(work);
    const result = turn.then(run, run);
    turn = result;
    return result;
  }
  return {
    kind: 'webgpu',
    precision: 'f32',
    detail,
    indicator: (kernel, inputs, params) => exact.indicator(kernel, inputs, params),
    load: (columns) => exact.load(columns),
    computeIndicators: (calls, take) => exact.computeIndicators(calls, take),
    sweepTwoAverages: (sweep, job) => inTurn((present) => sweepOnGpu(present, sweep, job)),
    sweepLanes: (sweep, job) =>
      gpuRefusal(sweep) === null
        ? inTurn((present) => sweepLanesOnGpu(present, sweep, job))
        : exact.sweepLanes(sweep, job),
    close: () => device.close(),
  };
}
