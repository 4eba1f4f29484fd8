import type { RunEvent } from '../core/event';
import type { OrderId } from '../core/nominal';
import type { OrderReason, OrderRecord, OrderStatus } from '../core/order';
import type { OrderDraft, WorkingOrder } from './working-order';
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
 * Every order of a run with its timeline, told to the run's list of events.
 *
 * A strategy may ask for the same impossible thing on each of a million bars. Such refusals are
 * kept once: until the next fill, a refusal with the market, side, tag, reason and code of an earlier one only
 * moves that record's last event to the present bar, in the list of events too, and its own number stays unused.
 */
export class OrderLog {
  #bar = 0;
  #time = NaN;
  #lastId = 0;
  readonly #orders: WorkingOrder[] = [];
  /** Refusals since the last fill, by `refusalKey`. */
  readonly #refused = new Map<string, WorkingOrder>();
  readonly #events: RunEvent[];

  /** @param events  the run's list, which grows */
  constructor(events: RunEvent[]) {
    this.#events = events;
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
    order.events.push({ bar: this.#bar, time: this.#time, status: 'submitted', reason });
    this.#orders.push(order);
    this.#events.push({
      kind: 'submitted',
      bar: this.#bar,
      time: this.#time,
      order: {
        id: order.id,
        parent: order.parent,
        market: order.market,
        side: order.side,
        type: order.type,
        quantity: order.quantity,
        price: order.price,
        limit: order.limit,
        timeInForce: order.timeInForce,
        tag: order.tag,
        reason: order.reason,
      },
      reason,
    });
    return order;
  }

  /** The next event in an order's life. */
  step(order: WorkingOrder, status: OrderStatus, reason: OrderReason): void {
    order.status = status;
    const event = {
      kind: 'order',
      bar: this.#bar,
      time: this.#time,
      order: order.id,
      status,
      reason,
    } as const;
    order.events.push(event);
    this.#events.push(event);
    if (status === 'filled' && this.#refused.size > 0) this.#refused.clear();
  }

  /** Tells that the size or the prices of an order have changed. */
  amended({ id, quantity, filled, price, limit }: WorkingOrder): void {
    this.#events.push({
      kind: 'amended',
      bar: this.#bar,
      time: this.#time,
      order: id,
      quantity,
      filled,
      price,
      limit,
    });
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
      orders: this.#orders.map((order) => ({ ...order, events: order.events.slice() })),
      refused: [...this.#refused.values()].map(({ id }) => id),
    };
  }

  /** Answers the orders by their ids, so that those who hold them can find them again. */
  restore({ bar, time, lastId, orders, refused }: OrderLogState): ReadonlyMap<OrderId, WorkingOrder> {
    this.#bar = bar;
    this.#time = time;
    this.#lastId = lastId;
    const copies = orders.map((order) => ({ ...order, events: order.events.slice() }));
    refill(this.#orders, copies);
    const byId = new Map(copies.map((order) => [order.id, order]));
    this.#refused.clear();
    for (const id of refused) {
      const order = byId.get(id);
      const code = order?.events.at(-1)?.reason;
      if (order && code) this.#refused.set(refusalKey(order, code), order);
    }
    return byId;
  }

  /** All orders in order of submission. */
  records(): readonly OrderRecord[] {
    return this.#orders;
  }

  #nextId(): OrderId {
    this.#lastId += 1;
    return this.#lastId as OrderId;
  }

  #forget(order: WorkingOrder): void {
    order.status = 'rejected';
    this.#orders.splice(this.#orders.lastIndexOf(order), 1);
    for (let i = this.#events.length - 1; i >= 0; i--) {
      const event = this.#events[i];
      if (event?.kind === 'order' && event.order === order.id) this.#events.splice(i, 1);
      if (event?.kind === 'submitted' && event.order.id === order.id) {
        this.#events.splice(i, 1);
        return;
      }
    }
  }

  #repeat(order: WorkingOrder, reason: OrderReason): void {
    const { events } = order;
    if (events.at(-2)?.status === 'rejected') events.pop();
    events.push({ bar: this.#bar, time: this.#time, status: 'rejected', reason });
    const last = this.#events.at(-1);
    if (last?.kind === 'refused_again' && last.order === order.id) this.#events.pop();
    this.#events.push({ kind: 'refused_again', bar: this.#bar, time: this.#time, order: order.id, reason });
  }
}

/** What makes two refusals the same. */
const refusalKey = ({ market, side, tag, reason }: OrderDraft, code: OrderReason): string =>
  [market, side, code, tag, reason].join('\0');
