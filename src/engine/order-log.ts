import type { OrderId } from '../core/nominal';
import type { OrderReason, OrderStatus } from '../core/order';
import type { EventBook } from './event-book';
import { copyOrder, type OrderDraft, type WorkingOrder } from './working-order';
import { refill } from './refill';

/** What a snapshot keeps of it. */
export interface OrderLogState {
  readonly bar: number;
  readonly time: number;
  readonly lastId: number;
  readonly orders: readonly WorkingOrder[];
  readonly refused: readonly OrderId[];
}

/**
 * Every order of a run, with what happens to it told to the run's book of events.
 *
 * A strategy may ask for the same impossible thing on each of a million bars. Such refusals are
 * kept once: until the next fill, a refusal with the market, side, tag, reason and code of an earlier one only
 * moves that record's last event to the present bar, in the book too, and its own number stays unused.
 */
export class OrderLog {
  #bar = 0;
  #time = NaN;
  #lastId = 0;
  readonly #orders: WorkingOrder[] = [];
  /** Refusals since the last fill, by `refusalKey`. */
  readonly #refused = new Map<string, WorkingOrder>();
  readonly #events: EventBook;

  /** @param events  the run's book, which grows */
  constructor(events: EventBook) {
    this.#events = events;
  }

  /** All orders in order of submission. */
  get orders(): readonly WorkingOrder[] {
    return this.#orders;
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
    this.#orders.push(order);
    this.#events.amounts('submitted', this.#bar, this.#time, order.id, order, reason);
    return order;
  }

  /** The next event in an order's life. */
  step(order: WorkingOrder, status: OrderStatus, reason: OrderReason): void {
    order.status = status;
    order.lastReason = reason;
    this.#events.step('order', this.#bar, this.#time, order.id, status, reason);
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
    this.#refused.set(key, order);
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
    this.#refused.set(key, order);
  }

  /** State for a snapshot: orders are copied with all that the engine knows of them. */
  save(): OrderLogState {
    return {
      bar: this.#bar,
      time: this.#time,
      lastId: this.#lastId,
      orders: this.#orders.map(copyOrder),
      refused: [...this.#refused.values()].map(({ id }) => id),
    };
  }

  /** Answers the orders by their ids, so that those who hold them can find them again. */
  restore({ bar, time, lastId, orders, refused }: OrderLogState): ReadonlyMap<OrderId, WorkingOrder> {
    this.#bar = bar;
    this.#time = time;
    this.#lastId = lastId;
    const copies = orders.map(copyOrder);
    refill(this.#orders, copies);
    const byId = new Map(copies.map((order) => [order.id, order]));
    this.#refused.clear();
    for (const id of refused) {
      const order = byId.get(id);
      if (order) this.#refused.set(refusalKey(order, order.lastReason), order);
    }
    return byId;
  }

  #nextId(): OrderId {
    this.#lastId += 1;
    return this.#lastId as OrderId;
  }

  #forget(order: WorkingOrder): void {
    order.status = 'rejected';
    this.#orders.splice(this.#orders.lastIndexOf(order), 1);
    const events = this.#events;
    for (let row = events.length - 1; row >= 0; row--) {
      if (events.orderAt(row) !== order.id) continue;
      const kind = events.kindAt(row);
      if (kind === 'order' || kind === 'submitted') events.remove(row);
      if (kind === 'submitted') return;
    }
  }

  #repeat(order: WorkingOrder, reason: OrderReason): void {
    const events = this.#events;
    const last = events.length - 1;
    if (last >= 0 && events.kindAt(last) === 'refused_again' && events.orderAt(last) === order.id)
      events.remove(last);
    order.lastReason = reason;
    events.step('refused_again', this.#bar, this.#time, order.id, 'rejected', reason);
  }
}

/** What makes two refusals the same. */
const refusalKey = ({ market, side, tag, reason }: OrderDraft, code: OrderReason): string =>
  [market, side, code, tag, reason].join('\0');
