import type { Column } from '../core/column';
import { deepestFalls } from './drawdown-table';
import { quotient } from './sample';

/**
 * Burke ratio: growth a year over the root of the sum of the squared depths of all falls, so that a few deep falls
 * weigh more than many shallow ones.
 *
 * @param growth  fraction a year, as `cagr`
 * @param equity  `f64[n]`, account currency, one per bar, above zero
 * @param count   how many of the deepest falls count, as Burke suggests; all when omitted
 * @returns       ratio; null when growth is unknown or the account never fell
 * @see Burke, A Sharper Sharpe Ratio, Futures, 1994
 */
export function burke(growth: number | null, equity: Column, count: number = equity.length): number | null {
  const squares = deepestFalls(equity, count).reduce((sum, { depth }) => sum + depth * depth, 0);
  return quotient(growth, Math.sqrt(squares));
}
