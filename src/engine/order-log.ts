import type { OrderId } from '../core/nominal';
import type { OrderReason, OrderStatus } from '../core/order';
import type { EventBook } from './event-book';
import { OrderTable, type OrderTableState } from './order-table';
import { refill } from './refill';
import { copyOrder, type OrderDraft, type WorkingOrder } from './working-order';

/** What a snapshot keeps of it. */
export interface OrderLogState {
  readonly bar: number;
  readonly time: number;
  readonly lastId: number;
  readonly table: OrderTableState;
  /** Orders that have not ended. */
  readonly living: readonly WorkingOrder[];
  readonly refused: readonly (readonly [key: string, id: OrderId])[];
}

/**
 * Every order of a run, with what happens to it told to the run's book of events. An order that has ended is kept as a row
 * of a table.
 *
 * A strategy may ask for the same impossible thing on each of a million bars. Such refusals are
 * kept once: until the next fill, a refusal with the market, side, tag, reason and code of an earlier one only
 * moves that record's last event to the present bar, in the book too, and its own number stays unused.
 */
export class OrderLog {
  #bar = 0;
  #time = NaN;
  #lastId = 0;
  readonly #table = new OrderTable();
  /** Orders that have not ended, in any order. */
  readonly #living: WorkingOrder[] = [];
  /** Numbers of the orders refused since the last fill, by `refusalKey`. */
  readonly #refused = new Map<string, OrderId>();
  readonly #events: EventBook;

  /** @param events  the run's book, which grows */
  constructor(events: EventBook) {
    this.#events = events;
  }

  /** All orders in order of submission. */
  get orders(): OrderTable {
    for (const order of this.#living) this.#table.write(order);
    return this.#table;
  }

  /** Newest number that an order or a repeated refusal got. */
  get lastId(): number {
    return this.#lastId;
  }

  /** Sets the bar that the next events happen on. */
  moveTo(bar: number, time: number): void {
    this.#bar = bar;
    this.#time = time;
  }

  /** Numbers an order, with its first event. */
  submit(order: WorkingOrder, reason: OrderReason): WorkingOrder {
    order.id = this.#nextId();
    order.lastReason = reason;
    this.#table.add(order);
    this.#living.push(order);
    this.#events.amounts('submitted', this.#bar, this.#time, order.id, order, reason);
    return order;
  }

  /** The next event in an order's life. */
  step(order: WorkingOrder, status: OrderStatus, reason: OrderReason): void {
    order.status = status;
    order.lastReason = reason;
    this.#events.step('order', this.#bar, this.#time, order.id, status, reason);
    if (status === 'submitted' || status === 'accepted' || status === 'partially_filled') return;
    this.#table.write(order);
    this.#bury(order);
    if (status === 'filled' && this.#refused.size > 0) this.#refused.clear();
  }

  /** Tells that the size or the prices of an order have changed. */
  amended(order: WorkingOrder): void {
    this.#events.amounts('amended', this.#bar, this.#time, order.id, order, order.lastReason);
  }

  /** Refuses a request before it became an order. */
  refuse(order: WorkingOrder, code: OrderReason): void {
    const key = refusalKey(order, code);
    const earlier = this.#refused.get(key);
    if (earlier) {
      this.#nextId();
      this.#repeat(earlier, code);
      return;
    }
    this.submit(order, 'signal');
    this.step(order, 'rejected', code);
    this.#refused.set(key, order.id);
  }

  /** Refuses an order that was already accepted. */
  reject(order: WorkingOrder, code: OrderReason): void {
    const key = refusalKey(order, code);
    const earlier = order.filled > 0 ? undefined : this.#refused.get(key);
    if (earlier) {
      this.#forget(order);
      this.#repeat(earlier, code);
      return;
    }
    this.step(order, 'rejected', code);
    this.#refused.set(key, order.id);
  }

  /** State for a snapshot: living orders are copied with all that the engine knows of them. */
  save(): OrderLogState {
    return {
      bar: this.#bar,
      time: this.#time,
      lastId: this.#lastId,
      table: this.orders.save(),
      living: this.#living.map(copyOrder),
      refused: [...this.#refused],
    };
  }

  /** Answers the orders that have not ended by their ids, so that those who hold them can find them again. */
  restore({ bar, time, lastId, table, living, refused }: OrderLogState): ReadonlyMap<OrderId, WorkingOrder> {
    this.#bar = bar;
    this.#time = time;
    this.#lastId = lastId;
    this.#table.restore(table);
    refill(this.#living, living.map(copyOrder));
    this.#refused.clear();
    for (const [key, id] of refused) this.#refused.set(key, id);
    return new Map(this.#living.map((order) => [order.id, order]));
  }

  #nextId(): OrderId {
    this.#lastId += 1;
    return this.#lastId as OrderId;
  }

  /** An order has ended. */
  #bury(order: WorkingOrder): void {
    const living = this.#living;
    const at = living.lastIndexOf(order);
    const last = living.pop();
    if (last && last !== order) living[at] = last;
  }

  #forget(order: WorkingOrder): void {
    order.status = 'rejected';
    this.#table.remove(order.id);
    this.#bury(order);
    const events = this.#events;
    for (let row = events.length - 1; row >= 0; row--) {
      if (events.orderAt(row) !== order.id) continue;
      const kind = events.kindAt(row);
      if (kind === 'order' || kind === 'submitted') events.remove(row);
      if (kind === 'submitted') return;
    }
  }

  #repeat(order: OrderId, reason: OrderReason): void {
    const events = this.#events;
    const last = events.length - 1;
    if (last >= 0 && events.kindAt(last) === 'refused_again' && events.orderAt(last) === order)
      events.remove(last);
    events.step('refused_again', this.#bar, this.#time, order, 'rejected', reason);
  }
}

/** What makes two refusals the same. */
const refusalKey = ({ market, side, tag, reason }: OrderDraft, code: OrderReason): string =>
  [market, side, code, tag, reason].join('\0');
