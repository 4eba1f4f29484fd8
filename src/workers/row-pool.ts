import { dealRows } from '../research/sweep/deal-rows';
import type { Route } from '../research/sweep/row-runner';
import type { RowRunner } from '../research/sweep/trial-rows';
import { PoolMember } from './pool-member';
import type { RowService, RowWork } from './row-service';

/** Workers that run settings of one sweep; a lost one is replaced and its settings are run again. */
export class RowPool {
  readonly #members: readonly PoolMember<RowService>[];

  /**
   * @param size   workers, 1 or more; each is started when it is first needed
   * @param start  makes the worker of a number
   */
  constructor(size: number, work: RowWork, start: (number: number) => Worker = startRowWorker) {
    this.#members = Array.from(
      { length: size },
      (_, i) =>
        new PoolMember<RowService>(
          `sweep ${i + 1}`,
          () => start(i + 1),
          (service) => service.load(work),
        ),
    );
  }

  /** Deals settings out to the workers; rows come in the order of the places. */
  runner(route: Route): RowRunner {
    return dealRows(
      this.#members.map(
        (member) => (places, bars) => member.run((service) => service.run(places, bars, route)),
      ),
    );
  }

  /** Ends all workers; whatever they had in hand, or are given later, rejects with `worker_lost`. */
  close(): void {
    for (const member of this.#members) member.close();
  }
}

const startRowWorker = (number: number): Worker =>
  new Worker(new URL('./row.worker.ts', import.meta.url), { type: 'module', name: `row-${number}` });
