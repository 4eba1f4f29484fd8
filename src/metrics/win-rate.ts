import type { Trade } from '../core/order';

/**
 * Win rate: share of the trades that earned more than they cost.
 *
 * @param closed  trades with an exit
 * @returns       fraction in [0, 1]; a trade of exactly zero is no win; null without trades
 */
export function winRate(closed: readonly Trade[]): number | null {
  return closed.length === 0 ? null : closed.filter((trade) => trade.pnl > 0).length / closed.length;
}
