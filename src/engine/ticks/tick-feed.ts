import type { OrderId } from '../../core/nominal';
import { tickCount, type Ticks } from '../../core/ticks';
import type { MarketState } from '../market-state';
import type { WorkingOrder } from '../working-order';
import type { Message, SavedMessage } from './message';
import { TickBook, type BookState } from './tick-book';

/** What a snapshot keeps of it. */
export interface FeedState {
  readonly next: number;
  readonly seen: number;
  readonly tellTime: number;
  readonly messages: readonly SavedMessage[];
  readonly book: BookState;
}

/**
 * Ticks of one instrument on their two ways: from the exchange, where they happen, to the strategy, which is told of
 * them later; and the orders that go back. Its three times say when each goes on.
 */
export class TickFeed {
  readonly market: MarketState;
  readonly book = new TickBook();
  ticks: Ticks;
  /** Row that happens next, and its instant; Infinity when there is none. */
  next = 0;
  eventTime = Infinity;
  /** Row that the strategy is told next, and the instant; Infinity while it has not happened. */
  seen = 0;
  tellTime = Infinity;
  /** Instant at which the first message arrives; Infinity for none, or while the data end before it. */
  arrivalTime = Infinity;
  #messages: Message[] = [];
  #first = 0;
  #lastTold = -Infinity;

  constructor(market: MarketState, ticks: Ticks) {
    this.market = market;
    this.ticks = ticks;
    this.#moveTo(0);
  }

  /** The next row has happened. */
  advance(): void {
    const row = this.next;
    this.#moveTo(row + 1);
    if (this.seen === row) this.tellTime = this.#tellTimeOf(row);
  }

  /** The strategy was told the row that was due. */
  told(): void {
    this.#lastTold = this.tellTime;
    this.seen += 1;
    this.tellTime = this.seen < this.next ? this.#tellTimeOf(this.seen) : Infinity;
  }

  /** Sends a message. */
  send(message: Message): void {
    this.#messages.push(message);
    if (this.#messages.length - this.#first === 1) this.#awaitArrival();
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
    return message;
  }

  /** More ticks have come: the same ones so far, and new ones behind them. */
  extend(ticks: Ticks): void {
    this.ticks = ticks;
    this.#moveTo(this.next);
  }

  save(): FeedState {
    const messages = this.#messages
      .slice(this.#first)
      .map(({ order, time, status, reason }) => ({ order: order.id, time, status, reason }));
    return { next: this.next, seen: this.seen, tellTime: this.#lastTold, messages, book: this.book.save() };
  }

  restore(state: FeedState, orders: ReadonlyMap<OrderId, WorkingOrder>): void {
    this.#messages = state.messages.flatMap(({ order, time, status, reason }) => {
      const known = orders.get(order);
      return known ? [{ order: known, time, status, reason }] : [];
    });
    this.#first = 0;
    this.book.restore(state.book);
    this.#lastTold = state.tellTime;
    this.seen = state.seen;
    this.#moveTo(state.next);
    this.tellTime = this.seen < this.next ? this.#tellTimeOf(this.seen) : Infinity;
  }

  #moveTo(row: number): void {
    this.next = row;
    this.eventTime = row < tickCount(this.ticks) ? this.ticks.eventTime[row]! : Infinity;
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
    const isKnown = this.eventTime < Infinity || (this.next > 0 && time <= this.ticks.eventTime[this.next - 1]!);
    this.arrivalTime = isKnown ? time : Infinity;
  }
}
