import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Column } from '../../src/core/column';
import { batch } from '../../src/indicators/batch';
import { findIndicator } from '../../src/indicators/catalogue';

/** What a thread times. */
interface Task {
  readonly twinOf: string;
  readonly columns: readonly Column[];
  readonly params: readonly number[];
  /** Rows of a call, and calls a round: as many different stretches of the columns. */
  readonly rows: number;
  readonly windows: number;
  readonly rounds: number;
}

/**
 * Nanoseconds a row of a twin, the best of some rounds, in a thread of its own. So it is compiled for itself, as it
 * is on a page or in a script that uses it and a few others. Where one loop has run hundreds of streams, engines
 * look each call up anew, and all cost several times as much.
 */
export async function twinTime(task: Task): Promise<number> {
  const worker = new Worker(new URL(import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function timed({ twinOf, columns, params, rows, windows, rounds }: Task): number {
  const indicator = findIndicator(twinOf)!;
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    let spent = 0;
    for (let k = 0; k < windows; k++) {
      const inputs = columns.map((column) => column.slice(k * rows, (k + 1) * rows));
      const start = performance.now();
      batch(indicator, inputs, params);
      spent += performance.now() - start;
    }
    best = Math.min(best, (spent * 1e6) / windows / rows);
  }
  return best;
}

const task = workerData as Partial<Task> | null;
if (!isMainThread && task?.twinOf !== undefined) parentPort?.postMessage(timed(task as Task));
