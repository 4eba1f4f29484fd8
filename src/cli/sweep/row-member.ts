import { BacktabError } from '../../core/errors';
import { SILENCE, SILENCE_MS, withTries } from '../../core/lost-workers';
import type { TrialRows } from '../../research/sweep/trial-rows';
import type { RowAnswer, RowPiece, RowWork } from './protocol';

/** What is used of a `Worker` of node:worker_threads that runs rows.worker.ts. */
export interface RowThread {
  on(event: 'message', listener: (answer: RowAnswer) => void): unknown;
  on(event: 'error' | 'messageerror', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  postMessage(piece: RowPiece): void;
  terminate(): Promise<number>;
}

/** A piece that a thread has in hand. */
interface InHand {
  readonly resolve: (rows: TrialRows) => void;
  readonly reject: (reason: BacktabError) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * One worker of a sweep: started before its first piece, replaced when it is lost or silent for ten minutes, and its
 * pieces done again.
 */
export class RowMember {
  readonly #name: string;
  readonly #open: () => RowThread;
  #thread: RowThread | null = null;
  /** By their numbers, which no two tries share. */
  readonly #inHand = new Map<number, InHand>();
  #last = 0;
  #isClosed = false;

  /**
   * @param name  of the worker, as in messages
   * @param open  starts one
   */
  constructor(name: string, open: () => RowThread) {
    this.#name = name;
    this.#open = open;
  }

  /** @throws BacktabError what the run throws; `worker_lost` when three workers are lost with it, or it is closed */
  run(work: RowWork): Promise<TrialRows> {
    return withTries(() => this.#try(work));
  }

  /** Ends the worker for good; what it has in hand rejects with `worker_lost`. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const thread = this.#thread;
    if (thread) this.#lose(thread, 'closed');
    await thread?.terminate();
  }

  #try(work: RowWork): Promise<TrialRows> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) {
        reject(this.#lost('closed'));
        return;
      }
      const thread = (this.#thread ??= this.#started());
      const piece = ++this.#last;
      thread.postMessage({ piece, ...work });
      const timer = setTimeout(() => this.#end(thread, SILENCE), SILENCE_MS);
      this.#inHand.set(piece, { resolve, reject, timer });
    });
  }

  #started(): RowThread {
    const thread = this.#open();
    thread.on('message', (answer) => this.#take(answer));
    thread.on('messageerror', () => this.#end(thread, 'a message could not be decoded'));
    thread.on('error', (e: unknown) => this.#end(thread, e instanceof Error ? e.message : String(e)));
    thread.on('exit', (code) => this.#lose(thread, `it ended with ${code}`));
    return thread;
  }

  /** An answer that nobody waits for, as of a thread that was given up, is left. */
  #take(answer: RowAnswer): void {
    const open = this.#inHand.get(answer.piece);
    if (!open) return;
    this.#inHand.delete(answer.piece);
    clearTimeout(open.timer);
    if ('rows' in answer) open.resolve(answer.rows);
    else open.reject(new BacktabError(answer.failure.code, answer.failure.params));
  }

  #end(thread: RowThread, reason: string): void {
    this.#lose(thread, reason);
    void thread.terminate();
  }

  #lose(thread: RowThread, reason: string): void {
    if (this.#thread !== thread) return;
    this.#thread = null;
    for (const { timer, reject } of this.#inHand.values()) {
      clearTimeout(timer);
      reject(this.#lost(reason));
    }
    this.#inHand.clear();
  }

  #lost(reason: string): BacktabError {
    return new BacktabError('worker_lost', { worker: this.#name, reason });
  }
}
