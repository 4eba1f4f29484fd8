import type { OrderId } from '../core/nominal';
import type { OrderEvent, OrderReason, OrderRecord, OrderStatus, OrderType, Side } from '../core/order';

/** An order while it lives; it becomes an `OrderRecord` when the run ends. */
export interface WorkingOrder {
  readonly id: OrderId;
  readonly parent: OrderId | null;
  readonly side: Side;
  readonly type: OrderType;
  readonly quantity: number;
  readonly price: number;
  readonly tag: string;
  readonly reason: string;
  status: OrderStatus;
  readonly events: OrderEvent[];
}

/** What an order is made of. */
export type OrderDraft = Omit<WorkingOrder, 'id' | 'status' | 'events'>;

/**
 * Every order of a run with its timeline.
 *
 * A strategy may ask for the same impossible thing on each of a million bars. Such refusals are
 * kept once: until the next fill, a refusal with the side, tag, reason and code of an earlier one only
 * moves that record's last event to the present bar, and its own number stays unused.
 */
export class OrderLog {
  #bar = 0;
  #time = NaN;
  #lastId = 0;
  readonly #orders: WorkingOrder[] = [];
  #refused: WorkingOrder[] = [];

  /** Sets the bar that the next events happen on. */
  moveTo(bar: number, time: number): void {
    this.#bar = bar;
    this.#time = time;
  }

  /** A new order, with its first event. */
  submit(draft: OrderDraft, reason: OrderReason): WorkingOrder {
    const { parent, side, type, quantity, price, tag } = draft;
    const events: OrderEvent[] = [{ bar: this.#bar, time: this.#time, status: 'submitted', reason }];
    const id = this.#nextId();
    const order: WorkingOrder = {
      id,
      parent,
      side,
      type,
      quantity,
      price,
      tag,
      reason: draft.reason,
      status: 'submitted',
      events,
    };
    this.#orders.push(order);
    return order;
  }

  /** The next event in an order's life. */
  step(order: WorkingOrder, status: OrderStatus, reason: OrderReason): void {
    this.#add(order, status, reason);
    if (status === 'filled') this.#refused = [];
  }

  /** Refuses a request before it became an order. */
  refuse(draft: OrderDraft, code: OrderReason): void {
    const earlier = this.#sameRefusal(draft, code);
    if (earlier) {
      this.#nextId();
      this.#repeat(earlier, code);
    } else {
      this.reject(this.submit(draft, 'signal'), code);
    }
  }

  /** Refuses an order that was already accepted. */
  reject(order: WorkingOrder, code: OrderReason): void {
    const earlier = this.#sameRefusal(order, code);
    if (earlier) {
      this.#orders.splice(this.#orders.lastIndexOf(order), 1);
      this.#repeat(earlier, code);
    } else {
      this.#add(order, 'rejected', code);
      this.#refused.push(order);
    }
  }

  /** All orders in order of submission. */
  records(): readonly OrderRecord[] {
    return this.#orders;
  }

  #nextId(): OrderId {
    this.#lastId += 1;
    return this.#lastId as OrderId;
  }

  #add(order: WorkingOrder, status: OrderStatus, reason: OrderReason): void {
    order.status = status;
    order.events.push({ bar: this.#bar, time: this.#time, status, reason });
  }

  #sameRefusal(draft: OrderDraft, code: OrderReason): WorkingOrder | undefined {
    return this.#refused.find(
      (order) =>
        order.side === draft.side &&
        order.tag === draft.tag &&
        order.reason === draft.reason &&
        order.events.at(-1)?.reason === code,
    );
  }

  #repeat(order: WorkingOrder, code: OrderReason): void {
    if (order.events.at(-2)?.status === 'rejected') order.events.pop();
    this.#add(order, 'rejected', code);
  }
}
