import { Worker } from 'node:worker_threads';
import { BacktabError } from '../../core/errors';
import type { Route } from '../../research/sweep/row-runner';
import { joinRows } from '../../research/sweep/row-list';
import type { RowRunner, TrialRows } from '../../research/sweep/trial-rows';
import type { RowAnswer, RowWork, RowWorkerStart } from './protocol';

/** How often settings are tried again after a worker was lost with them. */
const TRIES = 3;

/** Runs settings of one sweep: in this thread, or dealt out to workers where there are more than one. */
export class RowPool {
  readonly #members: readonly Member[];
  readonly #own: Readonly<Record<Route, RowRunner>>;

  /**
   * @param size  workers, 1 or more; one is this thread
   * @param own   runs in this thread
   * @param code  the built worker
   */
  constructor(size: number, own: Readonly<Record<Route, RowRunner>>, code: URL, start: RowWorkerStart) {
    this.#own = own;
    this.#members = size === 1 ? [] : Array.from({ length: size }, (_, i) => new Member(i + 1, code, start));
  }

  /** Rows come in the order of the places. */
  runner(route: Route): RowRunner {
    if (this.#members.length === 0) return this.#own[route];
    return async (places, bars) => {
      const part = Math.ceil(places.length / this.#members.length);
      const parts = this.#members.flatMap((member, i) => {
        const own = places.slice(i * part, (i + 1) * part);
        return own.length > 0 ? [member.run({ places: own, bars, route })] : [];
      });
      return joinRows(await Promise.all(parts));
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.#members.map((member) => member.close()));
  }
}

class Member {
  readonly #name: string;
  readonly #code: URL;
  readonly #start: RowWorkerStart;
  #worker: Worker | null = null;

  constructor(number: number, code: URL, start: RowWorkerStart) {
    this.#name = `sweep ${number}`;
    this.#code = code;
    this.#start = start;
  }

  async run(work: RowWork): Promise<TrialRows> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#try(work);
      if ('rows' in answer) return answer.rows;
      if ('failure' in answer) throw new BacktabError(answer.failure.code, answer.failure.params);
      if (attempt === TRIES)
        throw new BacktabError('worker_lost', { worker: this.#name, reason: answer.lost });
    }
  }

  #try(work: RowWork): Promise<RowAnswer | { readonly lost: string }> {
    return new Promise((resolve) => {
      const worker = (this.#worker ??= new Worker(this.#code, { workerData: this.#start }));
      const lose = (lost: string): void => {
        if (this.#worker === worker) this.#worker = null;
        resolve({ lost });
      };
      worker.removeAllListeners();
      worker.on('error', (e: unknown) => lose(e instanceof Error ? e.message : String(e)));
      worker.on('exit', (code) => lose(`it ended with ${code}`));
      worker.on('message', (answer: RowAnswer) => resolve(answer));
      worker.postMessage(work);
    });
  }

  async close(): Promise<void> {
    this.#worker?.removeAllListeners();
    await this.#worker?.terminate();
  }
}
