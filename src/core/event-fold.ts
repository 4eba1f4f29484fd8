import type { RunEvent, Split } from './event';
import type { OrderId } from './nominal';
import type { Fill, OrderEvent, OrderRecord, OrderStatus } from './order';

/** What the events do not say of an instrument. */
export interface FoldedMarket {
  /** Value of a unit at a price of 1, in its currency. */
  readonly multiplier: number;
  /** Its currency's code. */
  readonly currency: string;
}

interface FoldedOrder extends OrderRecord {
  quantity: number;
  filled: number;
  status: OrderStatus;
  readonly events: OrderEvent[];
}

/**
 * The state of a run after some of its events: a run is the list of its events, and everything else is this fold over
 * them. It can stop anywhere, so that a run can be looked at as it was at any bar.
 *
 * Prices of trailing stops are those they were submitted with, since they follow the bars without telling.
 */
export class EventFold {
  readonly fills: Fill[] = [];
  readonly splits: Split[] = [];
  /** Cash by currency. */
  readonly cash = new Map<string, number>();
  /** Risk rules that hold now. */
  readonly breaches = new Set<string>();
  readonly #markets: readonly FoldedMarket[];
  readonly #account: string;
  readonly #orders = new Map<OrderId, FoldedOrder>();
  readonly #sizes: Float64Array;

  /**
   * @param markets  instruments of the run, in its order
   * @param account  code of the account's currency, in which fees are paid
   */
  constructor(markets: readonly FoldedMarket[], account: string) {
    this.#markets = markets;
    this.#account = account;
    this.#sizes = new Float64Array(markets.length);
  }

  /** Orders so far, in order of submission. */
  get orders(): readonly OrderRecord[] {
    return [...this.#orders.values()];
  }

  /** Orders that wait now. */
  get waiting(): readonly OrderRecord[] {
    return this.orders.filter(({ status }) => WAITING.has(status));
  }

  /** Signed units held of an instrument. */
  sizeOf(market: number): number {
    return this.#sizes[market]!;
  }

  /** Takes the next event. */
  apply(event: RunEvent): void {
    switch (event.kind) {
      case 'submitted': {
        const { bar, time, reason } = event;
        const events = [{ bar, time, status: 'submitted', reason } as const];
        this.#orders.set(event.order.id, { ...event.order, filled: 0, status: 'submitted', events });
        return;
      }
      case 'order':
        return this.#step(event.order, event);
      case 'amended': {
        const order = this.#orders.get(event.order);
        const { quantity, filled, price, limit } = event;
        if (order) Object.assign(order, { quantity, filled, price, limit });
        return;
      }
      case 'refused_again':
        return this.#refuseAgain(event.order, { ...event, status: 'rejected' });
      case 'fill':
        return this.#fill(event.fill);
      case 'cash':
        return this.#gain(event.currency, event.amount);
      case 'split':
        this.splits.push({ market: event.market, bar: event.bar, ratio: event.ratio });
        this.#sizes[event.market]! *= event.ratio;
        return;
      case 'risk':
        if (event.state === 'begins') this.breaches.add(event.reason);
        else this.breaches.delete(event.reason);
    }
  }

  #step(id: OrderId, { bar, time, status, reason }: OrderEvent): void {
    const order = this.#orders.get(id);
    if (!order) return;
    order.status = status;
    order.events.push({ bar, time, status, reason });
  }

  #refuseAgain(id: OrderId, { bar, time, status, reason }: OrderEvent): void {
    const order = this.#orders.get(id);
    if (order?.events.at(-2)?.status === 'rejected') order.events.pop();
    order?.events.push({ bar, time, status, reason });
  }

  #fill(fill: Fill): void {
    const { market, side, quantity, price, fee } = fill;
    const { multiplier, currency } = this.#markets[market]!;
    const sign = side === 'buy' ? 1 : -1;
    this.fills.push(fill);
    const order = this.#orders.get(fill.order);
    if (order) order.filled += quantity;
    this.#sizes[market]! += sign * quantity;
    const value = price * quantity * multiplier;
    if (currency !== this.#account) {
      this.#gain(currency, -sign * value);
      this.#gain(this.#account, -fee);
    } else this.#gain(currency, -(sign > 0 ? value + fee : -(value - fee)));
  }

  #gain(currency: string, amount: number): void {
    this.cash.set(currency, (this.cash.get(currency) ?? 0) + amount);
  }
}

const WAITING: ReadonlySet<OrderStatus> = new Set(['submitted', 'accepted', 'partially_filled'] as const);

/** The fold over all events of a run. */
export function foldEvents(
  events: Iterable<RunEvent>,
  markets: readonly FoldedMarket[],
  account: string,
): EventFold {
  const fold = new EventFold(markets, account);
  for (const event of events) fold.apply(event);
  return fold;
}
