import type { OrderId } from '../../core/nominal';
import type { QuoteTick, TradeTick } from '../../core/tick';
import { QUOTE } from '../../core/ticks';
import type { MarketState } from '../market-state';
import type { WorkingOrder } from '../working-order';
import { QuoteCursor, TradeCursor } from './tick-cursor';
import type { TickExchange } from './tick-exchange';
import { TickFeed, type FeedState } from './tick-feed';

/** What a snapshot keeps of it. */
export interface TickRunState {
  readonly feeds: readonly FeedState[];
  readonly day: number;
  readonly span: number;
  /** What the exchange needs to go on. */
  readonly moment: number;
}

/** Who is told what the ticks bring about. */
export interface TickListener {
  /** A UTC day has begun, at row `row` of the instrument. */
  onDay(row: number, time: number): void;
  /** The strategy is told of a tick. */
  onTick(market: MarketState, tick: TradeTick | QuoteTick): void;
  /** A span of `markEveryMs` is over, which began at this instant. */
  onSpan(start: number): void;
}

const DAY_MS = 86_400_000;

/**
 * Takes ticks, orders and what the strategy is told through time. At one instant messages that arrive come first, then
 * what the strategy is told, then what happens: who knew of it or sent it did so earlier.
 */
export class TickRun {
  readonly #feeds: readonly TickFeed[];
  readonly #exchange: TickExchange | null;
  readonly #listener: TickListener;
  readonly #trade = new TradeCursor();
  readonly #quote = new QuoteCursor();
  /** Length of a row of the equity series; 0 for none, since bars make them. */
  readonly #spanMs: number;
  /** Present day, and present span by its number; NaN before the first. */
  #day = NaN;
  #span = NaN;

  /**
   * @param markets   those with ticks, in an order that does not depend on how they were given
   * @param exchange  null where a broker executes
   * @param spanMs    length of a row of the equity series, 0 where bars make them
   */
  constructor(
    markets: readonly MarketState[],
    exchange: TickExchange | null,
    listener: TickListener,
    spanMs: number,
  ) {
    this.#feeds = markets.flatMap((market) => (market.ticks ? [new TickFeed(market, market.ticks)] : []));
    this.#exchange = exchange;
    this.#listener = listener;
    this.#spanMs = spanMs;
    for (const feed of this.#feeds) exchange?.list(feed);
  }

  /** Runs through all that happens before one instant and not after another. */
  run(before: number, until: number): void {
    const feeds = this.#feeds;
    for (;;) {
      let time = Infinity;
      let due: TickFeed | null = null;
      let step: 0 | 1 | 2 = 0;
      for (let k = 0; k < feeds.length; k++) {
        const feed = feeds[k]!;
        if (feed.arrivalTime < time || (feed.arrivalTime === time && step > 0)) {
          [due, step, time] = [feed, 0, feed.arrivalTime];
        }
        if (feed.tellTime < time || (feed.tellTime === time && step > 1)) {
          [due, step, time] = [feed, 1, feed.tellTime];
        }
        if (feed.eventTime < time) [due, step, time] = [feed, 2, feed.eventTime];
      }
      if (due === null || time >= before || time > until) return;
      this.#do(due, step, time);
    }
  }

  /** The present instant, where something else than a tick happens. */
  moveTo(time: number): void {
    if (this.#exchange) this.#exchange.now = time;
  }

  /** The data are over: the last span of the equity series, if it has begun. */
  end(): void {
    if (this.#spanMs > 0 && !Number.isNaN(this.#span)) this.#listener.onSpan(this.#span * this.#spanMs);
    this.#span = NaN;
  }

  /** More ticks of an instrument have come. */
  extend(market: MarketState): void {
    const feed = this.#feeds.find((each) => each.market === market);
    if (feed && market.ticks) feed.extend(market.ticks);
  }

  save(): TickRunState {
    const feeds = this.#feeds.map((feed) => feed.save());
    return { feeds, day: this.#day, span: this.#span, moment: this.#exchange?.moment ?? 0 };
  }

  restore({ feeds, day, span, moment }: TickRunState, orders: ReadonlyMap<OrderId, WorkingOrder>): void {
    feeds.forEach((state, k) => this.#feeds[k]!.restore(state, orders));
    this.#day = day;
    this.#span = span;
    if (this.#exchange) this.#exchange.moment = moment;
  }

  #do(feed: TickFeed, step: 0 | 1 | 2, time: number): void {
    if (step === 2) this.#happen(feed, time);
    else if (step === 1) this.#tell(feed, time);
    else {
      this.moveTo(time);
      this.#exchange!.receive(feed, feed.receive());
    }
  }

  #happen(feed: TickFeed, time: number): void {
    const day = Math.floor(time / DAY_MS);
    if (day !== this.#day) {
      this.#day = day;
      this.#listener.onDay(feed.next, time);
    }
    if (this.#exchange) {
      this.#exchange.now = time;
      this.#exchange.meet(feed, time);
    } else {
      feed.market.atRow = feed.next;
      feed.market.atTime = time;
    }
    feed.advance();
  }

  #tell(feed: TickFeed, time: number): void {
    const { market, ticks, seen } = feed;
    if (this.#spanMs > 0) this.#enterSpan(time);
    this.moveTo(time);
    const isQuote = ticks.kind[seen] === QUOTE;
    market.see(seen, time, ticks.bid[seen]!, ticks.ask[seen]!, isQuote);
    const cursor = isQuote ? this.#quote : this.#trade;
    cursor.read(ticks, seen);
    feed.told();
    this.#listener.onTick(market, cursor);
  }

  #enterSpan(time: number): void {
    const span = Math.floor(time / this.#spanMs);
    if (span === this.#span) return;
    if (!Number.isNaN(this.#span)) this.#listener.onSpan(this.#span * this.#spanMs);
    this.#span = span;
  }
}
