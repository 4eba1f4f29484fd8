import { parentPort, workerData } from 'node:worker_threads';
import type { Column } from '../../core/column';
import { Ahead } from './ahead';
import { openAnswers } from './open-answers';
import { PartBuffer } from './part-buffer';
import type { FromWorker, ToWorker, WorkerStart } from './protocol';

const PART_BYTES = 256 * 1024;
/** Text that waits to be taken: the worker stops computing while there is more. */
const AHEAD_BYTES = 32 * 2 ** 20;

const { rows, columns, kernels, choice } = workerData as WorkerStart;
// Columns are typed as memory of one's own so that they can be handed over; these are only read.
const table = {
  rows,
  columns: new Map(columns.map(([name, memory]) => [name, new Float64Array(memory) as unknown as Column])),
};
const opened = openAnswers(table, kernels, choice);

const ahead = new Ahead(AHEAD_BYTES);

const tell = (message: FromWorker, transfer: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, transfer);

function flush(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const count = bytes.byteLength;
  tell({ kind: 'part', bytes }, [bytes.buffer]);
  return ahead.add(count);
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'taken') ahead.taken(message.bytes);
  else void work(message.lines, message.skip);
});

/** A failure here ends the worker, which the pool sees. */
async function work(lines: readonly string[], skip: number): Promise<void> {
  const { answers, note } = await opened;
  const buffer = new PartBuffer(PART_BYTES, flush, skip);
  await answers.write(lines, (bytes) => buffer.write(bytes));
  await buffer.end();
  tell({ kind: 'done', note: note() });
}
