import { joinRows } from '../research/sweep/row-list';
import type { RowRunner } from '../research/sweep/trial-rows';
import type { Route } from '../research/sweep/row-runner';
import { PoolMember } from './pool-member';
import type { RowService, RowWork } from './row.worker';

/** Workers that run settings of one sweep; a lost one is replaced and its settings are run again. */
export class RowPool {
  readonly #members: readonly PoolMember<RowService>[];

  /** @param size  workers, 1 or more */
  constructor(size: number, work: RowWork) {
    this.#members = Array.from(
      { length: size },
      (_, i) =>
        new PoolMember<RowService>(
          `sweep ${i + 1}`,
          () =>
            new Worker(new URL('./row.worker.ts', import.meta.url), { type: 'module', name: `row-${i + 1}` }),
          (service) => service.load(work),
        ),
    );
  }

  /** Deals settings out to the workers; rows come in the order of the places. */
  runner(route: Route): RowRunner {
    return async (places, bars) => {
      const part = Math.ceil(places.length / this.#members.length);
      const parts = this.#members.flatMap((member, i) => {
        const own = places.slice(i * part, (i + 1) * part);
        return own.length > 0 ? [member.run((service) => service.run(own, bars, route))] : [];
      });
      return joinRows(await Promise.all(parts));
    };
  }

  close(): void {
    for (const member of this.#members) member.close();
  }
}
