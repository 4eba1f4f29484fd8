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
 * Nanoseconds a row of a twin, the best of some rounds of each window, in a thread of its own. So it is compiled for itself, as it
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
  const best = Array<number>(windows).fill(Infinity);
  for (let round = 0; round < rounds; round++) {
    for (let k = 0; k < windows; k++) {
      const inputs = columns.map((column) => column.slice(k * rows, (k + 1) * rows));
      const start = performance.now();
      batch(indicator, inputs, params);
      best[k] = Math.min(best[k]!, performance.now() - start);
    }
  }
  return (best.reduce((sum, ms) => sum + ms, 0) * 1e6) / windows / rows;
}

const task = workerData as Partial<Task> | null;
if (!isMainThread && task?.twinOf !== undefined) parentPort?.postMessage(timed(task as Task));
