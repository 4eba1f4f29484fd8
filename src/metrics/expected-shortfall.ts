import type { Column } from '../core/column';
import { finite } from './finite';
import { isSample } from './sample';
import { tailMinimum } from './value-at-risk';

/**
 * Historical expected shortfall (CVaR): mean loss of the worst bars, those up to and with the one at rank
 * `floor((n - 1) * tail)`, the first rank being 0.
 *
 * @param returns  `f64[n]`, simple per-bar returns, fractions
 * @param tail     in (0, 0.5], 0.05 for 95 % confidence
 * @returns        loss per bar, fraction, positive for a loss; null for fewer than `1 / tail` returns or a NaN
 * @see Rockafellar and Uryasev, Conditional Value-at-Risk for General Loss Distributions, 2002
 * @see empyrical-reloaded 0.7.1 `conditional_value_at_risk`, with its sign turned (tests/golden/performance.json)
 */
export function expectedShortfall(returns: Column, tail: number): number | null {
  if (!isSample(returns, tailMinimum(tail))) return null;
  const worst = returns.toSorted().subarray(0, Math.floor((returns.length - 1) * tail) + 1);
  return finite(0 - worst.reduce((sum, r) => sum + r, 0) / worst.length);
}
