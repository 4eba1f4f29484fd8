import type { MarketState } from '../market-state';
import type { WorkingOrder } from '../working-order';

/** Whether an execution now would take from a position rather than add to one. */
export function closes(market: MarketState, order: WorkingOrder): boolean {
  if (order.effect !== 'either') return order.effect === 'close';
  return market.closed(order.side).size > 0;
}

/** Whether an order leaves a position at a loss to where the price was: a stop, or the broker's own liquidation. */
export const isAdverse = (market: MarketState, order: WorkingOrder): boolean =>
  order.rule.wait === 'stop' && closes(market, order);

/** Last turn of `auctionTurn` that takes from positions only. */
export const LAST_CLOSING_TURN = 1;

/** Turn of an order at one price: what the broker closes, exits, entries, stops, targets. */
export function auctionTurn(market: MarketState, order: WorkingOrder): number {
  if (order.role === 'margin_call') return 0;
  if (order.role === 'stop') return 3;
  if (order.role === 'target') return 4;
  return closes(market, order) ? 1 : 2;
}
