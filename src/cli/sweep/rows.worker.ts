import { parentPort, workerData } from 'node:worker_threads';
import { toBacktabError } from '../../core/errors';
import { columnsFor } from '../../research/columns-for';
import { rowRunner } from '../../research/sweep/row-runner';
import { buffersOf } from '../../research/sweep/trial-rows';
import { compileOrThrow } from '../../script/plan-or-throw';
import type { RowAnswer, RowWork, RowWorkerStart } from './protocol';

const { source, ...work } = workerData as RowWorkerStart;
const setup = { ...work, plan: compileOrThrow(source) };
const columns = columnsFor(setup);
const runners = { exact: rowRunner(setup, 'exact', columns), lane: rowRunner(setup, 'lane', columns) };

const tell = (answer: RowAnswer, transfer: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(answer, transfer);

parentPort?.on('message', ({ places, share, route }: RowWork) => {
  runners[route](places, share).then(
    (rows) => tell({ rows }, buffersOf(rows)),
    (e: unknown) => {
      const { code, params } = toBacktabError(e);
      tell({ failure: { code, params } });
    },
  );
});
