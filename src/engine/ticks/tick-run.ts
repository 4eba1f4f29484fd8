import type { OrderId } from '../../core/nominal';
import type { QuoteTick, TradeTick } from '../../core/tick';
import { QUOTE } from '../../core/ticks';
import type { MarketState } from '../market-state';
import type { WorkingOrder } from '../working-order';
import { QuoteCursor, TradeCursor } from './tick-cursor';
import type { TickExchange } from './tick-exchange';
import { HAPPEN, TELL, TickFeed, type FeedState } from './tick-feed';

/** What a snapshot keeps of it. */
export interface TickRunState {
  readonly feeds: readonly FeedState[];
  readonly dayEnd: number;
  readonly spanEnd: number;
  /** What the exchange needs to go on. */
  readonly moment: number;
}

/** Who is told what the ticks bring about. */
export interface TickListener {
  /** A UTC day has begun, at row `row` of the instrument. */
  onDay(time: number): void;
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
  /** Ends of the present day and span; NaN before the first. */
  #dayEnd = NaN;
  #spanEnd = NaN;

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
    for (;;) {
      const feed = this.#feeds.length === 1 ? this.#feeds[0]! : this.#earliest();
      const { due, dueTime } = feed;
      if (dueTime === Infinity || dueTime >= before || dueTime > until) return;
      if (this.#exchange) this.#exchange.now = dueTime;
      if (due === HAPPEN) this.#happen(feed);
      else if (due === TELL) this.#tell(feed);
      else this.#exchange!.receive(feed, feed.receive());
    }
  }

  /** The present instant, where something else than a tick happens. */
  moveTo(time: number): void {
    if (this.#exchange) this.#exchange.now = time;
  }

  /** The present span of the equity series is over, if one has begun. */
  end(): void {
    if (this.#spanEnd < Infinity) this.#listener.onSpan(this.#spanEnd - this.#spanMs);
    this.#spanEnd = NaN;
  }

  /** More ticks of an instrument have come. */
  extend(market: MarketState): void {
    const feed = this.#feeds.find((each) => each.market === market);
    if (feed && market.ticks) feed.extend(market.ticks);
  }

  save(): TickRunState {
    const feeds = this.#feeds.map((feed) => feed.save());
    return { feeds, dayEnd: this.#dayEnd, spanEnd: this.#spanEnd, moment: this.#exchange?.moment ?? 0 };
  }

  restore(
    { feeds, dayEnd, spanEnd, moment }: TickRunState,
    orders: ReadonlyMap<OrderId, WorkingOrder>,
  ): void {
    feeds.forEach((state, k) => this.#feeds[k]!.restore(state, orders));
    this.#dayEnd = dayEnd;
    this.#spanEnd = spanEnd;
    if (this.#exchange) this.#exchange.moment = moment;
  }

  #earliest(): TickFeed {
    const feeds = this.#feeds;
    let first = feeds[0]!;
    for (let k = 1; k < feeds.length; k++) {
      const feed = feeds[k]!;
      const isEarlier =
        feed.dueTime < first.dueTime || (feed.dueTime === first.dueTime && feed.due < first.due);
      if (isEarlier) first = feed;
    }
    return first;
  }

  #happen(feed: TickFeed): void {
    const { market, next, dueTime } = feed;
    if (!(dueTime < this.#dayEnd)) {
      this.#dayEnd = (Math.floor(dueTime / DAY_MS) + 1) * DAY_MS;
      this.#listener.onDay(dueTime);
    }
    market.atRow = next;
    market.atTime = dueTime;
    if (this.#exchange) this.#exchange.meet(feed);
    feed.advance();
  }

  #tell(feed: TickFeed): void {
    const { market, ticks, seen, dueTime } = feed;
    if (!(dueTime < this.#spanEnd)) this.#enterSpan(dueTime);
    market.see(ticks, seen, dueTime);
    const cursor = ticks.kind[seen] === QUOTE ? this.#quote : this.#trade;
    cursor.read(ticks, seen);
    feed.told();
    this.#listener.onTick(market, cursor);
  }

  #enterSpan(time: number): void {
    if (this.#spanMs === 0) this.#spanEnd = Infinity;
    else {
      this.end();
      this.#spanEnd = (Math.floor(time / this.#spanMs) + 1) * this.#spanMs;
    }
  }
}
