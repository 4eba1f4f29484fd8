import type { OrderReason, OrderRecord, OrderStatus, Side } from '../../core/order';
import { lastReason } from './order-words';

/** Which orders are listed; null means all. */
export interface OrderFilter {
  readonly status: OrderStatus | null;
  readonly reason: OrderReason | null;
  readonly tag: string | null;
  readonly side: Side | null;
}

export const ALL_ORDERS: OrderFilter = { status: null, reason: null, tag: null, side: null };

/** A value that orders have, with how many have it. */
export interface FilterChoice<Value extends string> {
  readonly value: Value;
  readonly count: number;
}

/** What there is to choose from, most frequent first. */
export interface OrderChoices {
  readonly status: readonly FilterChoice<OrderStatus>[];
  readonly reason: readonly FilterChoice<OrderReason>[];
  readonly tag: readonly FilterChoice<string>[];
  readonly side: readonly FilterChoice<Side>[];
}

/** The orders that a filter leaves, in their order. */
export function filterOrders(orders: readonly OrderRecord[], filter: OrderFilter): readonly OrderRecord[] {
  const { status, reason, tag, side } = filter;
  return orders.filter(
    (order) =>
      (status === null || order.status === status) &&
      (reason === null || lastReason(order) === reason) &&
      (tag === null || order.tag === tag) &&
      (side === null || order.side === side),
  );
}

/** The values that orders have. */
export const orderChoices = (orders: readonly OrderRecord[]): OrderChoices => ({
  status: counted(orders, (order) => order.status),
  reason: counted(orders, lastReason),
  tag: counted(orders, (order) => order.tag),
  side: counted(orders, (order) => order.side),
});

function counted<Value extends string>(
  orders: readonly OrderRecord[],
  valueOf: (order: OrderRecord) => Value,
): readonly FilterChoice<Value>[] {
  const counts = new Map<Value, number>();
  for (const order of orders) counts.set(valueOf(order), (counts.get(valueOf(order)) ?? 0) + 1);
  return Array.from(counts, ([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
