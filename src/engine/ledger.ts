import type { Fill } from '../core/order';

/** Where money can stand. Every posting moves it between these; their sum stays zero. */
export type LedgerAccount = 'capital' | 'cash' | 'position' | 'fees' | 'slippage';

/** One leg of a double entry. The legs of one event sum to zero. */
export interface Posting {
  /** Bar of the event; -1 for the opening deposit. */
  readonly bar: number;
  readonly account: LedgerAccount;
  /** Account currency; what an account gains is positive. */
  readonly amount: number;
}

/**
 * The books of one run in one instrument. The deposit posts cash against capital; a fill posts cash
 * against position (at the price without slippage), slippage and fees. So at any mark
 *
 *     cash + size * mark = capital + (size * mark - position) - fees - slippage
 *
 * which the property tests hold to the cent at each bar.
 */
export class Ledger {
  /** Cash in account currency. */
  cash: number;
  /** Signed units; 0 when flat. */
  size = 0;
  /** Price of the entry; NaN when flat. */
  entryPrice = NaN;
  /** Bar of the entry; NaN when flat. */
  entryBar = NaN;
  /** All postings, in order. */
  readonly journal: Posting[] = [];

  constructor(capital: number) {
    this.cash = capital;
    this.journal.push(
      { bar: -1, account: 'cash', amount: capital },
      { bar: -1, account: 'capital', amount: -capital },
    );
  }

  /** Account value when a unit is worth `mark`. */
  equity(mark: number): number {
    return this.size === 0 ? this.cash : this.cash + this.size * mark;
  }

  /** Books a fill that opens or closes the whole position. */
  post(fill: Fill): void {
    const value = fill.price * fill.quantity;
    const direction = fill.side === 'buy' ? 1 : -1;
    const paid = fill.side === 'buy' ? value + fill.fee : -(value - fill.fee);
    this.cash -= paid;
    this.journal.push(
      { bar: fill.bar, account: 'cash', amount: -paid },
      { bar: fill.bar, account: 'position', amount: direction * value - fill.slippage },
      { bar: fill.bar, account: 'slippage', amount: fill.slippage },
      { bar: fill.bar, account: 'fees', amount: fill.fee },
    );
    const opens = this.size === 0;
    this.size = opens ? direction * fill.quantity : 0;
    this.entryPrice = opens ? fill.price : NaN;
    this.entryBar = opens ? fill.bar : NaN;
  }
}
