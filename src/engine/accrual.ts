import type { CashCause } from '../core/event';
import type { RunSettings } from '../core/settings';
import type { EventBook } from './event-book';
import type { MarketState } from './market-state';
import type { Portfolio } from './portfolio';

const DAY_MS = 86_400_000;
const DAYS_A_YEAR = 365;

/** Interest on cash, cost of loans and of borrowed units, booked once a UTC day for the days since the last (actual/365). */
export class Accrual {
  readonly isActive: boolean;
  readonly #settings: RunSettings;
  readonly #portfolio: Portfolio;
  readonly #events: EventBook;
  readonly #names: readonly string[];
  day = NaN;

  constructor(settings: RunSettings, portfolio: Portfolio, events: EventBook, names: readonly string[]) {
    this.#settings = settings;
    this.#portfolio = portfolio;
    this.#events = events;
    this.#names = names;
    this.isActive = settings.interestPercent !== 0 || settings.loanPercent > 0 || settings.borrowPercent > 0;
  }

  /** Tells the time; on a new day it books what the days since the last one cost and earned. */
  advance(time: number): void {
    const day = Math.floor(time / DAY_MS);
    const days = day - this.day;
    this.day = day;
    if (!(days > 0)) return;
    const years = days / DAYS_A_YEAR;
    const { interestPercent, loanPercent, borrowPercent } = this.#settings;
    const { ledger, byName, markets, rates } = this.#portfolio;
    const first = markets[0]!;
    for (let k = 0; k < rates.length; k++) {
      const cash = ledger.cash[k]!;
      const percent = cash > 0 ? interestPercent : loanPercent;
      this.#pay('interest', time, first, k, (percent / 100) * years * cash);
    }
    if (borrowPercent === 0) return;
    for (const market of byName) {
      if (market.short.size === 0) continue;
      const value = market.short.size * market.mark * market.multiplier;
      const cost = -(borrowPercent / 100) * years * value;
      this.#pay('borrowing', time, market, market.currency, cost);
    }
  }

  #pay(cause: CashCause, time: number, market: MarketState, currency: number, amount: number): void {
    if (amount === 0 || !Number.isFinite(amount)) return;
    const { row, position } = market;
    this.#portfolio.ledger.postCash(cause, row, currency, amount);
    const name = this.#names[currency]!;
    this.#events.tell({ kind: 'cash', bar: row, time, cause, market: position, currency: name, amount });
  }
}
