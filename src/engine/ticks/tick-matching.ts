import type { RunSettings } from '../../core/settings';
import { isWaiting, type Execution } from '../exchange/execution';
import { isPrice } from '../cursor';
import { reasonOf } from '../exchange/reason-of';
import { follow } from '../exchange/trail';
import { auctionTurn } from '../exchange/turns';
import type { MarketState } from '../market-state';
import type { OrderLog } from '../order-log';
import { isReached, levelOf, type WorkingOrder } from '../working-order';
import { aheadAfterTrade } from './queue';
import type { TickBook } from './tick-book';

/** What a moment of the market does to an order. */
type Action = 'none' | 'trigger' | 'take' | 'trade_at' | 'trade_through' | 'cross';

/** Fills orders at what the market shows: each order once a moment, each unit shown or traded once. */
export class TickMatching {
  readonly #execution: Execution;
  readonly #log: OrderLog;
  readonly #triggersOnQuotes: boolean;
  readonly #slips: boolean;
  /** Number of the moment, for a snapshot. */
  moment = 0;

  constructor(settings: RunSettings, execution: Execution, log: OrderLog) {
    this.#execution = execution;
    this.#log = log;
    this.#triggersOnQuotes = settings.triggerOn === 'quote';
    this.#slips = settings.beyondQuote === 'slip';
  }

  /** Moves a trailing stop with the price that triggers it. */
  follow(book: TickBook, order: WorkingOrder, tick: number): void {
    const price = this.#triggerPrice(book, order);
    if (isPrice(price)) follow(order, price, tick);
  }

  #triggerPrice(book: TickBook, { side }: WorkingOrder): number {
    return book.triggerPrice(side === 'buy', this.#triggersOnQuotes);
  }

  /** Whether the present moment does anything to an order. */
  isTouched(book: TickBook, order: WorkingOrder): boolean {
    return this.#actionOf(book, order) !== 'none';
  }

  /**
   * Does to the orders of an instrument what the present moment does, in turn: what closes before what opens, then the
   * better price, then the older order; and to what comes to life by it.
   */
  settle(market: MarketState, book: TickBook): void {
    this.moment += 1;
    for (;;) {
      const next = this.#next(market, book);
      if (!next) return;
      this.#act(market, book, next, this.#actionOf(book, next));
    }
  }

  #next(market: MarketState, book: TickBook): WorkingOrder | null {
    const { orders } = market;
    let next: WorkingOrder | null = null;
    let turn = Infinity;
    for (let k = 0; k < orders.length; k++) {
      const order = orders[k]!;
      if (order.inFlight || order.triedAt === this.moment || order.activeFrom > market.atRow) continue;
      if (this.#actionOf(book, order) === 'none') continue;
      const own = auctionTurn(market, order);
      if (next === null || own < turn || (own === turn && isBetter(order, next))) {
        next = order;
        turn = own;
      }
    }
    return next;
  }

  #actionOf(book: TickBook, order: WorkingOrder): Action {
    const { wait, takes } = order.rule;
    const isBuy = order.side === 'buy';
    if (wait !== 'none' && !order.isArmed) {
      const isReady = !Number.isNaN(order.price) && isReached(order, this.#triggerPrice(book, order));
      return isReady ? 'trigger' : 'none';
    }
    if (takes === 'market') return book.takingSize(isBuy) > 0 ? 'take' : 'none';
    const limit = levelOf(order);
    if (!order.rested && !this.#comesToRest(book, order, isBuy, limit)) {
      return book.takingSize(isBuy) > 0 ? 'take' : 'none';
    }
    const { tradePrice } = book;
    if (book.tradeLeft > 0) {
      if (isBuy ? tradePrice < limit : tradePrice > limit) return 'trade_through';
      if (tradePrice === limit && !(isBuy ? book.isBought : book.isSold)) return 'trade_at';
    }
    if (!book.hasQuotes) return 'none';
    const { price, left } = isBuy ? book.asks : book.bids;
    return left > 0 && (isBuy ? price <= limit : price >= limit) ? 'cross' : 'none';
  }

  /** Whether the market is away from the limit of an order, which then takes its place in the queue. */
  #comesToRest(book: TickBook, order: WorkingOrder, isBuy: boolean, limit: number): boolean {
    if (!book.hasQuotes && Number.isNaN(book.tradePrice)) return false;
    const price = book.takingPrice(isBuy);
    if (isBuy ? price <= limit : price >= limit) return false;
    order.rested = true;
    order.ahead = book.aheadOf(isBuy, limit);
    return true;
  }

  #act(market: MarketState, book: TickBook, order: WorkingOrder, action: Action): void {
    if (action === 'trigger') {
      order.isArmed = true;
      const { takes } = order.rule;
      const isStuck = !(book.takingSize(order.side === 'buy') > 0);
      if (takes === 'limit' || isStuck) this.#log.step(order, order.status, 'triggered');
      return;
    }
    order.triedAt = this.moment;
    if (action === 'take') this.#take(market, book, order);
    else if (action === 'cross') this.#cross(market, book, order);
    else this.#trade(market, book, order, action === 'trade_through');
  }

  #take(market: MarketState, book: TickBook, order: WorkingOrder): void {
    if (order.postOnly) {
      this.#execution.withdraw(market, order, 'rejected', 'would_take_liquidity');
      return;
    }
    const isBuy = order.side === 'buy';
    const price = book.takingPrice(isBuy);
    const filled = this.#fill(market, order, price, book.takingSize(isBuy), false, !book.hasQuotes);
    book.taken(isBuy, filled);
    if (this.#slips && isWaiting(order) && order.rule.takes === 'market') {
      this.#fill(market, order, price, Infinity, false, true);
    }
  }

  /** Somebody offers at a resting order's limit or better for it: they trade with it. */
  #cross(market: MarketState, book: TickBook, order: WorkingOrder): void {
    const isBuy = order.side === 'buy';
    const filled = this.#fill(market, order, levelOf(order), book.takingSize(isBuy), true, false);
    book.taken(isBuy, filled);
  }

  /** A trade at a resting order's limit serves the queue ahead first; one beyond it would have met the order. */
  #trade(market: MarketState, book: TickBook, order: WorkingOrder, isThrough: boolean): void {
    const { tradeLeft } = book;
    const ahead = isThrough ? 0 : order.ahead;
    order.ahead = aheadAfterTrade(ahead, tradeLeft);
    if (!(tradeLeft > ahead)) return;
    const available = tradeLeft === Infinity ? Infinity : tradeLeft - ahead;
    if (market.lots(available) === 0 && available < Infinity) return;
    book.tradeLeft -= this.#fill(market, order, levelOf(order), available, true, false);
  }

  /** Fills as much as is available; answers how much. */
  #fill(
    market: MarketState,
    order: WorkingOrder,
    reference: number,
    available: number,
    rested: boolean,
    slips: boolean,
  ): number {
    const before = order.filled;
    market.liquidity = available;
    const reason = reasonOf(order, 'level');
    this.#execution.execute(market, order, { reference, reason, bornAt: NaN, rested, slips });
    return order.filled - before;
  }
}

/** Whether of two limits that wait on one side the first has the better price, and so comes first. */
function isBetter(order: WorkingOrder, other: WorkingOrder): boolean {
  if (!order.rested || !other.rested || order.side !== other.side) return false;
  return order.side === 'buy' ? levelOf(order) > levelOf(other) : levelOf(order) < levelOf(other);
}
