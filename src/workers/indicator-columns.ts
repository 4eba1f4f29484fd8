import kernelsUrl from '@kernels.wasm?url';
import type { ComputeBackend } from '../compute/backend';
import { openBackend } from '../compute/registry';
import type { Column } from '../core/column';
import type { Indicator } from '../indicators/indicator';

let opening: Promise<ComputeBackend> | null = null;

/** Takes the columns that later indicators will be on; they must not change until others are taken. */
export async function loadColumns(columns: readonly Column[]): Promise<void> {
  opening ??= opened();
  await (await opening).load(columns);
}

/**
 * Computes an indicator over whole columns, on WASM where there is, else by its twin. The one place of the page
 * that decides with what.
 *
 * @returns  columns of the caller's own
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 */
export async function indicatorColumns(
  indicator: Indicator,
  inputs: readonly Column[],
  params: readonly number[],
  unstablePeriod = 0,
): Promise<readonly Column[]> {
  opening ??= opened();
  const backend = await opening;
  let columns: readonly Column[] = [];
  await backend.computeIndicators([{ indicator, inputs, params, unstablePeriod }], (_, end) => {
    if ('failure' in end) throw end.failure;
    columns = end.columns.map((column) => column.slice());
  });
  return columns;
}

async function opened(): Promise<ComputeBackend> {
  const loadKernels = (): Promise<WebAssembly.Module> => WebAssembly.compileStreaming(fetch(kernelsUrl));
  return (await openBackend({ loadKernels, gpu: undefined })).backend;
}
