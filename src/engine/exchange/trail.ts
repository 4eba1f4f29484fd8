import { roundToTick } from '../costs/tick';
import type { MarketState } from '../market-state';
import type { WorkingOrder } from '../working-order';

/**
 * Moves a trailing stop with a new price, never back.
 *
 * @param tick  smallest step of a price, to which the stop is rounded away from the market as all stops are; 0 for none
 */
export function follow(order: WorkingOrder, price: number, tick: number): void {
  const { trail } = order;
  if (!trail) return;
  const isBetter = order.side === 'sell' ? !(price <= order.best) : !(price >= order.best);
  if (isBetter) order.best = price;
  const behind =
    trail.kind === 'percent'
      ? (order.best * trail.distance) / 100
      : trail.kind === 'atr'
        ? order.range * trail.distance
        : trail.distance;
  order.price =
    order.side === 'sell'
      ? roundToTick(order.best - behind, tick, -1)
      : roundToTick(order.best + behind, tick, 1);
}

/** The same for an order that waits in a market. */
export function followIn(market: MarketState, order: WorkingOrder, price: number): void {
  const before = order.price;
  follow(order, price, market.tick);
  if (order.price !== before) market.moved();
}
