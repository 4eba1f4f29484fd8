import type { Column } from '../core/column';
import { finite } from './finite';
import { yearlyDrawdown } from './yearly-drawdown';

/** The ten points that Jones adds to the average fall. */
export const STERLING_EXCESS = 0.1;

/**
 * Sterling ratio: growth a year over the mean of the deepest falls of each calendar year plus `excess`.
 *
 * @param growth  fraction a year, as `cagr`
 * @param equity  `f64[n]`, account currency, one per bar, above zero
 * @param time    `f64[n]`, Unix milliseconds
 * @param excess  added to the mean fall, fraction, 0 or more; `STERLING_EXCESS` as first published
 * @returns       ratio; null when growth is unknown, for fewer than two bars, or a divisor of zero
 * @see Kestner, Getting a Handle on True Performance, Futures, 1996
 */
export function sterling(growth: number | null, equity: Column, time: Column, excess: number): number | null {
  const falls = yearlyDrawdown(equity, time);
  if (growth === null || equity.length < 2 || falls.length === 0) return null;
  const divisor = falls.reduce((sum, fall) => sum + fall, 0) / falls.length + excess;
  return divisor > 0 ? finite(growth / divisor) : null;
}
