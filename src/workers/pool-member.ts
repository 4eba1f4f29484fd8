import type * as Comlink from 'comlink';
import { BacktabError } from '../core/errors';
import { SILENCE_MS, withTries } from '../core/lost-workers';
import { door, type Door } from './boundary';

/**
 * One worker of a pool: loaded before its first work, replaced when it is lost or silent for ten minutes, and its work
 * done again.
 */
export class PoolMember<Service> {
  readonly #name: string;
  readonly #door: Door<Service>;
  readonly #load: (service: Comlink.Remote<Service>) => Promise<unknown>;
  /** The worker that has what all of its work needs. */
  #loaded: Comlink.Remote<Service> | null = null;
  #isClosed = false;

  /**
   * @param name  of the worker, as in messages
   * @param open  starts one
   * @param load  gives a fresh one what all of its work needs
   */
  constructor(
    name: string,
    open: () => Worker,
    load: (service: Comlink.Remote<Service>) => Promise<unknown>,
  ) {
    this.#name = name;
    this.#load = load;
    this.#door = door<Service>(name, open);
  }

  /** @throws BacktabError what the work throws; `worker_lost` when three workers are lost with it, or it is closed */
  run<T>(work: (service: Comlink.Remote<Service>) => Promise<T>): Promise<T> {
    return withTries(() => this.#try(work));
  }

  async #try<T>(work: (service: Comlink.Remote<Service>) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new BacktabError('worker_lost', { worker: this.#name, reason: 'closed' });
    return this.#door.call(async (service) => {
      if (this.#loaded !== service) await this.#load(service);
      this.#loaded = service;
      return work(service);
    }, SILENCE_MS);
  }

  /** Ends the worker for good; what it has in hand rejects with `worker_lost`. */
  close(): void {
    this.#isClosed = true;
    this.#door.close();
  }
}
