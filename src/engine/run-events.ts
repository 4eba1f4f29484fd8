import type { RunEvent } from '../core/event';
import type { Fill, OrderEvent, OrderRecord } from '../core/order';
import type { EventBook } from './event-book';
import type { OrderTable } from './order-table';

const NO_EVENTS: readonly OrderEvent[] = [];

/** All events of a run as values, in order. */
export function runEvents(book: EventBook, orders: OrderTable, fills: readonly Fill[]): readonly RunEvent[] {
  return Array.from({ length: book.length }, (_, row): RunEvent => {
    const [bar, time, id] = [book.barAt(row), book.timeAt(row), book.orderAt(row)];
    const kind = book.kindAt(row);
    switch (kind) {
      case 'submitted': {
        const record = orders.recordAt(orders.rowOf(id), NO_EVENTS);
        const { parent, market, side, type, timeInForce, tag, reason } = record;
        const { quantity, price, limit } = book.amountsAt(row);
        const order = {
          id,
          parent,
          market,
          side,
          type,
          quantity,
          price,
          limit,
          timeInForce,
          tag,
          reason,
        };
        return { kind, bar, time, order, reason: book.reasonAt(row) };
      }
      case 'amended': {
        const { quantity, filled, price, limit } = book.amountsAt(row);
        return { kind, bar, time, order: id, quantity, filled, price, limit };
      }
      case 'order':
        return { kind, bar, time, order: id, status: book.statusAt(row), reason: book.reasonAt(row) };
      case 'refused_again':
        return { kind, bar, time, order: id, reason: book.reasonAt(row) };
      case 'fill':
        return { kind, bar, time, fill: fills[book.detailAt(row)]! };
      case 'told':
        return book.rare[book.detailAt(row)]!;
    }
  });
}

/** All orders of a run with their timelines, in order of submission. */
export function orderRecords(book: EventBook, orders: OrderTable): readonly OrderRecord[] {
  const timelines = Array.from({ length: orders.length }, (): OrderEvent[] => []);
  for (let row = 0; row < book.length; row++) {
    const kind = book.kindAt(row);
    if (kind !== 'submitted' && kind !== 'order' && kind !== 'refused_again') continue;
    const timeline = timelines[orders.rowOf(book.orderAt(row))]!;
    // a repeated refusal is told once more, at the newest of its bars
    if (kind === 'refused_again' && timeline.at(-2)?.status === 'rejected') timeline.pop();
    timeline.push({
      bar: book.barAt(row),
      time: book.timeAt(row),
      status: book.statusAt(row),
      reason: book.reasonAt(row),
    });
  }
  return timelines.map((timeline, row) => orders.recordAt(row, timeline));
}
