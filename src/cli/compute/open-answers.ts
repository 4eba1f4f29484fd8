import { openBackend } from '../../compute/registry';
import { instantiateKernels } from '../../compute/wasm/kernels';
import { NumberWriter } from '../../compute/wasm/number-writer';
import type { BackendKind } from '../../core/backend';
import type { ColumnTable } from '../../research/indicator-request';
import { Answers } from './answers';
import { PLAIN_NUMBERS } from './write-answer';

/** Compiled kernels, or why there are none. */
export type Kernels = WebAssembly.Module | string;

/** Answers on a table, and what computes them. */
export interface OpenedAnswers {
  readonly answers: Answers;
  /** Why not all was computed as was to be expected; null where it was. */
  note(): string | null;
}

/**
 * Opens a backend for a table.
 *
 * @throws BacktabError `backend_unavailable` when the forced one is not there
 */
export async function openAnswers(
  table: ColumnTable,
  kernels: Kernels,
  choice: BackendKind | 'auto',
): Promise<OpenedAnswers> {
  const loadKernels = (): Promise<WebAssembly.Module> =>
    typeof kernels === 'string' ? Promise.reject(new Error(kernels)) : Promise.resolve(kernels);
  const { backend, probes } = await openBackend({ loadKernels, gpu: undefined }, choice);
  await backend.load([...table.columns.values()]);
  const numbers =
    backend.kind === 'wasm' && typeof kernels !== 'string'
      ? new NumberWriter(await instantiateKernels(kernels))
      : PLAIN_NUMBERS;
  const wasm = probes.find(({ kind }) => kind === 'wasm');
  const usual = backend.detail;
  return {
    answers: new Answers(table, backend, numbers),
    note() {
      if (choice === 'auto' && wasm?.available === false) return `${backend.detail}. ${wasm.detail}`;
      return backend.detail === usual ? null : backend.detail;
    },
  };
}
