import type { AccountView, MarketView } from '../core/strategy';
import type { MarketState } from './market-state';
import type { Portfolio } from './portfolio';

/** The account as the strategy reads it: one object, reused for every call and valid only during it. */
export class AccountSnapshot implements AccountView {
  equity = NaN;
  cash = NaN;
  positionSize = 0;
  entryPrice = NaN;
  barsHeld = NaN;
  readonly markets: readonly MarketView[];
  readonly #first: MarketState | undefined;

  constructor(markets: readonly MarketState[]) {
    this.markets = markets;
    this.#first = markets[0];
  }

  read(portfolio: Portfolio): void {
    portfolio.mark();
    this.equity = portfolio.total.equity;
    this.cash = portfolio.total.cash;
    const first = this.#first;
    if (!first) return;
    this.positionSize = first.positionSize;
    this.entryPrice = first.entryPrice;
    this.barsHeld = first.barsHeld;
  }
}
