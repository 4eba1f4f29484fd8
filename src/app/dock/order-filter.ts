import type { OrderReason, OrderRecord, OrderStatus, Side } from '../../core/order';
import { lastReason } from './order-words';

/** Which orders are listed; null means all. */
export interface OrderFilter {
  readonly status: OrderStatus | null;
  readonly reason: OrderReason | null;
  readonly tag: string | null;
  readonly side: Side | null;
  /** Alias, where a run goes over several instruments. */
  readonly instrument: string | null;
}

export const ALL_ORDERS: OrderFilter = {
  status: null,
  reason: null,
  tag: null,
  side: null,
  instrument: null,
};

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
  /** Empty for a run on one instrument. */
  readonly instrument: readonly FilterChoice<string>[];
}

/**
 * The orders that a filter leaves, in their order.
 *
 * @param aliases  of the instruments, where a run goes over several
 */
export function filterOrders(
  orders: readonly OrderRecord[],
  filter: OrderFilter,
  aliases: readonly string[] = [],
): readonly OrderRecord[] {
  const { status, reason, tag, side, instrument } = filter;
  return orders.filter(
    (order) =>
      (status === null || order.status === status) &&
      (reason === null || lastReason(order) === reason) &&
      (tag === null || order.tag === tag) &&
      (side === null || order.side === side) &&
      (instrument === null || aliases[order.market] === instrument),
  );
}

/**
 * The values that orders have.
 *
 * @param aliases  of the instruments, where a run goes over several
 */
export const orderChoices = (
  orders: readonly OrderRecord[],
  aliases: readonly string[] = [],
): OrderChoices => ({
  status: counted(orders, (order) => order.status),
  reason: counted(orders, lastReason),
  tag: counted(orders, (order) => order.tag),
  side: counted(orders, (order) => order.side),
  instrument: aliases.length > 0 ? counted(orders, (order) => aliases[order.market] ?? '') : [],
});

/** The values that records have, most frequent first. */
export function counted<Row, Value extends string>(
  records: readonly Row[],
  valueOf: (record: Row) => Value,
): readonly FilterChoice<Value>[] {
  const counts = new Map<Value, number>();
  for (const record of records) counts.set(valueOf(record), (counts.get(valueOf(record)) ?? 0) + 1);
  return Array.from(counts, ([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
