/** What a snapshot keeps of it. */
export type HoldingState = Pick<Holding, 'size' | 'entryPrice' | 'entryBar' | 'entries'>;

/** Share by which sums of units may miss each other. */
const SLACK = 1e-12;

/**
 * Units up to which a rest of `size` is rounding: never half a lot or more, and less where a split has left parts of
 * lots.
 */
export const rounding = (size: number, lot: number): number => Math.min(lot / 2, size * SLACK);

/** What is held on one side of an instrument. */
export class Holding {
  /** Units, 0 or more. */
  size = 0;
  /** Average price of the units held; NaN when there are none. */
  entryPrice = NaN;
  /** Row of the first entry; NaN when flat. */
  entryBar = NaN;
  /** Entries that make it up. */
  entries = 0;

  /** Adds units bought (long) or sold (short) at `price`. */
  add(quantity: number, price: number, bar: number): void {
    if (this.size === 0) {
      this.entryPrice = price;
      this.entryBar = bar;
      this.size = quantity;
      return;
    }
    const size = this.size + quantity;
    this.entryPrice = (this.entryPrice * this.size + price * quantity) / size;
    this.size = size;
  }

  /** Takes units away; what only rounding has left is nothing. */
  take(quantity: number, lot: number): void {
    const left = this.size - quantity;
    if (left > rounding(this.size, lot)) this.size = left;
    else this.clear();
  }

  /** State for a snapshot. */
  save(): HoldingState {
    const { size, entryPrice, entryBar, entries } = this;
    return { size, entryPrice, entryBar, entries };
  }

  restore(state: HoldingState): void {
    Object.assign(this, state);
  }

  clear(): void {
    this.size = 0;
    this.entryPrice = NaN;
    this.entryBar = NaN;
    this.entries = 0;
  }
}
