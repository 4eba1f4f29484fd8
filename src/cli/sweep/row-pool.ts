import { dealRows } from '../../research/sweep/deal-rows';
import type { Route } from '../../research/sweep/row-runner';
import type { RowRunner } from '../../research/sweep/trial-rows';
import { RowMember, type RowThread } from './row-member';

/** Runs settings of one sweep: in this thread, or dealt out to workers where there are more than one. */
export class RowPool {
  readonly #members: readonly RowMember[];
  readonly #own: Readonly<Record<Route, RowRunner>>;

  /**
   * @param size  workers, 1 or more; one is this thread
   * @param own   runs in this thread
   * @param open  starts a worker
   */
  constructor(size: number, own: Readonly<Record<Route, RowRunner>>, open: () => RowThread) {
    this.#own = own;
    this.#members =
      size === 1 ? [] : Array.from({ length: size }, (_, i) => new RowMember(`sweep ${i + 1}`, open));
  }

  /** Rows come in the order of the places. */
  runner(route: Route): RowRunner {
    if (this.#members.length === 0) return this.#own[route];
    return dealRows(this.#members.map((member) => (places, bars) => member.run({ places, bars, route })));
  }

  /** Ends all workers; whatever they had in hand, or are given later, rejects with `worker_lost`. */
  async close(): Promise<void> {
    await Promise.all(this.#members.map((member) => member.close()));
  }
}
