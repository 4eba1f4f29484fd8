import { checkLength } from '../core/check';
import type { Column } from '../core/column';
import { finite } from './finite';

/** Fewest assets for a concentration. */
export const CONCENTRATION_MINIMUM = 2;

/** How concentrated the positions of a portfolio were. */
export interface Concentration {
  /** `f64[n]`: Herfindahl index per bar, in [1 / assets, 1]; NaN on a bar without a position or with an unknown one. */
  readonly perBar: Column;
  /** Mean over the bars with a position, and the greatest of them; null when there was none. */
  readonly mean: number | null;
  readonly greatest: number | null;
  /** `1 / mean`: how many equal positions would be as concentrated. */
  readonly effectiveAssets: number | null;
}

/**
 * Concentration by the Herfindahl index: sum of the squared shares that each asset has in the gross position value,
 * long and short alike. 1 is all in one asset, `1 / assets` the same in each.
 *
 * @param values  one column per asset, `f64[n]` each: position value per bar in account currency, signed
 * @returns       null for fewer than two assets
 *
 * @throws BacktabError `length_mismatch` when the columns differ in length
 * @see Hirschman, The Paternity of an Index, American Economic Review, 1964
 */
export function concentration(values: readonly Column[]): Concentration | null {
  if (values.length < CONCENTRATION_MINIMUM) return null;
  const rows = values[0]!.length;
  for (const column of values) checkLength('values', column.length, rows);
  const perBar: Column = new Float64Array(rows);
  let sum = 0;
  let held = 0;
  let greatest = NaN;
  for (let i = 0; i < rows; i++) {
    const index = herfindahl(values, i);
    perBar[i] = index;
    if (Number.isNaN(index)) continue;
    sum += index;
    held += 1;
    if (!(index <= greatest)) greatest = index;
  }
  return {
    perBar,
    mean: finite(sum / held),
    greatest: finite(greatest),
    effectiveAssets: finite(held / sum),
  };
}

function herfindahl(values: readonly Column[], row: number): number {
  let gross = 0;
  for (const column of values) gross += Math.abs(column[row]!);
  let index = 0;
  for (const column of values) {
    const share = column[row]! / gross;
    index += share * share;
  }
  return index;
}
