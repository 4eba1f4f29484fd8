import { parentPort, workerData } from 'node:worker_threads';
import { toBacktabError } from '../../core/errors';
import { openBackend } from '../../compute/registry';
import { rowRunners } from '../../research/sweep/row-runner';
import { buffersOf } from '../../research/sweep/trial-rows';
import { compileOrThrow } from '../../script/plan-or-throw';
import type { RowAnswer, RowPiece, RowWorkerStart } from './protocol';

const { source, backend, capacity, kernels, ...work } = workerData as RowWorkerStart;
const setup = { ...work, plan: compileOrThrow(source) };
const opening = openBackend({ loadKernels: () => Promise.resolve(kernels), gpu: undefined }, backend).then(
  (opened) => rowRunners(setup, opened.backend, capacity),
);

const tell = (answer: RowAnswer, transfer: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(answer, transfer);

parentPort?.on('message', ({ piece, places, bars, route }: RowPiece) => {
  const run = opening.then((runners) => runners[route](places, bars));
  run.then(
    (rows) => tell({ piece, rows }, buffersOf(rows)),
    (e: unknown) => {
      const { code, params } = toBacktabError(e);
      tell({ piece, failure: { code, params } });
    },
  );
});
