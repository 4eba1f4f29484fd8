import { isBacktabError } from './errors';

/** A worker that has not answered a piece of work for so long counts as lost; pieces take tenths of a second. */
export const SILENCE_MS = 600_000;
/** Why such a worker is ended, as in `worker_lost`. */
export const SILENCE = 'it did not answer for 10 minutes';

/** How often a piece of work is tried before its loss is told. */
const TRIES = 3;

/**
 * Does a piece of work again where a worker was lost with it, three times at most.
 *
 * @param attempt  one try; it rejects with `worker_lost` when the worker is lost
 * @throws whatever the last try throws
 */
export async function withTries<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (e) {
      if (!isBacktabError(e, 'worker_lost') || tries === TRIES) throw e;
    }
  }
}
