import { joinRows } from './row-list';
import type { RowRunner } from './trial-rows';

/**
 * Settings dealt out to several runners at once, an equal stretch to each; rows come in the order of the places.
 *
 * @param runners  1 or more; those beyond the settings are not asked
 */
export function dealRows(runners: readonly RowRunner[]): RowRunner {
  return async (places, bars) => {
    const size = Math.ceil(places.length / runners.length);
    const parts = runners.flatMap((run, i) => {
      const own = places.slice(i * size, (i + 1) * size);
      return own.length > 0 ? [run(own, bars)] : [];
    });
    return joinRows(await Promise.all(parts));
  };
}
