import type { MarketState } from './market-state';
import type { Ledger } from './ledger';

/** Value of the account from its cash and its positions, in account currency. */
export class Portfolio {
  /** In the order in which requests number them. */
  readonly markets: readonly MarketState[];
  /** The same by name: sums run over these, so that their bits do not depend on the order that was given. */
  readonly byName: readonly MarketState[];
  readonly ledger: Ledger;
  /** What a unit of each currency is worth in the account's; row 0 is 1. */
  readonly rates: Float64Array;

  constructor(markets: readonly MarketState[], ledger: Ledger, currencies: number) {
    this.markets = markets;
    this.byName = markets.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    this.ledger = ledger;
    this.rates = new Float64Array(currencies).fill(1);
  }

  /** What one unit at a price of 1 is worth in account currency. */
  rateOf(market: MarketState): number {
    return market.multiplier * this.rates[market.currency]!;
  }

  /** Cash, net position value and equity as `mark` found them, all in account currency. */
  readonly total = { cash: 0, net: 0, equity: 0 };

  /** Values the account anew: in one piece, since this happens at every bar. */
  mark(): void {
    const { total, byName, rates } = this;
    const balances = this.ledger.cash;
    let cash = balances[0]!;
    for (let k = 1; k < balances.length; k++) if (balances[k] !== 0) cash += balances[k]! * rates[k]!;
    let net = 0;
    for (let k = 0; k < byName.length; k++) {
      const market = byName[k]!;
      const size = market.long.size - market.short.size;
      if (size !== 0) net += size * market.mark * (market.multiplier * rates[market.currency]!);
    }
    total.cash = cash;
    total.net = net;
    total.equity = net === 0 ? cash : cash + net;
  }

  get cash(): number {
    const { cash } = this.ledger;
    let sum = cash[0]!;
    for (let k = 1; k < cash.length; k++) if (cash[k] !== 0) sum += cash[k]! * this.rates[k]!;
    return sum;
  }

  /** Value of all positions without their signs, `but` one instrument's. */
  grossBut(but: MarketState | null): number {
    let sum = 0;
    for (const market of this.byName) {
      if (market === but) continue;
      const size = market.long.size + market.short.size;
      if (size !== 0) sum += size * market.mark * this.rateOf(market);
    }
    return sum;
  }

  /** Equity if one instrument's mark were `price`. */
  equityAt(market: MarketState, price: number): number {
    let sum = this.cash;
    for (const each of this.byName) {
      const size = each.positionSize;
      if (size !== 0) sum += size * (each === market ? price : each.mark) * this.rateOf(each);
    }
    return sum;
  }
}
