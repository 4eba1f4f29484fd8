import type { WorkingOrder } from '../working-order';

/** Moves a trailing stop with a new price, never back. */
export function follow(order: WorkingOrder, price: number): void {
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
  order.price = order.side === 'sell' ? order.best - behind : order.best + behind;
}
