import { earlyRows, sharpeOfSums } from '../cell-run';

/**
 * Sharpe ratio per bar over the early bars.
 *
 * @param sum      of the early returns
 * @param squares  of their squares
 * @param returns  of the whole run
 */
export const sharpeOfEarly = (sum: number, squares: number, returns: number): number =>
  sharpeOfSums(sum, squares, earlyRows(returns));
