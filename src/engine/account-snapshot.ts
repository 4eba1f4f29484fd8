import type { AccountView, MarketView } from '../core/strategy';
import type { MarketState } from './market-state';
import type { Portfolio } from './portfolio';

/** The account as the strategy reads it: one object, reused for every call and valid only during it. */
export class AccountSnapshot implements AccountView {
  equity = NaN;
  cash = NaN;
  readonly markets: readonly MarketView[];
  readonly #first: MarketState | undefined;

  constructor(markets: readonly MarketState[]) {
    this.markets = markets;
    this.#first = markets[0];
  }

  get positionSize(): number {
    return this.#first?.positionSize ?? 0;
  }

  get entryPrice(): number {
    return this.#first?.entryPrice ?? NaN;
  }

  get barsHeld(): number {
    return this.#first?.barsHeld ?? NaN;
  }

  /** Values the account anew. */
  read(portfolio: Portfolio): void {
    portfolio.mark();
    this.equity = portfolio.total.equity;
    this.cash = portfolio.total.cash;
  }
}
