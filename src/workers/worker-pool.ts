import type * as Comlink from 'comlink';
import { BacktabError } from '../core/errors';
import { PoolMember } from './pool-member';

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
  readonly #members: readonly PoolMember<Service>[];
  readonly #idle: PoolMember<Service>[];
  readonly #waiting: Waiting<Service>[] = [];
  #isClosed = false;

  /**
   * @param name     of the workers, as in messages
   * @param size     workers, 1 or more; each is started when it is first needed
   * @param start    makes the worker of a number
   * @param prepare  what a fresh worker is told before its first piece
   */
  constructor(
    name: string,
    size: number,
    start: (number: number) => Worker,
    prepare: (service: Comlink.Remote<Service>) => Promise<void>,
  ) {
    this.#members = Array.from(
      { length: size },
      (_, i) => new PoolMember<Service>(`${name} ${i + 1}`, () => start(i + 1), prepare),
    );
    this.#idle = this.#members.toReversed();
  }

  /** Pieces that keep every worker busy. */
  get depth(): number {
    return 2 * this.#members.length;
  }

  /** @throws BacktabError what the piece throws; `worker_lost` when it is lost again and again, or the pool is closed */
  run<T>(use: (service: Comlink.Remote<Service>) => Promise<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(closed());
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ use, resolve: resolve as (answer: unknown) => void, reject });
      this.#deal();
    });
  }

  /** Ends all workers; whatever they had in hand, or waited for one, fails. */
  close(): void {
    this.#isClosed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(closed());
    for (const member of this.#members) member.close();
  }

  #deal(): void {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const member = this.#idle.pop();
      const piece = this.#waiting.shift();
      if (member && piece) void this.#work(member, piece);
    }
  }

  async #work(member: PoolMember<Service>, { use, resolve, reject }: Waiting<Service>): Promise<void> {
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

const closed = (): BacktabError => new BacktabError('worker_lost', { worker: 'pool', reason: 'closed' });
