import { LEDGER_ACCOUNTS, type CashCause, type LedgerAccount } from '../core/event';
import type { Fill } from '../core/order';
import { Journal, type JournalState } from './journal';

const ROW = Object.fromEntries(LEDGER_ACCOUNTS.map((name, row) => [name, row])) as Record<
  LedgerAccount,
  number
>;

/** The account that money without a fill comes from. */
const SOURCE: { readonly [C in CashCause]: LedgerAccount } = {
  deposit: 'capital',
  dividend: 'dividends',
  interest: 'interest',
  borrowing: 'borrowing',
  funding: 'funding',
  exchange: 'exchange',
};

/** Books and balances of a snapshot. */
export interface LedgerState {
  readonly cash: Float64Array;
  readonly entries: number;
  readonly journal: JournalState;
}

/**
 * The money of one run in double entry, per currency. A fill posts cash against position (at the price without
 * slippage), slippage and fees; what comes without a fill posts cash against its cause. So at any mark
 *
 *     cash + position at mark = capital + (position at mark - position) - fees - slippage + other causes
 *
 * which the property tests hold to the cent at each bar. Fees are booked in the account's currency (row 0).
 */
export class Ledger {
  /** Cash per currency; row 0 is the account's. */
  readonly cash: Float64Array;
  readonly journal = new Journal();
  #entries = 0;

  constructor(currencies: number) {
    this.cash = new Float64Array(currencies);
  }

  /** State for a snapshot. */
  save(): LedgerState {
    return { cash: this.cash.slice(), entries: this.#entries, journal: this.journal.save() };
  }

  restore({ cash, entries, journal }: LedgerState): void {
    this.cash.set(cash);
    this.#entries = entries;
    this.journal.restore(journal);
  }

  /**
   * Books a fill.
   *
   * @param multiplier  value of a unit at a price of 1
   * @param currency    row of the instrument's currency
   * @param slippage    in that currency; the fill's own is in the account's
   */
  postFill(fill: Fill, multiplier: number, currency: number, slippage: number): void {
    const value = fill.price * fill.quantity * multiplier;
    const direction = fill.side === 'buy' ? 1 : -1;
    const entry = this.#entries++;
    const { bar, fee } = fill;
    if (currency === 0) {
      const paid = direction > 0 ? value + fee : -(value - fee);
      this.cash[0] = this.cash[0]! - paid;
      this.journal.push(entry, bar, ROW.cash, 0, -paid);
    } else {
      this.cash[currency] = this.cash[currency]! - direction * value;
      this.cash[0] = this.cash[0]! - fee;
      this.journal.push(entry, bar, ROW.cash, currency, -direction * value);
      this.journal.push(entry, bar, ROW.cash, 0, -fee);
    }
    this.journal.push(entry, bar, ROW.position, currency, direction * value - slippage);
    this.journal.push(entry, bar, ROW.slippage, currency, slippage);
    this.journal.push(entry, bar, ROW.fees, 0, fee);
  }

  /** Books money that moves without a fill; `amount` is what cash gains. */
  postCash(cause: CashCause, bar: number, currency: number, amount: number): void {
    const entry = this.#entries++;
    this.cash[currency] = this.cash[currency]! + amount;
    this.journal.push(entry, bar, ROW.cash, currency, amount);
    this.journal.push(entry, bar, ROW[SOURCE[cause]], currency, -amount);
  }
}
