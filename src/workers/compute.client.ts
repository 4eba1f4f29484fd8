import * as Comlink from 'comlink';
import type { DatasetManifest } from '../core/dataset';
import type { DatasetId } from '../core/nominal';
import { door, installErrorTransfer } from './boundary';
import type {
  ComputeAnswer,
  ComputeBatch,
  ComputeEnd,
  ExportDataset,
  ExportedFile,
  ExportFormat,
  IndicatorRequest,
  OutputPreview,
} from './compute-protocol';
import type { ComputeService } from './compute.worker';
import { readDataset } from './data.client';
import type { OnProgress, Task } from './protocol';
import { startTask } from './task';
import { barBuffers } from './transfer';

installErrorTransfer();

const compute = door<ComputeService>(
  'compute',
  () => new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module', name: 'compute' }),
);

/** Bars go from the store to the worker that asks for them, and are not kept on the way. */
const source = () =>
  Comlink.proxy(async (id: DatasetId) => {
    const bars = await readDataset(id);
    return Comlink.transfer(bars, barBuffers(bars));
  });

/**
 * Computes every request on every dataset. Units of progress are requests; answers come in no fixed order.
 *
 * @throws BacktabError `batch_too_large` | `cancelled` | `worker_lost`
 */
export const startBatch = (
  batch: ComputeBatch,
  onAnswers: (answers: readonly ComputeAnswer[]) => void,
  onProgress?: OnProgress,
): Task<ComputeEnd> =>
  startTask(
    compute,
    (service, job, tell) => service.run(batch, source(), Comlink.proxy(onAnswers), job, tell),
    onProgress,
  );

/**
 * Writes output columns to files, each told when it is whole.
 *
 * @throws BacktabError `export_too_large` | `cancelled` | `worker_lost`, or the failure of a dataset or request
 */
export const startExport = (
  datasets: readonly ExportDataset[],
  format: ExportFormat,
  onFile: (file: ExportedFile) => void,
  onProgress?: OnProgress,
): Task<void> =>
  startTask(
    compute,
    (service, job, tell) => service.export(datasets, format, source(), Comlink.proxy(onFile), job, tell),
    onProgress,
  );

/** One output of a request on a dataset, as low and high of so many stretches and the last rows in figures. */
export const previewOf = (
  dataset: DatasetManifest,
  request: IndicatorRequest,
  output: string,
  stretches: number,
): Promise<OutputPreview> =>
  compute.call((service) =>
    service.preview(dataset.id, dataset.sha256, request, output, stretches, source()),
  );
