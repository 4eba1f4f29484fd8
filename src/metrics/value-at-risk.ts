import type { Column } from '../core/column';
import { finite } from './finite';
import { quantile } from './quantile';
import { isSample } from './sample';

/** Returns needed so that one of them is expected beyond the quantile: `1 / tail`, rounded up; 20 for 5 %. */
export const tailMinimum = (tail: number): number => Math.ceil(1 / tail - 1e-9);

/**
 * Historical value at risk: the loss of a bar that only the share `tail` of the bars exceeded, `-quantile(returns, tail)`
 * with linear interpolation.
 *
 * @param returns  `f64[n]`, simple per-bar returns, fractions
 * @param tail     in (0, 0.5], 0.05 for 95 % confidence
 * @returns        loss per bar, fraction, positive for a loss and negative when even this quantile is a
 *                 gain; null for fewer than `1 / tail` returns or a NaN
 * @see Jorion, Value at Risk, 3rd edition, 2006
 * @see empyrical-reloaded 0.7.1 `value_at_risk`, with its sign turned (tests/golden/performance.json)
 */
export function valueAtRisk(returns: Column, tail: number): number | null {
  return isSample(returns, tailMinimum(tail)) ? finite(0 - quantile(returns.toSorted(), tail)) : null;
}
