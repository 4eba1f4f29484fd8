import type { Column } from '../core/column';
import { deepestFalls } from './drawdown-table';
import { finite } from './finite';

/**
 * Average drawdown: mean depth of the falls from a running peak, each counted once at its deepest.
 *
 * @param equity  `f64[n]`, account currency, one per bar, above zero
 * @returns       fraction, 0 when the account never fell; null for no bars or values that are not finite
 * @see quantstats 0.0.64 `drawdown_details` (tests/golden/performance.json)
 */
export function averageDrawdown(equity: Column): number | null {
  const falls = deepestFalls(equity, equity.length);
  if (equity.length === 0 || !equity.every(Number.isFinite)) return null;
  return falls.length === 0 ? 0 : finite(falls.reduce((sum, { depth }) => sum + depth, 0) / falls.length);
}
