import type * as Comlink from 'comlink';
import { BacktabError, isBacktabError } from '../core/errors';
import { door, type Door } from './boundary';

/** How often a piece of work is tried again after a worker was lost with it. */
const TRIES = 3;

/** A piece of work that waits for a worker. */
interface Waiting<Service> {
  readonly use: (service: Comlink.Remote<Service>) => Promise<unknown>;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Workers of one kind that take pieces of work as they come, each when it is done with the one before. A lost worker is
 * replaced and its piece is begun again, so pieces must not leave anything behind.
 */
export class WorkerPool<Service> {
  readonly #members: readonly Member<Service>[];
  readonly #idle: Member<Service>[];
  readonly #waiting: Waiting<Service>[] = [];

  /**
   * @param size     workers, 1 or more; each is started when it is first needed
   * @param start    makes the worker of a number
   * @param prepare  what a fresh worker is told before its first piece
   */
  constructor(
    size: number,
    start: (number: number) => Worker,
    prepare: (service: Comlink.Remote<Service>) => Promise<void>,
  ) {
    this.#members = Array.from({ length: size }, (_, i) => new Member(i + 1, start, prepare));
    this.#idle = this.#members.toReversed();
  }

  /** Pieces that keep every worker busy. */
  get depth(): number {
    return 2 * this.#members.length;
  }

  /** @throws BacktabError what the piece throws; `worker_lost` when it is lost again and again, or the pool is closed */
  run<T>(use: (service: Comlink.Remote<Service>) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ use, resolve: resolve as (answer: unknown) => void, reject });
      this.#deal();
    });
  }

  /** Ends all workers; whatever they had in hand, or waited for one, fails. */
  close(): void {
    for (const member of this.#members) member.close();
    const closed = new BacktabError('worker_lost', { worker: 'pool', reason: 'closed' });
    for (const { reject } of this.#waiting.splice(0)) reject(closed);
  }

  #deal(): void {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const member = this.#idle.pop();
      const piece = this.#waiting.shift();
      if (member && piece) void this.#work(member, piece);
    }
  }

  async #work(member: Member<Service>, { use, resolve, reject }: Waiting<Service>): Promise<void> {
    try {
      resolve(await member.run(use));
    } catch (e) {
      reject(e);
    } finally {
      this.#idle.push(member);
      this.#deal();
    }
  }
}

class Member<Service> {
  readonly #door: Door<Service>;
  readonly #prepare: (service: Comlink.Remote<Service>) => Promise<void>;
  #isReady = false;
  #isClosed = false;

  constructor(
    number: number,
    start: (number: number) => Worker,
    prepare: (service: Comlink.Remote<Service>) => Promise<void>,
  ) {
    this.#prepare = prepare;
    this.#door = door<Service>(`pool ${number}`, () => {
      this.#isReady = false;
      return start(number);
    });
  }

  async run(use: (service: Comlink.Remote<Service>) => Promise<unknown>): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        if (this.#isClosed) throw new BacktabError('worker_lost', { worker: 'pool', reason: 'closed' });
        return await this.#door.call(async (service) => {
          if (!this.#isReady) await this.#prepare(service);
          this.#isReady = true;
          return use(service);
        });
      } catch (e) {
        if (!isBacktabError(e, 'worker_lost') || this.#isClosed || attempt === TRIES) throw e;
      }
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#door.close();
  }
}
