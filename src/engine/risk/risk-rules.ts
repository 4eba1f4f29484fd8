import type { OrderReason, Side } from '../../core/order';
import type { RunSettings } from '../../core/settings';
import type { EventBook } from '../event-book';
import type { MarketState } from '../market-state';
import type { Portfolio } from '../portfolio';
import { DailyReturns } from './daily-returns';

/** What an order would open, for the rules to judge. */
export interface Opening {
  readonly market: MarketState;
  readonly side: Side;
  /** Orders of its group are instead of it, not besides it; '' for none. */
  readonly group: string;
  /** Value that it adds, and value that it closes before, account currency. */
  readonly value: number;
  readonly closing: number;
  readonly equity: number;
}

const DAY_MS = 86_400_000;

/** What the rules remember. */
interface RiskState {
  peak: number;
  /** UTC day, equity at its start and orders of it. */
  day: number;
  dayStart: number;
  equity: number;
  orders: number;
  /** Losing round trips in succession; closes so far, and the one of the last loss. */
  streak: number;
  steps: number;
  lastLoss: number;
  halted: OrderReason | null;
  dayHalted: boolean;
  /** Whether `mark` has told of the halt. */
  isTold: boolean;
  shortfall: number;
}

/** What a snapshot keeps of it. */
export interface RiskSnapshot {
  readonly state: RiskState;
  readonly returns: readonly number[];
}

/**
 * The risk rules of a run, as its settings give them: limits that refuse an order which would break them, and rules that
 * end trading for the day or for good. Each breach is an event with its reason, value and limit.
 */
export class RiskRules {
  /** Whether any rule is set, so that a run without one pays nothing. */
  readonly isActive: boolean;
  readonly #settings: RunSettings;
  readonly #portfolio: Portfolio;
  readonly #events: EventBook;
  readonly #returns = new DailyReturns();
  #state: RiskState;

  constructor(settings: RunSettings, portfolio: Portfolio, events: EventBook) {
    this.#settings = settings;
    this.#portfolio = portfolio;
    this.#events = events;
    const { capital } = settings;
    this.#state = {
      peak: capital,
      day: NaN,
      dayStart: capital,
      equity: capital,
      orders: 0,
      streak: 0,
      steps: 0,
      lastLoss: -Infinity,
      halted: null,
      dayHalted: false,
      isTold: false,
      shortfall: NaN,
    };
    this.isActive =
      settings.maxPositionPercent > 0 ||
      settings.maxExposurePercent > 0 ||
      settings.maxDrawdownPercent > 0 ||
      settings.dailyLossPercent > 0 ||
      settings.maxOrdersPerDay > 0 ||
      settings.maxLosingStreak > 0 ||
      settings.expectedShortfallPercent > 0 ||
      settings.coolDownBars > 0;
  }

  /** State for a snapshot. */
  save(): RiskSnapshot {
    return { state: { ...this.#state }, returns: this.#returns.save() };
  }

  restore({ state, returns }: RiskSnapshot): void {
    this.#state = { ...state };
    this.#returns.restore(returns);
  }

  /** Why nothing may be opened now, whatever it is; null when it may. */
  get halt(): OrderReason | null {
    return this.#state.halted ?? (this.#state.dayHalted ? 'risk_daily_loss' : null);
  }

  /**
   * The account at a close.
   *
   * @returns  rule that ends trading and has begun to hold since the last call; null for none
   */
  mark(bar: number, time: number, equity: number): OrderReason | null {
    const day = Math.floor(time / DAY_MS);
    if (day !== this.#state.day) this.#enterDay(day, bar, time);
    this.#state.equity = equity;
    this.#state.steps += 1;
    if (equity > this.#state.peak) this.#state.peak = equity;
    const fall = 100 * (1 - equity / this.#state.peak);
    const { maxDrawdownPercent, dailyLossPercent } = this.#settings;
    if (maxDrawdownPercent > 0 && this.#state.halted === null && fall >= maxDrawdownPercent) {
      this.#state.halted = 'risk_drawdown';
      this.#tell(bar, time, 'risk_drawdown', 'begins', fall, maxDrawdownPercent);
    }
    const loss = 100 * (1 - equity / this.#state.dayStart);
    if (dailyLossPercent > 0 && !this.#state.dayHalted && loss >= dailyLossPercent) {
      this.#state.dayHalted = true;
      this.#tell(bar, time, 'risk_daily_loss', 'begins', loss, dailyLossPercent);
    }
    const { halt } = this;
    const { isTold } = this.#state;
    this.#state.isTold = halt !== null;
    return isTold ? null : halt;
  }

  /** A round trip ended with this profit. */
  closed(bar: number, time: number, profit: number): void {
    if (profit >= 0) {
      this.#state.streak = 0;
      return;
    }
    this.#state.streak += 1;
    this.#state.lastLoss = this.#state.steps;
    const { maxLosingStreak } = this.#settings;
    if (maxLosingStreak > 0 && this.#state.halted === null && this.#state.streak >= maxLosingStreak) {
      this.#state.halted = 'risk_losing_streak';
      this.#tell(bar, time, 'risk_losing_streak', 'begins', this.#state.streak, maxLosingStreak);
    }
  }

  /** An order was sent. */
  sent(): void {
    this.#state.orders += 1;
  }

  /** Why an order that opens may not be sent; null when it may. */
  refusalOf(opening: Opening): OrderReason | null {
    const { halt } = this;
    if (halt) return halt;
    const {
      maxPositionPercent,
      maxExposurePercent,
      maxOrdersPerDay,
      coolDownBars,
      expectedShortfallPercent,
    } = this.#settings;
    if (maxOrdersPerDay > 0 && this.#state.orders >= maxOrdersPerDay) return 'risk_orders_a_day';
    if (coolDownBars > 0 && this.#state.steps - this.#state.lastLoss < coolDownBars) return 'risk_cool_down';
    if (expectedShortfallPercent > 0 && 100 * this.#state.shortfall > expectedShortfallPercent) {
      return 'risk_expected_shortfall';
    }
    const { market, side, value, equity } = opening;
    const limit = (percent: number): number => (percent / 100) * equity * (1 + 1e-12);
    if (maxPositionPercent > 0) {
      const held =
        market.opened(side).size * this.#unitOf(market) + this.#waiting(market, side, opening.group);
      if (held + value > limit(maxPositionPercent)) return 'risk_position';
    }
    if (maxExposurePercent > 0) {
      let gross = this.#portfolio.grossBut(null) - opening.closing;
      for (const each of this.#portfolio.byName) {
        gross += this.#waiting(each, 'buy', opening.group) + this.#waiting(each, 'sell', opening.group);
      }
      if (gross + value > limit(maxExposurePercent)) return 'risk_exposure';
    }
    return null;
  }

  /** Value of a unit at the mark, account currency. */
  #unitOf(market: MarketState): number {
    return market.mark * this.#portfolio.rateOf(market);
  }

  /** Value that the waiting orders of one side would open, but for those of a group. */
  #waiting(market: MarketState, side: Side, group: string): number {
    let units = 0;
    for (const order of market.orders) {
      if (order.side !== side || order.effect === 'close' || (group !== '' && order.group === group))
        continue;
      const closing = order.effect === 'either' ? market.closed(side).size : 0;
      units += Math.max(0, order.quantity - order.filled - closing);
    }
    return units === 0 ? 0 : units * this.#unitOf(market);
  }

  #enterDay(day: number, bar: number, time: number): void {
    const isFirst = Number.isNaN(this.#state.day);
    this.#state.day = day;
    this.#state.orders = 0;
    if (this.#state.dayHalted) {
      this.#state.dayHalted = false;
      const loss = 100 * (1 - this.#state.equity / this.#state.dayStart);
      this.#tell(bar, time, 'risk_daily_loss', 'ends', loss, this.#settings.dailyLossPercent);
    }
    if (!isFirst && this.#settings.expectedShortfallPercent > 0) {
      this.#returns.push(this.#state.equity / this.#state.dayStart - 1);
      this.#meetShortfall(bar, time);
    }
    this.#state.dayStart = this.#state.equity;
  }

  #meetShortfall(bar: number, time: number): void {
    const limit = this.#settings.expectedShortfallPercent;
    const before = 100 * this.#state.shortfall > limit;
    this.#state.shortfall = this.#returns.shortfall();
    const value = 100 * this.#state.shortfall;
    if (value > limit !== before) {
      this.#tell(bar, time, 'risk_expected_shortfall', before ? 'ends' : 'begins', value, limit);
    }
  }

  #tell(
    bar: number,
    time: number,
    reason: OrderReason,
    state: 'begins' | 'ends',
    value: number,
    limit: number,
  ): void {
    this.#events.tell({ kind: 'risk', bar, time, reason, state, value, limit });
  }
}
