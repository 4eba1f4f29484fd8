import type { Trade } from '../core/order';
import { finite } from './finite';

/**
 * Return of buying and holding by TradingView's rule: the whole capital buys at the price of the first entry and is
 * held to the last close.
 *
 * @param trades     trades of the run on one instrument
 * @param lastPrice  last close that is known, quote currency
 * @returns          fraction; null without a trade or for a price that is not above 0
 * @see TradingView, help centre, Overview: Buy & hold equity
 */
export function buyAndHold(trades: readonly Trade[], lastPrice: number): number | null {
  let first: Trade | null = null;
  for (const trade of trades) if (!first || trade.entryBar < first.entryBar) first = trade;
  return first && first.entryPrice > 0 && lastPrice > 0 ? finite(lastPrice / first.entryPrice - 1) : null;
}
