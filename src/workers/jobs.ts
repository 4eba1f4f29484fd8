import { BacktabError } from '../core/errors';
import type { Job } from '../core/job';
import type { OnProgress } from './protocol';

/** Longest stretch without giving other messages (a cancel, a pause) their turn. */
const TURN_MS = 16;
/** Progress is told at most this often. */
const TELL_MS = 50;

/** A job whose end by a cancel is known at once, so that what works for it elsewhere can be ended, too. */
export interface WatchedJob extends Job {
  readonly signal: AbortSignal;
}

/** A job that runs or is paused. */
interface Running {
  readonly abort: AbortController;
  /** Lets a paused job go on; null while it is not paused. */
  release: (() => void) | null;
  paused: Promise<void> | null;
}

/** The jobs that run in this worker, by the number the page gave each. */
export class Jobs {
  readonly #running = new Map<number, Running>();

  /** Ends a job at its next checkpoint, paused or not; does nothing when it is not running. */
  cancel(id: number): void {
    this.#running.get(id)?.abort.abort();
    this.resume(id);
    this.#running.delete(id);
  }

  /** Holds a job at its next checkpoint until it is resumed or cancelled. */
  pause(id: number): void {
    const job = this.#running.get(id);
    if (!job || job.paused) return;
    job.paused = new Promise((resolve) => (job.release = resolve));
  }

  /** Lets a paused job go on. */
  resume(id: number): void {
    const job = this.#running.get(id);
    job?.release?.();
    if (job) Object.assign(job, { paused: null, release: null });
  }

  /**
   * Runs work under a number, so that `cancel`, `pause` and `resume` reach it. The last progress is told before the
   * result.
   *
   * @param name  as in the message of `cancelled`
   * @throws BacktabError `cancelled`, or whatever `work` throws
   */
  async run<T>(
    id: number,
    name: string,
    onProgress: OnProgress,
    work: (job: WatchedJob) => Promise<T>,
  ): Promise<T> {
    const abort = new AbortController();
    const { signal } = abort;
    const own: Running = { abort, release: null, paused: null };
    this.#running.set(id, own);
    let turn = performance.now();
    let told = -Infinity;
    let telling: unknown;
    const checkpoint = async (done: number, total: number): Promise<void> => {
      const now = performance.now();
      if (now - told >= TELL_MS || done === total) {
        told = now;
        telling = onProgress(done, total);
      }
      if (now - turn >= TURN_MS) {
        await nextTurn();
        turn = performance.now();
      }
      if (own.paused) {
        await own.paused;
        turn = performance.now();
      }
      if (signal.aborted) throw new BacktabError('cancelled', { work: name });
    };
    try {
      const result = await work({ checkpoint, signal });
      await telling;
      return result;
    } catch (e) {
      if (signal.aborted) throw new BacktabError('cancelled', { work: name });
      throw e;
    } finally {
      if (this.#running.get(id) === own) this.#running.delete(id);
    }
  }
}

/** Lets queued messages be handled first. */
function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
