import { LEDGER_ACCOUNTS, type LedgerAccount } from '../core/event';

/** One leg of a double entry. The legs of one event sum to zero per currency. */
export interface Posting {
  /** Number of the event within the books, from 0: the opening deposit. */
  readonly entry: number;
  /** Row of the event's instrument; -1 for the opening deposit. */
  readonly bar: number;
  readonly account: LedgerAccount;
  /** Row of the currency among the run's; 0 is the account's. */
  readonly currency: number;
  /** What the account gains is positive. */
  readonly amount: number;
}

const FIRST_ROWS = 64;

/** Postings as columns of one length. */
export interface JournalState {
  readonly entry: Int32Array;
  readonly bar: Int32Array;
  readonly account: Uint8Array;
  readonly currency: Uint8Array;
  readonly amount: Float64Array;
}

/** The books: all postings in order, kept as columns. */
export class Journal {
  #rows = 0;
  #entry = new Int32Array(FIRST_ROWS);
  #bar = new Int32Array(FIRST_ROWS);
  #account = new Uint8Array(FIRST_ROWS);
  #currency = new Uint8Array(FIRST_ROWS);
  #amount = new Float64Array(FIRST_ROWS);

  get length(): number {
    return this.#rows;
  }

  push(entry: number, bar: number, account: number, currency: number, amount: number): void {
    if (this.#rows === this.#amount.length) this.#grow();
    const row = this.#rows++;
    this.#entry[row] = entry;
    this.#bar[row] = bar;
    this.#account[row] = account;
    this.#currency[row] = currency;
    this.#amount[row] = amount;
  }

  at(row: number): Posting {
    return {
      entry: this.#entry[row]!,
      bar: this.#bar[row]!,
      account: LEDGER_ACCOUNTS[this.#account[row]!]!,
      currency: this.#currency[row]!,
      amount: this.#amount[row]!,
    };
  }

  /** The columns, for a snapshot. */
  save(): JournalState {
    const rows = this.#rows;
    return {
      entry: this.#entry.slice(0, rows),
      bar: this.#bar.slice(0, rows),
      account: this.#account.slice(0, rows),
      currency: this.#currency.slice(0, rows),
      amount: this.#amount.slice(0, rows),
    };
  }

  /** Takes the place of what is here. */
  restore({ entry, bar, account, currency, amount }: JournalState): void {
    this.#rows = 0;
    for (let i = 0; i < amount.length; i++) {
      this.push(entry[i]!, bar[i]!, account[i]!, currency[i]!, amount[i]!);
    }
  }

  /** All postings as values, in order. */
  *[Symbol.iterator](): Generator<Posting, void, undefined> {
    for (let row = 0; row < this.#rows; row++) yield this.at(row);
  }

  #grow(): void {
    const grown = <T extends { set(values: T): void }>(values: T, bigger: T): T => {
      bigger.set(values);
      return bigger;
    };
    const rows = 2 * this.#rows;
    this.#entry = grown(this.#entry, new Int32Array(rows));
    this.#bar = grown(this.#bar, new Int32Array(rows));
    this.#account = grown(this.#account, new Uint8Array(rows));
    this.#currency = grown(this.#currency, new Uint8Array(rows));
    this.#amount = grown(this.#amount, new Float64Array(rows));
  }
}
