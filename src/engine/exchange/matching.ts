import type { RunSettings } from '../../core/settings';
import type { MarketState } from '../market-state';
import type { OrderLog } from '../order-log';
import { isReached, type WorkingOrder } from '../working-order';
import type { Execution } from './execution';
import { reasonOf, type Moment } from './reason-of';
import { auctionTurn, closes } from './turns';

/** What all ways of walking through a bar share: trying orders at one price, each once a moment. */
export class Matching {
  readonly settings: RunSettings;
  readonly execution: Execution;
  readonly #log: OrderLog;
  readonly #onFill: (market: MarketState, bornAt: number) => void;
  #moment = 0;

  /** @param onFill  told after fills, with the price within the bar (NaN at its open), before the next order is tried */
  constructor(
    settings: RunSettings,
    execution: Execution,
    log: OrderLog,
    onFill: (market: MarketState, bornAt: number) => void,
  ) {
    this.settings = settings;
    this.execution = execution;
    this.#log = log;
    this.#onFill = onFill;
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
      market.learnReach();
      if (!(price >= market.riseTo || price <= market.fallTo)) return;
      let next: WorkingOrder | null = null;
      let turn = Infinity;
      const { orders } = market;
      for (let k = 0; k < orders.length; k++) {
        const order = orders[k]!;
        if (!isReached(order, price) || !this.isFree(market, order)) continue;
        if (!this.#mayFill(market, order, moment)) continue;
        const own = auctionTurn(market, order);
        if (own < turn && own <= lastTurn) [next, turn] = [order, own];
      }
      if (!next) return;
      this.tryAt(market, next, price, moment, bornAt);
    }
  }

  /** Fills an order at a price that has reached it, or arms its limit. */
  tryAt(market: MarketState, order: WorkingOrder, price: number, moment: Moment, bornAt: number): void {
    const rule = order.rule;
    if (rule.wait !== 'none' && rule.takes === 'limit' && !order.isArmed) {
      order.isArmed = true;
      order.armedAt = this.#moment;
      order.bornAt = bornAt;
      market.moved();
      if (!Number.isNaN(bornAt)) market.hasBorn = true;
      this.#log.step(order, order.status, 'triggered');
      return;
    }
    order.triedAt = this.#moment;
    const arrives = this.#arrives(market, order, price, moment);
    if (order.postOnly && arrives) {
      this.execution.withdraw(market, order, 'rejected', 'would_take_liquidity');
      return;
    }
    const reason = reasonOf(order, moment);
    const { filled } = order;
    this.execution.execute(market, order, {
      reference: price,
      reason,
      bornAt,
      rested: !arrives,
      slips: true,
    });
    if (order.filled !== filled) this.#onFill(market, bornAt);
  }

  /** Whether the order comes to the market at this very price, so that it takes liquidity and gives none. */
  #arrives(market: MarketState, order: WorkingOrder, price: number, moment: Moment): boolean {
    if (moment === 'level') return order.bornAt === price;
    return order.armedAt === this.#moment || (order.activeFrom === market.row && moment === 'open');
  }

  #mayFill(market: MarketState, order: WorkingOrder, moment: 'open' | 'close' | 'gap'): boolean {
    const { at, wait, takes } = order.rule;
    if (at !== 'any') return at === moment;
    const isMarket = wait === 'none' && takes === 'market';
    const { intrabar } = this.settings;
    if (!isMarket) {
      if (intrabar === 'close') return moment === 'close';
      return moment !== 'close' && !(intrabar === 'stops_first' && closes(market, order));
    }
    const fillsAtClose = this.settings.marketFill === 'next_close' && order.role === 'signal';
    return moment !== 'gap' && (moment === 'close') === fillsAtClose;
  }
}
