import type * as Comlink from 'comlink';
import type { Bars } from '../core/bars';
import { BacktabError, isBacktabError, toBacktabError } from '../core/errors';
import { door, type Door } from './boundary';
import type { IndicatorService } from './indicator.worker';
import { barBuffers } from './transfer';

/** How often a request is tried again after a worker was lost with it. */
const TRIES = 3;
/** Copies of the bars together take no more than this, so that long histories use fewer workers. */
const COPIES_BYTES = 512 * 2 ** 20;

/** How a request of a run ended: with a value, or with a failure of its own. */
export type Settled<T> = { readonly value: T } | { readonly failure: BacktabError };

/** Workers that compute indicators on the bars of one dataset at a time; a lost one is replaced. */
export class IndicatorPool {
  readonly #members: readonly Member[];
  #size = 1;
  #closed = false;

  /** @param most  workers, 1 or more */
  constructor(most: number) {
    this.#members = Array.from({ length: most }, (_, i) => new Member(i));
  }

  /** Takes the bars that later runs are computed on; they are copied to each worker that takes part. */
  load(bars: Bars): void {
    const bytes = barBuffers(bars).reduce((sum, buffer) => sum + buffer.byteLength, 0);
    const fitting = Math.max(1, Math.floor(COPIES_BYTES / Math.max(1, bytes)));
    this.#size = Math.min(this.#members.length, fitting);
    for (const member of this.#members) member.load(bars);
  }

  /**
   * Deals items out: each worker takes the next when it is done with one.
   *
   * @param settled  told of each end, in the order in which they come; when it throws, the run ends
   * @returns        workers that took part
   * @throws whatever `settled` throws, or `worker_lost` once the pool is closed
   */
  async run<Item, T>(
    items: readonly Item[],
    use: (service: Comlink.Remote<IndicatorService>, item: Item) => Promise<T>,
    settled: (index: number, end: Settled<T>) => Promise<void>,
  ): Promise<number> {
    let next = 0;
    const work = async (member: Member): Promise<void> => {
      for (let i = next++; i < items.length && !this.#closed; i = next++) {
        const item = items[i]!;
        await settled(i, await member.settle((service) => use(service, item)));
      }
    };
    const members = this.#members.slice(0, Math.min(this.#size, Math.max(1, items.length)));
    await Promise.all(members.map(work));
    if (this.#closed) throw new BacktabError('worker_lost', { worker: 'indicator', reason: 'closed' });
    return members.length;
  }

  /** Asks one worker; throws what it throws. */
  async one<T>(use: (service: Comlink.Remote<IndicatorService>) => Promise<T>): Promise<T> {
    const end = await this.#members[0]!.settle(use);
    if ('failure' in end) throw end.failure;
    return end.value;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Ends its workers for good; a run that goes on rejects with `worker_lost`. */
  close(): void {
    this.#closed = true;
    for (const member of this.#members) member.close();
  }
}

class Member {
  readonly #door: Door<IndicatorService>;
  #bars: Bars | null = null;
  #loaded = false;

  constructor(number: number) {
    this.#door = door<IndicatorService>(`indicator ${number + 1}`, () => {
      this.#loaded = false;
      return new Worker(new URL('./indicator.worker.ts', import.meta.url), {
        type: 'module',
        name: `indicator-${number + 1}`,
      });
    });
  }

  load(bars: Bars): void {
    this.#bars = bars;
    this.#loaded = false;
  }

  async settle<T>(use: (service: Comlink.Remote<IndicatorService>) => Promise<T>): Promise<Settled<T>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return { value: await this.#try(use) };
      } catch (e) {
        const failure = toBacktabError(e);
        if (!isBacktabError(failure, 'worker_lost')) return { failure };
        if (failure.params.reason === 'closed') throw failure;
        if (attempt === TRIES) return { failure };
      }
    }
  }

  #try<T>(use: (service: Comlink.Remote<IndicatorService>) => Promise<T>): Promise<T> {
    return this.#door.call(async (service) => {
      if (!this.#loaded && this.#bars) await service.load(this.#bars);
      this.#loaded = true;
      return use(service);
    });
  }

  close(): void {
    this.#door.close();
  }
}
