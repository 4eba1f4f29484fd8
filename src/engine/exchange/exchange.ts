import type { OrderReason } from '../../core/order';
import type { RunSettings } from '../../core/settings';
import type { Broker } from '../broker';
import type { MarketState } from '../market-state';
import type { OrderLog } from '../order-log';
import { TRAIT } from '../order-traits';
import type { Portfolio } from '../portfolio';
import type { WorkingOrder } from '../working-order';
import { isWaiting, type Execution } from './execution';
import { guardMargin, isCallable } from './margin-call';
import { MarginCover } from './margin-cover';
import { Matching } from './matching';
import { crossDetail, crossPath } from './path';
import { crossRange } from './range';
import { follow, followIn } from './trail';
import { LAST_CLOSING_TURN } from './turns';

/**
 * The simulated exchange: holds the waiting orders of all instruments and executes them against bars. A bar is its
 * open (`open`), and what came after it (`finish`), which is known when the bar closes.
 */
export class Exchange implements Broker {
  readonly #settings: RunSettings;
  readonly #portfolio: Portfolio;
  readonly #execution: Execution;
  readonly #matching: Matching;
  readonly #log: OrderLog;
  readonly #guardsMargin: boolean;
  /** Whether orders of any type may fill in the closing auction. */
  readonly #meetsClose: boolean;
  readonly #cover: MarginCover | null;

  constructor(settings: RunSettings, portfolio: Portfolio, execution: Execution, log: OrderLog) {
    this.#settings = settings;
    this.#portfolio = portfolio;
    this.#execution = execution;
    this.#matching = new Matching(settings, execution, log, (market, bornAt) => this.#guard(market, bornAt));
    this.#log = log;
    this.#guardsMargin = settings.marginCall === 'liquidate';
    this.#meetsClose = settings.marketFill === 'next_close' || settings.intrabar === 'close';
    this.#cover =
      settings.marginCall === 'cover' ? new MarginCover(settings, portfolio, execution, log) : null;
  }

  get moment(): number {
    return this.#matching.moment;
  }

  set moment(moment: number) {
    this.#matching.moment = moment;
  }

  /** Takes an order of a strategy at the close of its bar; it may execute from the next bar on. */
  place(market: MarketState, order: WorkingOrder): void {
    order.activeFrom = market.row + 1 + this.#settings.latencyBars;
    if (order.trail) follow(order, market.mark, market.tick);
    market.wait(order);
  }

  withdraw(
    market: MarketState,
    order: WorkingOrder,
    status: 'canceled' | 'expired' | 'rejected',
    reason: OrderReason,
  ): void {
    this.#execution.withdraw(market, order, status, reason);
  }

  /**
   * Bars open at one instant: what is due expires, then the orders that the opens reach execute; in all instruments
   * what closes before what opens, so that a sale pays for a purchase.
   */
  open(markets: readonly MarketState[]): void {
    let busy = 0;
    for (let k = 0; k < markets.length; k++) {
      const market = markets[k]!;
      const isGuarded = this.#guardsMargin && isCallable(market, this.#settings);
      if ((market.orders.length > 0 || isGuarded) && this.#prepare(market, isGuarded)) busy += 1;
    }
    if (busy === 0) return;
    if (busy > 1) for (const market of markets) this.#crossOpen(market, LAST_CLOSING_TURN);
    for (let k = 0; k < markets.length; k++) {
      const market = markets[k]!;
      this.#crossOpen(market, Infinity);
      if (market.orders.length > 0 && market.forming.tradable) this.#endAtOnce(market);
    }
  }

  /** The bar is over: its path, then its closing auction. */
  finish(market: MarketState): void {
    const { orders } = market;
    const isAtRest = orders.length === 0 && (this.#cover === null || market.positionSize === 0);
    if (isAtRest || !market.forming.tradable) return;
    this.#at(market);
    switch (this.#settings.intrabar) {
      case 'path':
        crossPath(market, this.#matching, this.#cover);
        break;
      case 'detail':
        if (!crossDetail(market, this.#matching)) crossRange(market, this.#matching);
        break;
      case 'close':
        break;
      default:
        crossRange(market, this.#matching);
    }
    const { close, high, low } = market.forming;
    if (this.#settings.intrabar !== 'path') this.#cover?.at(market, market.positionSize > 0 ? low : high);
    if (this.#meetsClose || (market.traits & TRAIT.closing) !== 0)
      this.#matching.cross(market, close, 'close', close);
    if ((market.traits & TRAIT.brief) !== 0) this.#endWithBar(market);
    this.#settle(market);
  }

  /** The next bar finds all orders live from its open, and trailing stops where this one has left them. */
  #settle(market: MarketState): void {
    const { orders, forming, row } = market;
    const { trailUpdate } = this.#settings;
    if (market.hasBorn) {
      for (let k = 0; k < orders.length; k++) orders[k]!.bornAt = NaN;
      market.hasBorn = false;
    }
    if (trailUpdate === 'extreme' || (market.traits & TRAIT.trailing) === 0) return;
    for (let k = 0; k < orders.length; k++) {
      const order = orders[k]!;
      if (trailUpdate === 'close') followIn(market, order, forming.close);
      else if (order.activeFrom <= row) {
        followIn(market, order, order.side === 'sell' ? forming.high : forming.low);
      }
    }
  }

  /** Ends what does not outlive the bar. */
  #endWithBar(market: MarketState): void {
    for (const order of market.orders.slice()) {
      if (order.role === 'margin_call') this.withdraw(market, order, 'canceled', 'position_closed');
      else if (order.activeFrom <= market.row && this.#waitsForClose(order)) this.#endIfAtOnce(market, order);
    }
  }

  /** Fills market orders at the close of the bar on which they were asked for. */
  fillAtClose(market: MarketState): void {
    const { close, tradable } = market.bar;
    if (!tradable) return;
    this.#matching.nextMoment();
    for (const order of market.orders.slice()) {
      if (order.type !== 'market' || order.role !== 'signal' || order.activeFrom !== market.row + 1) continue;
      this.#execution.execute(market, order, {
        reference: close,
        reason: 'filled_at_close',
        bornAt: NaN,
        rested: false,
        slips: true,
      });
      if (isWaiting(order)) this.#endIfAtOnce(market, order);
    }
  }

  /** The data of an instrument have ended: whatever waits expires. */
  end(market: MarketState): void {
    for (const order of market.orders.slice()) this.withdraw(market, order, 'expired', 'data_ended');
  }

  /** Ends what does not live on this bar; answers whether any order may meet its open. */
  #prepare(market: MarketState, isGuarded: boolean): boolean {
    const { forming, orders } = market;
    this.#at(market);
    if (orders.length > 0) this.#expire(market);
    if (!forming.tradable) {
      this.#meetUnknownPrice(market);
      return false;
    }
    if (isGuarded) {
      const { low, high } = forming;
      guardMargin(this.#portfolio, market, this.#settings, this.#log, low, high);
    }
    return orders.length > 0;
  }

  #at(market: MarketState): void {
    this.#log.moveTo(market.row, market.forming.time);
  }

  #crossOpen(market: MarketState, lastTurn: number): void {
    const { forming, orders } = market;
    if (orders.length === 0 || !forming.tradable) return;
    this.#at(market);
    const { open } = forming;
    market.learnReach();
    if (!(open >= market.riseTo || open <= market.fallTo)) return this.#matching.nextMoment();
    this.#matching.cross(market, open, 'open', NaN, lastTurn);
  }

  #expire(market: MarketState): void {
    if ((market.traits & TRAIT.dated) === 0) return;
    const session = market.sessionOf(market.row);
    for (const order of market.orders.slice()) {
      if (order.timeInForce === 'gtd' && market.forming.time >= order.expires) {
        this.withdraw(market, order, 'expired', 'date_passed');
      } else if (order.timeInForce === 'day' && order.activeFrom <= market.row) {
        if (order.session === -1) order.session = session;
        else if (order.session !== session) this.withdraw(market, order, 'expired', 'session_ended');
      }
    }
  }

  /** What should have filled at once and did not is over. */
  #endAtOnce(market: MarketState): void {
    if ((market.traits & TRAIT.brief) === 0) return;
    for (const order of market.orders.slice()) {
      if (order.activeFrom > market.row || !Number.isNaN(order.bornAt)) continue;
      if (!this.#waitsForClose(order)) this.#endIfAtOnce(market, order);
    }
  }

  #endIfAtOnce(market: MarketState, order: WorkingOrder): void {
    if (isAtOnce(order)) {
      this.withdraw(market, order, 'expired', 'not_filled_at_once');
    }
  }

  /** Whether the close is the first price that the order may fill at. */
  #waitsForClose({ type, role }: WorkingOrder): boolean {
    const { intrabar, marketFill } = this.#settings;
    if (type === 'market') return marketFill === 'next_close' && role === 'signal';
    return type === 'market_on_close' || (intrabar === 'close' && type !== 'market_on_open');
  }

  /** The position has changed within the bar, and with it the price at which it is liquidated. */
  #guard(market: MarketState, bornAt: number): void {
    if (!this.#guardsMargin) return;
    const earlier = market.orders.find((order) => order.role === 'margin_call');
    const { low, high } = market.forming;
    const order = guardMargin(this.#portfolio, market, this.#settings, this.#log, low, high);
    if (earlier) this.withdraw(market, earlier, 'canceled', 'replaced');
    if (!order) return;
    order.bornAt = bornAt;
    market.hasBorn = true;
  }

  /** An entry lost the price that it was sized for; everything else waits for the next price. */
  #meetUnknownPrice(market: MarketState): void {
    for (const order of market.orders.slice()) {
      const { type } = order;
      if (order.activeFrom > market.row || order.role !== 'signal') continue;
      if (type !== 'market' && type !== 'market_on_open') continue;
      if (order.effect === 'open') this.withdraw(market, order, 'rejected', 'price_unknown');
      else if (order.lastReason !== 'price_unknown') {
        this.#log.step(order, order.status, 'price_unknown');
      }
    }
  }
}

/** Whether an order is over when it could not fill at the first moment that it could have. */
const isAtOnce = ({ type, timeInForce }: WorkingOrder): boolean =>
  type === 'market_on_open' || timeInForce === 'ioc' || timeInForce === 'fok';
