import type { Side } from '../core/order';
import type { MarketState } from './market-state';
import { ORDER_TYPES } from './order-types';
import { rounding } from './position';
import type { WorkingOrder } from './working-order';

/** Market orders of the strategy that close and wait. */
const leavers = ({ orders }: MarketState, side: Side): readonly WorkingOrder[] =>
  orders.filter(
    (order) =>
      order.role === 'signal' && order.effect === 'close' && order.type === 'market' && order.side === side,
  );

/** Whether market orders that wait close all that an order of this side could. */
export function isLeft(market: MarketState, side: Side): boolean {
  const held = market.closed(side).size;
  let leaving = 0;
  for (const order of leavers(market, side)) leaving += order.quantity - order.filled;
  return leaving > 0 && leaving >= held - rounding(held, market.lot);
}

/** Signed units once every order that waits for nothing but a price has filled. */
export function expectedUnits(market: MarketState): number {
  const { long, short } = market;
  let units = long.size - short.size;
  for (const order of market.orders) {
    if (order.role !== 'signal' || !isQueued(order)) continue;
    const unfilled = order.quantity - order.filled;
    const left = order.effect === 'close' ? Math.min(unfilled, market.closed(order.side).size) : unfilled;
    units += order.side === 'buy' ? left : -left;
  }
  return units;
}

/** Whether an order waits for nothing but a price. */
export function isQueued({ type }: WorkingOrder): boolean {
  const { wait, takes } = ORDER_TYPES[type];
  return wait === 'none' && takes === 'market';
}
