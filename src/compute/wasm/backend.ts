import type { IndicatorKernel, KernelBackend } from '../../core/backend';
import { checkLength } from '../../core/check';
import type { Column } from '../../core/column';
import { batch } from '../../indicators/batch';
import { checkParameters } from '../../indicators/parameters';
import { indicatorOf } from '../indicator-of';
import { Arena } from './arena';
import { INDICATOR_CALLS } from './indicators';
import { instantiateKernels, type KernelInstance } from './kernels';
import { sweepOnWasm } from './sweep';

/** What the status bar calls this backend. */
export const WASM_DETAIL = 'WASM SIMD';

/**
 * The backend on WASM SIMD. Sweeps have the bits of their twin; indicators agree within rtol 1e-12,
 * and the value at a bar has the same bits whatever follows it.
 *
 * @param module  the compiled kernels (`build/wasm/kernels.wasm`)
 * @throws        what `WebAssembly.instantiate` throws, where SIMD is missing
 */
export async function createWasmBackend(module: WebAssembly.Module): Promise<KernelBackend> {
  const instance = await instantiateKernels(module);
  return {
    kind: 'wasm',
    precision: 'f64',
    detail: WASM_DETAIL,
    indicator: async (kernel, inputs, params) => computeIndicator(instance, kernel, inputs, params),
    sweepTwoAverages: (sweep, job) => sweepOnWasm(module, sweep, job),
    close: () => undefined,
  };
}

function computeIndicator(
  { kernels, memory }: KernelInstance,
  kernel: IndicatorKernel,
  inputs: readonly Column[],
  params: readonly number[],
): readonly Column[] {
  const indicator = indicatorOf(kernel);
  checkParameters(indicator.params, params);
  checkLength('inputs', inputs.length, indicator.inputs.length);
  const length = inputs[0]?.length ?? 0;
  inputs.forEach((input, k) => checkLength(indicator.inputs[k]?.name ?? 'inputs', input.length, length));

  const call = INDICATOR_CALLS[kernel];
  if (!call.knows(params)) return batch(indicator, inputs, params);
  const arena = new Arena(memory, kernels.heapBase());
  const inputsAt = inputs.map(() => arena.take(length));
  const outputsAt = indicator.outputs.map(() => arena.take(length));
  const scratch = arena.take(call.scratch(params));
  inputs.forEach((input, k) => arena.numbers(inputsAt[k] ?? 0, length).set(input));
  call.run(kernels, { inputs: inputsAt, outputs: outputsAt, scratch, length }, params);
  return outputsAt.map((address) => arena.numbers(address, length).slice());
}
