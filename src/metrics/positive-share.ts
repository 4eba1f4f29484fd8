import type { Column } from '../core/column';
import { isSample } from './sample';

/**
 * Win rate of days (or any period): share of the returns above zero among those that are not zero, so that days without
 * a position do not count.
 *
 * @param returns  `f64[n]`, returns of days, months or bars, fractions
 * @returns        fraction in [0, 1]; null when no return differs from zero, or with a NaN
 * @see quantstats 0.0.64 `win_rate` (tests/golden/performance.json)
 */
export function positiveShare(returns: Column): number | null {
  if (!isSample(returns, 1)) return null;
  let above = 0;
  let moved = 0;
  for (let i = 0; i < returns.length; i++) {
    if (returns[i]! > 0) above += 1;
    if (returns[i] !== 0) moved += 1;
  }
  return moved === 0 ? null : above / moved;
}
