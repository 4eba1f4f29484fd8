import type { OrderReason } from '../../core/order';
import type { RunSettings } from '../../core/settings';
import type { Broker } from '../broker';
import { isWaiting, type Execution } from '../exchange/execution';
import { guardMargin, liquidationPrice } from '../exchange/margin-call';
import type { MarketState } from '../market-state';
import type { OrderLog } from '../order-log';
import type { Portfolio } from '../portfolio';
import { levelOf, type WorkingOrder } from '../working-order';
import type { Message } from './message';
import { aheadAfter } from './queue';
import type { TickFeed } from './tick-feed';
import { TickMatching } from './tick-matching';

/**
 * The simulated exchange of instruments with ticks (docs/ticks.md): orders reach it after a delay, market orders take
 * what the quote shows, limits wait in a queue. A broker of instruments without ticks does not see it.
 */
export class TickExchange implements Pick<Broker, 'place' | 'withdraw' | 'end'> {
  readonly #settings: RunSettings;
  readonly #portfolio: Portfolio;
  readonly #execution: Execution;
  readonly #log: OrderLog;
  readonly #matching: TickMatching;
  readonly #guardsMargin: boolean;
  /** Whether a long position can come to a margin call. */
  readonly #callsLongs: boolean;
  /** By the instrument's row. */
  readonly #feeds: (TickFeed | undefined)[] = [];
  /** The present instant, from which messages travel. */
  now = NaN;

  constructor(settings: RunSettings, portfolio: Portfolio, execution: Execution, log: OrderLog) {
    this.#settings = settings;
    this.#portfolio = portfolio;
    this.#execution = execution;
    this.#log = log;
    this.#matching = new TickMatching(settings, execution, log);
    this.#guardsMargin = settings.marginCall === 'liquidate';
    this.#callsLongs = settings.leverage > 1 || settings.maintenancePercent > 0;
  }

  get moment(): number {
    return this.#matching.moment;
  }

  set moment(moment: number) {
    this.#matching.moment = moment;
  }

  /** Takes an instrument in. */
  list(feed: TickFeed): void {
    this.#feeds[feed.market.position] = feed;
  }

  place(market: MarketState, order: WorkingOrder): void {
    order.inFlight = true;
    market.wait(order);
    this.#send(market, order, null, 'signal');
  }

  /** The order may fill until the withdrawal arrives. */
  withdraw(
    market: MarketState,
    order: WorkingOrder,
    status: 'canceled' | 'expired' | 'rejected',
    reason: OrderReason,
  ): void {
    order.isLeaving = true;
    if (this.#settings.latencyMs > 0) this.#log.step(order, order.status, 'cancel_delayed');
    this.#send(market, order, status, reason);
  }

  /** The data of an instrument have ended: whatever waits expires. */
  end(market: MarketState): void {
    for (const order of market.orders.slice()) {
      this.#execution.withdraw(market, order, 'expired', 'data_ended');
    }
  }

  /** A message has arrived. */
  receive(feed: TickFeed, { order, status, reason, time }: Message): void {
    const { market } = feed;
    market.atTime = time;
    this.#log.moveTo(market.atRow, time);
    if (!isWaiting(order)) return;
    if (status) this.#execution.withdraw(market, order, status, reason);
    else this.#admit(feed, order, time);
  }

  /** A tick happens. */
  meet(feed: TickFeed): void {
    const { market, book } = feed;
    const { orders } = market;
    const says = book.take(feed.ticks, market.atRow);
    if (says && this.#guardsMargin && market.long.size !== market.short.size) this.#guard(feed);
    if (orders.length > 0) {
      const time = market.atTime;
      if (time >= book.expiry || market.sessionAt(time) !== book.session) this.#expire(feed);
      if (says) this.#meetOrders(feed);
    }
    book.endTrade();
  }

  #send(market: MarketState, order: WorkingOrder, status: Message['status'], reason: OrderReason): void {
    const time = this.now + this.#settings.latencyMs;
    this.#feeds[market.position]!.send({ order, time, status, reason });
  }

  #admit(feed: TickFeed, order: WorkingOrder, time: number): void {
    const { market, book } = feed;
    order.inFlight = false;
    if (order.timeInForce === 'gtd') {
      if (time >= order.expires) {
        this.#execution.withdraw(market, order, 'expired', 'date_passed');
        return;
      }
      if (order.expires < book.expiry) book.expiry = order.expires;
    }
    order.session = market.sessionAt(time);
    if (order.trail) this.#matching.follow(book, order, market.tick);
    this.#matching.settle(market, book);
    this.#endAtOnce(feed);
  }

  #meetOrders(feed: TickFeed): void {
    const { market, book } = feed;
    const { orders } = market;
    const isTrade = book.tradeLeft > 0;
    const row = market.atRow;
    let isTouched = false;
    for (let k = 0; k < orders.length; k++) {
      const order = orders[k]!;
      if (order.inFlight || order.activeFrom > row) continue;
      if (order.trail) this.#matching.follow(book, order, market.tick);
      else if (!isTrade && order.rested) this.#keepPlace(feed, order);
      isTouched ||= isImmediate(order) || this.#matching.isTouched(book, order);
    }
    if (!isTouched) return;
    this.#log.moveTo(row, market.atTime);
    this.#matching.settle(market, book);
    this.#endAtOnce(feed);
  }

  /** What a new quote says of the queue ahead of an order. */
  #keepPlace({ book }: TickFeed, order: WorkingOrder): void {
    const isBuy = order.side === 'buy';
    const side = isBuy ? book.bids : book.asks;
    const limit = levelOf(order);
    if (limit === side.price) {
      const { ahead } = order;
      order.ahead =
        ahead === ahead ? aheadAfter(this.#settings.queueModel, ahead, side.before, side.size) : side.size;
    } else if (!(isBuy ? limit < side.price : limit > side.price)) order.ahead = 0;
  }

  /** What should have filled at once and did not is over. */
  #endAtOnce({ market, book }: TickFeed): void {
    if (!book.hasQuotes && !(book.tradePrice > 0)) return;
    const { orders } = market;
    for (let k = orders.length - 1; k >= 0; k--) {
      const order = orders[k]!;
      if (order.inFlight || !isImmediate(order)) continue;
      if (order.rule.wait !== 'none' && !order.isArmed) continue;
      this.#execution.withdraw(market, order, 'expired', 'not_filled_at_once');
    }
  }

  #expire({ market, book }: TickFeed): void {
    const time = market.atTime;
    this.#log.moveTo(market.atRow, time);
    const session = market.sessionAt(time);
    book.session = session;
    book.expiry = Infinity;
    for (const order of market.orders.slice()) {
      if (order.inFlight) continue;
      if (order.timeInForce === 'gtd') {
        if (time >= order.expires) this.#execution.withdraw(market, order, 'expired', 'date_passed');
        else if (order.expires < book.expiry) book.expiry = order.expires;
      } else if (order.timeInForce === 'day' && order.session !== session) {
        this.#execution.withdraw(market, order, 'expired', 'session_ended');
      }
    }
  }

  /** The broker closes the position at once when the price at which it could be left reaches the liquidation price. */
  #guard(feed: TickFeed): void {
    const { market, book } = feed;
    const isLong = market.long.size > market.short.size;
    if (isLong && !this.#callsLongs) return;
    const price = book.hasQuotes ? (isLong ? book.bids : book.asks).price : book.lastPrice;
    const limit = this.#liquidationPrice(feed);
    if (isLong ? !(price <= limit) : !(price >= limit)) return;
    if (market.orders.some(({ role }) => role === 'margin_call')) return;
    this.#log.moveTo(market.atRow, market.atTime);
    const order = guardMargin(this.#portfolio, market, this.#settings, this.#log, price, price);
    if (order) order.isArmed = true;
  }

  /** Reckoned anew when something has changed that it depends on. */
  #liquidationPrice({ market, liquidation }: TickFeed): number {
    const portfolio = this.#portfolio;
    const { cash } = portfolio;
    const fills = this.#execution.fills.length;
    const isAlone = portfolio.markets.length === 1 && portfolio.rates.length === 1;
    if (!isAlone || liquidation.fills !== fills || liquidation.cash !== cash) {
      liquidation.fills = fills;
      liquidation.cash = cash;
      liquidation.price = liquidationPrice(portfolio, market, this.#settings.maintenancePercent / 100);
    }
    return liquidation.price;
  }
}

const isImmediate = ({ timeInForce }: WorkingOrder): boolean =>
  timeInForce === 'ioc' || timeInForce === 'fok';
