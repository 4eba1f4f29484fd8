import type { AccountView, MarketView } from '../core/strategy';
import type { MarketState } from './market-state';
import type { Portfolio } from './portfolio';

/** The account as the strategy reads it, as it was last valued: one object for all calls, valid only during each. */
export class AccountSnapshot implements AccountView {
  readonly markets: readonly MarketView[];
  readonly #first: MarketState | undefined;
  readonly #total: Portfolio['total'];

  constructor({ markets, total }: Portfolio) {
    this.markets = markets;
    this.#first = markets[0];
    this.#total = total;
  }

  get equity(): number {
    return this.#total.equity;
  }

  get cash(): number {
    return this.#total.cash;
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
}
