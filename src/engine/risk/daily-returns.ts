import { refill } from '../refill';

/** Days that the shortfall looks back. */
const DAYS = 250;
/** Days below which it says nothing. */
const NEEDED = 60;
const TAIL = 0.05;

/** The last daily returns of equity. */
export class DailyReturns {
  readonly #values: number[] = [];

  push(value: number): void {
    this.#values.push(value);
    if (this.#values.length > DAYS) this.#values.shift();
  }

  /** State for a snapshot. */
  save(): readonly number[] {
    return this.#values.slice();
  }

  restore(values: readonly number[]): void {
    refill(this.#values, values);
  }

  /**
   * Expected shortfall, historical: mean loss of the worst 5 % of the days (at least one), a fraction.
   *
   * @returns  above zero for losses; NaN below 60 days
   * @see Rockafellar and Uryasev, Conditional value-at-risk for general loss distributions, 2002
   */
  shortfall(): number {
    const count = this.#values.length;
    if (count < NEEDED) return NaN;
    const worst = this.#values.toSorted((a, b) => a - b).slice(0, Math.max(1, Math.floor(TAIL * count)));
    return -worst.reduce((sum, value) => sum + value, 0) / worst.length;
  }
}
