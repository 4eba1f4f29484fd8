import { checkLength } from '../../core/check';
import type { Column } from '../../core/column';
import { checkParameters } from '../../indicators/parameters';
import type { ComputeBackend } from '../backend';
import { indicatorOf } from '../indicator-of';
import { IndicatorTable } from './graph/table';
import { IndicatorBatches } from './indicator-batch';
import { instantiateKernels, type KernelInstance } from './kernels';
import { sweepLanesOnWasm } from './lanes/lane-sweep';
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
export async function createWasmBackend(module: WebAssembly.Module): Promise<ComputeBackend> {
  const instance = await instantiateKernels(module);
  const batches = new IndicatorBatches(instance);
  return {
    kind: 'wasm',
    precision: 'f64',
    get detail() {
      const { failure } = batches;
      return failure ? `${WASM_DETAIL} (in part JavaScript: ${failure.message})` : WASM_DETAIL;
    },
    indicator: (name, inputs, params) =>
      batches.between(() => computeIndicator(instance, name, inputs, params)),
    load: (columns) => batches.load(columns),
    computeIndicators: (calls, take) => batches.compute(calls, take),
    sweepTwoAverages: (sweep, job) => sweepOnWasm(module, sweep, job),
    sweepLanes: (sweep, job) => sweepLanesOnWasm(module, sweep, job),
    close: () => undefined,
  };
}

function computeIndicator(
  instance: KernelInstance,
  name: string,
  inputs: readonly Column[],
  params: readonly number[],
): readonly Column[] {
  const indicator = indicatorOf(name);
  checkParameters(indicator.params, params);
  checkLength('inputs', inputs.length, indicator.inputs.length);
  const length = inputs[0]?.length ?? 0;
  inputs.forEach((input, k) => checkLength(indicator.inputs[k]?.name ?? 'inputs', input.length, length));
  const table = new IndicatorTable(instance, inputs);
  const prepared = table.prepare([{ indicator, inputs: inputs.map((_, k) => k), params }]);
  prepared.run();
  return prepared.outputs()[0]!;
}
