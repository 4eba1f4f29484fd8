import type { Column } from '../core/column';
import { drawdownPeriods } from './drawdown-periods';

/**
 * Longest time under water: calendar days from a peak until the account was back at it, the longest of all falls,
 * also when it has not come back by the last bar. `maxDrawdownDuration` counts bars.
 *
 * @param equity  `f64[n]`, account currency, one per bar, above zero
 * @param time    `f64[n]`, Unix milliseconds
 * @returns       days, 0 when the account never fell; null for no bars
 * @see pyfolio-reloaded 0.10.1 `gen_drawdown_table` (tests/golden/performance.json)
 */
export function longestUnderWater(equity: Column, time: Column): number | null {
  if (equity.length === 0) return null;
  return drawdownPeriods(equity, time).reduce((longest, { days }) => Math.max(longest, days), 0);
}
