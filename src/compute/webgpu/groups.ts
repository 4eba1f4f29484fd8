import { isBacktabError } from '../../core/errors';

/** How many lanes go to a device at a time: at first, and at least. */
export interface GroupSizes {
  readonly most: number;
  readonly fewest: number;
}

/**
 * Runs lanes group by group. A group that the memory of the device is too small for is halved and tried again.
 *
 * @param run  one group, from its first lane on
 * @throws BacktabError `backend_unavailable` when there is not even room for the fewest, and what `run` throws
 */
export async function inGroups(
  lanes: number,
  { most, fewest }: GroupSizes,
  run: (first: number, count: number) => Promise<void>,
): Promise<void> {
  let size = most;
  for (let first = 0; first < lanes;) {
    const count = Math.min(size, lanes - first);
    try {
      await run(first, count);
      first += count;
    } catch (e) {
      if (!isBacktabError(e, 'backend_unavailable') || count <= fewest) throw e;
      size = Math.ceil(count / 2);
    }
  }
}
