import type { OrderId } from '../../core/nominal';
import { tickCount, type Ticks } from '../../core/ticks';
import type { MarketState } from '../market-state';
import { newOrder, type WorkingOrder } from '../working-order';
import type { Message, SavedMessage } from './message';
import { TickBook, type BookState } from './tick-book';

/** What a snapshot keeps of it. */
export interface FeedState {
  readonly next: number;
  readonly seen: number;
  readonly lastTold: number;
  readonly messages: readonly SavedMessage[];
  readonly book: BookState;
}

/** What a feed does next, in the order of what is due at one instant. */
export const ARRIVE = 0;
export const TELL = 1;
export const HAPPEN = 2;

/**
 * Ticks of one instrument on their two ways: from the exchange, where they happen, to the strategy, which is told of
 * them later; and the orders that go back. `dueTime` and `due` say what comes next.
 */
export class TickFeed {
  readonly market: MarketState;
  readonly book = new TickBook();
  ticks: Ticks;
  /** Row that happens next, and row that the strategy is told next. */
  next = 0;
  seen = 0;
  /** What comes next, and its instant; Infinity for nothing. */
  due: 0 | 1 | 2 = HAPPEN;
  dueTime = Infinity;
  /** Account's cash and number of fills when the liquidation price was reckoned, and that price. */
  readonly liquidation = { cash: NaN, fills: -1, price: NaN };
  /** Instant of row `next`; Infinity when there is none. */
  #eventTime = Infinity;
  /** Instant at which row `seen` is told; Infinity while it has not happened. */
  #tellTime = Infinity;
  /** Instant at which the first message arrives; Infinity for none, or while the data end before it. */
  #arrivalTime = Infinity;
  #messages: Message[] = [];
  #first = 0;
  #lastTold = -Infinity;

  constructor(market: MarketState, ticks: Ticks) {
    this.market = market;
    this.ticks = ticks;
    this.#moveTo(0);
    this.#schedule();
  }

  /** The next row has happened. */
  advance(): void {
    const row = this.next;
    this.#moveTo(row + 1);
    if (this.seen === row) this.#tellTime = this.#tellTimeOf(row);
    this.#schedule();
  }

  /** The strategy was told the row that was due. */
  told(): void {
    this.#lastTold = this.#tellTime;
    this.seen += 1;
    this.#tellTime = this.seen < this.next ? this.#tellTimeOf(this.seen) : Infinity;
    this.#schedule();
  }

  /** Sends a message. */
  send(message: Message): void {
    this.#messages.push(message);
    if (this.#messages.length - this.#first > 1) return;
    this.#awaitArrival();
    this.#schedule();
  }

  /** Takes the message that has arrived. */
  receive(): Message {
    const message = this.#messages[this.#first]!;
    this.#first += 1;
    if (this.#first === this.#messages.length) {
      this.#messages.length = 0;
      this.#first = 0;
    } else if (this.#first > 1000) {
      this.#messages = this.#messages.slice(this.#first);
      this.#first = 0;
    }
    this.#awaitArrival();
    this.#schedule();
    return message;
  }

  /** More ticks have come: the same ones so far, and new ones behind them. */
  extend(ticks: Ticks): void {
    this.ticks = ticks;
    this.#moveTo(this.next);
    this.#schedule();
  }

  save(): FeedState {
    const messages = this.#messages
      .slice(this.#first)
      .map(({ order, time, status, reason }) => ({ order: order.id, time, status, reason }));
    return { next: this.next, seen: this.seen, lastTold: this.#lastTold, messages, book: this.book.save() };
  }

  restore(state: FeedState, orders: ReadonlyMap<OrderId, WorkingOrder>): void {
    this.#messages = state.messages.map(({ order, time, status, reason }) => {
      return { order: orders.get(order) ?? endedOrder(order), time, status, reason };
    });
    this.#first = 0;
    this.book.restore(state.book);
    this.#lastTold = state.lastTold;
    this.seen = state.seen;
    this.#moveTo(state.next);
    this.#tellTime = this.seen < this.next ? this.#tellTimeOf(this.seen) : Infinity;
    this.#schedule();
  }

  #moveTo(row: number): void {
    this.next = row;
    this.#eventTime = row < tickCount(this.ticks) ? this.ticks.eventTime[row]! : Infinity;
    if (this.#messages.length > 0) this.#awaitArrival();
  }

  #tellTimeOf(row: number): number {
    const happened = this.ticks.eventTime[row]!;
    const received = this.ticks.receivedTime[row]!;
    const time = received > happened ? received : happened;
    return time > this.#lastTold ? time : this.#lastTold;
  }

  /** What arrives after the last tick meets a market that nothing is known of: it waits for more data. */
  #awaitArrival(): void {
    const message = this.#messages[this.#first];
    const time = message ? message.time : Infinity;
    const isKnown =
      this.#eventTime < Infinity || (this.next > 0 && time <= this.ticks.eventTime[this.next - 1]!);
    this.#arrivalTime = isKnown ? time : Infinity;
  }

  #schedule(): void {
    this.due = HAPPEN;
    this.dueTime = this.#eventTime;
    if (this.#tellTime <= this.dueTime) {
      this.due = TELL;
      this.dueTime = this.#tellTime;
    }
    if (this.#arrivalTime <= this.dueTime) {
      this.due = ARRIVE;
      this.dueTime = this.#arrivalTime;
    }
  }
}

/** An order that ended while a message for it was on its way, of which nothing else is known any more. */
function endedOrder(id: OrderId): WorkingOrder {
  const order = newOrder({ market: 0, side: 'buy', quantity: 0 });
  order.id = id;
  order.status = 'canceled';
  return order;
}
