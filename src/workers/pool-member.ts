import type * as Comlink from 'comlink';
import { BacktabError, isBacktabError } from '../core/errors';
import { door, type Door } from './boundary';

/** How often work is tried again after a worker was lost with it. */
const TRIES = 3;

/** One worker of a pool: loaded before its first work, replaced when it is lost, and its work done again. */
export class PoolMember<Service> {
  readonly #door: Door<Service>;
  readonly #load: (service: Comlink.Remote<Service>) => Promise<unknown>;
  #loaded = false;

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
    this.#load = load;
    this.#door = door<Service>(name, () => {
      this.#loaded = false;
      return open();
    });
  }

  async run<T>(work: (service: Comlink.Remote<Service>) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#try(work);
      } catch (e) {
        const closed = e instanceof BacktabError && 'reason' in e.params && e.params.reason === 'closed';
        if (!isBacktabError(e, 'worker_lost') || closed || attempt === TRIES) throw e;
      }
    }
  }

  #try<T>(work: (service: Comlink.Remote<Service>) => Promise<T>): Promise<T> {
    return this.#door.call(async (service) => {
      if (!this.#loaded) await this.#load(service);
      this.#loaded = true;
      return work(service);
    });
  }

  close(): void {
    this.#door.close();
  }
}
