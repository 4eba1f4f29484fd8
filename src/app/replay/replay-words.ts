import type { OrderRecord } from '../../core/order';
import { REASON_WORDS, TYPE_WORDS } from '../dock/order-words';
import { formatNumber } from '../format';

/** One thing that happened to an order on a bar. */
export interface ReplayLine {
  readonly order: number;
  readonly text: string;
}

/** What happened to orders on a bar, in words, as `Order 12, buy 34, market: Filled at the open`. */
export function linesAt(orders: readonly OrderRecord[], bar: number): readonly ReplayLine[] {
  const lines: ReplayLine[] = [];
  for (const order of orders) {
    const told = order.events.filter((event) => event.bar === bar);
    const last = told.at(-1);
    if (last) lines.push({ order: order.id, text: `${orderWords(order)}: ${REASON_WORDS[last.reason]}` });
  }
  return lines;
}

/** An order in words, as `Order 12, sell 34, stop at 2,929.79`. */
export function orderWords({ id, side, quantity, filled, type, price }: OrderRecord): string {
  const units = formatNumber(quantity - (filled < quantity ? filled : 0), {
    decimals: quantity % 1 === 0 ? 0 : 4,
  });
  const at = Number.isNaN(price) ? '' : ` at ${formatNumber(price)}`;
  return `Order ${id}, ${side} ${units}, ${TYPE_WORDS[type]}${at}`;
}
