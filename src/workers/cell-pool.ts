import { BacktabError, isBacktabError } from '../core/errors';
import type { CellRun, ExactRunner } from '../research/cell-run';
import { door, type Door } from './boundary';
import type { CellRoute, CellService, CellWork } from './cell.worker';

/** How often cells are tried again after a worker was lost with them. */
const TRIES = 3;

/** Workers that run cells of one sweep exactly; a lost one is replaced and its cells are run again. */
export class CellPool {
  readonly size: number;
  readonly #members: readonly Member[];

  /** @param size  workers, 1 or more */
  constructor(size: number, work: CellWork) {
    this.size = size;
    this.#members = Array.from({ length: size }, (_, i) => new Member(i, work));
  }

  /** Deals cells out to the workers, who run them by the whole engine; answers in the order of the cells. */
  readonly run: ExactRunner = (cells) => this.#deal(cells, 'exact');

  /** The same by lanes, where they know the script. */
  readonly runByLanes: ExactRunner = (cells) => this.#deal(cells, 'lane');

  async #deal(cells: readonly (readonly number[])[], route: CellRoute): Promise<readonly CellRun[]> {
    const share = Math.ceil(cells.length / this.size);
    const parts = this.#members.map((member, i) =>
      member.run(cells.slice(i * share, (i + 1) * share), route),
    );
    return (await Promise.all(parts)).flat();
  }

  close(): void {
    for (const member of this.#members) member.close();
  }
}

class Member {
  readonly #door: Door<CellService>;
  readonly #work: CellWork;
  #loaded = false;

  constructor(number: number, work: CellWork) {
    this.#work = work;
    this.#door = door<CellService>(`sweep ${number + 1}`, () => {
      this.#loaded = false;
      return new Worker(new URL('./cell.worker.ts', import.meta.url), {
        type: 'module',
        name: `cell-${number + 1}`,
      });
    });
  }

  async run(cells: readonly (readonly number[])[], route: CellRoute): Promise<readonly CellRun[]> {
    if (cells.length === 0) return [];
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#try(cells, route);
      } catch (e) {
        const closed = e instanceof BacktabError && 'reason' in e.params && e.params.reason === 'closed';
        if (!isBacktabError(e, 'worker_lost') || closed || attempt === TRIES) throw e;
      }
    }
  }

  #try(cells: readonly (readonly number[])[], route: CellRoute): Promise<readonly CellRun[]> {
    return this.#door.call(async (service) => {
      if (!this.#loaded) await service.load(this.#work);
      this.#loaded = true;
      return service.run(cells, route);
    });
  }

  close(): void {
    this.#door.close();
  }
}
