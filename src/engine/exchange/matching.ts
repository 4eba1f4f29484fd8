import type { RunSettings } from '../../core/settings';
import type { MarketState } from '../market-state';
import { ORDER_TYPES } from '../order-types';
import type { OrderLog } from '../order-log';
import { isReached, type WorkingOrder } from '../working-order';
import type { Execution } from './execution';
import { reasonOf, type Moment } from './reason-of';
import { auctionTurn } from './turns';

/** What all ways of walking through a bar share: trying orders at one price, each once a moment. */
export class Matching {
  readonly settings: RunSettings;
  readonly execution: Execution;
  readonly #log: OrderLog;
  #moment = 0;

  constructor(settings: RunSettings, execution: Execution, log: OrderLog) {
    this.settings = settings;
    this.execution = execution;
    this.#log = log;
  }

  /** Number of the moment, for a snapshot. */
  get moment(): number {
    return this.#moment;
  }

  set moment(moment: number) {
    this.#moment = moment;
  }

  /** Begins a moment: every order may be tried again. */
  nextMoment(): void {
    this.#moment += 1;
  }

  /** Whether the order is live on the present bar and was not tried at this moment. */
  isFree(market: MarketState, order: WorkingOrder): boolean {
    return order.triedAt !== this.#moment && order.activeFrom <= market.row;
  }

  /**
   * Fills at one price whatever that price has reached, in turn, and what comes to life by it.
   *
   * @param bornAt    price within the bar, NaN at its open
   * @param lastTurn  orders of later turns (`auctionTurn`) are left alone
   */
  cross(
    market: MarketState,
    price: number,
    moment: 'open' | 'close' | 'gap',
    bornAt: number,
    lastTurn = Infinity,
  ): void {
    this.nextMoment();
    for (;;) {
      let next: WorkingOrder | null = null;
      let turn = Infinity;
      for (const order of market.orders) {
        if (!this.isFree(market, order) || !this.#mayFill(order, moment)) continue;
        if (!isReached(order, price)) continue;
        const own = auctionTurn(market, order);
        if (own < turn && own <= lastTurn) [next, turn] = [order, own];
      }
      if (!next) return;
      this.tryAt(market, next, price, moment, bornAt);
    }
  }

  /** Fills an order at a price that has reached it, or arms its limit. */
  tryAt(market: MarketState, order: WorkingOrder, price: number, moment: Moment, bornAt: number): void {
    const rule = ORDER_TYPES[order.type];
    if (rule.wait !== 'none' && rule.takes === 'limit' && !order.isArmed) {
      order.isArmed = true;
      order.bornAt = bornAt;
      this.#log.step(order, order.status, 'triggered');
      return;
    }
    order.triedAt = this.#moment;
    const arrives =
      moment === 'level' ? order.bornAt === price : order.activeFrom === market.row && moment === 'open';
    if (order.postOnly && arrives) {
      this.execution.withdraw(market, order, 'rejected', 'would_take_liquidity');
      return;
    }
    const reason = reasonOf(order, moment);
    const rested = !arrives;
    this.execution.execute(market, order, { reference: price, reason, bornAt, rested, slips: true });
  }

  #mayFill(order: WorkingOrder, moment: 'open' | 'close' | 'gap'): boolean {
    const { at, wait, takes } = ORDER_TYPES[order.type];
    if (at !== 'any') return at === moment;
    const isMarket = wait === 'none' && takes === 'market';
    if (!isMarket) return moment !== 'close';
    const fillsAtClose = this.settings.marketFill === 'next_close' && order.role === 'signal';
    return moment !== 'gap' && (moment === 'close') === fillsAtClose;
  }
}
