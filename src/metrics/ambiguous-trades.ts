import type { Trade } from '../core/order';

/**
 * Ambiguous trades: how many left on a bar that held both their stop and their target, so that which of them came
 * first is an assumption of the run.
 *
 * @param closed  trades with an exit
 * @returns       count
 */
export const ambiguousTrades = (closed: readonly Trade[]): number =>
  closed.filter((trade) => trade.ambiguous).length;
