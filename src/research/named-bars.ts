import type { TimedBars } from '../script/frame-rows';
import { ColumnStore } from '../script/evaluate';

/** Bars of one dataset of a run, by the name that scripts call it. */
export interface NamedBars extends TimedBars {
  readonly name: string;
}

/**
 * The stores that a plan's rules run on, one per dataset in their order; null for those that the plan names, which the
 * others read.
 *
 * @param named  names of the datasets that the plan reads or trades (`referencesOf`)
 */
export function storesOf(
  named: readonly string[],
  datasets: readonly NamedBars[],
): readonly (ColumnStore | null)[] {
  const references = Object.fromEntries(datasets.map((dataset) => [dataset.name, dataset]));
  return datasets.map(({ name, bars, ...timed }) =>
    named.includes(name) ? null : new ColumnStore(bars, { ...timed, references }),
  );
}
