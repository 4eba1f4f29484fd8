import { vi } from 'vitest';
import type { RandomSource } from './random-source';

/** Which way a message goes. */
export type Way = 'to worker' | 'to page';

interface Letter {
  readonly way: Way;
  readonly deliver: () => void;
}

/**
 * Messages between a page and workers that stand in its own thread, delivered one at a time in an order drawn from a seed.
 * Its clock must be vitest's: it goes on only when there is nothing else to do.
 */
export class Post {
  readonly #random: RandomSource;
  readonly #waiting: Letter[] = [];
  #late: Letter[] = [];
  /** Told before each delivery; how many there were so far. */
  onDelivery: (count: number) => void = () => undefined;
  #count = 0;

  constructor(random: RandomSource) {
    this.#random = random;
  }

  /** Messages delivered so far. */
  get count(): number {
    return this.#count;
  }

  add(way: Way, deliver: () => void): void {
    this.#waiting.push({ way, deliver });
  }

  /** Delivered only after the clock has gone on. */
  addLate(way: Way, deliver: () => void): void {
    this.#late.push({ way, deliver });
  }

  /** Delivers until nothing waits, nothing comes and no timer runs. */
  async settle(): Promise<void> {
    for (;;) {
      await this.deliver();
      if (vi.getTimerCount() === 0 && this.#late.length === 0) return;
      vi.runOnlyPendingTimers();
      this.#waiting.push(...this.#late.splice(0));
    }
  }

  /** Delivers until a work has ended, for workers that also wait for what is no message; the clock stands still. */
  async until<T>(work: Promise<T>): Promise<T> {
    const state = { isOver: false };
    const end = (): void => void (state.isOver = true);
    work.then(end, end);
    while (!state.isOver) await this.deliver();
    return work;
  }

  /** Delivers what waits and what that leads to, of one way or both, without the clock going on. */
  async deliver(ways: readonly Way[] = ['to worker', 'to page']): Promise<void> {
    for (;;) {
      await turn();
      const ready = this.#waiting.filter(({ way }) => ways.includes(way));
      if (ready.length === 0) return;
      const letter = this.#random.pick(ready);
      this.#waiting.splice(this.#waiting.indexOf(letter), 1);
      this.#count += 1;
      this.onDelivery(this.#count);
      letter.deliver();
    }
  }
}

/** Lets everything that is not a message or a timer run out. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
