import { isPrice } from '../cursor';

/** What a snapshot keeps of it. */
export type SideState = Pick<BookSide, 'price' | 'size' | 'before' | 'taken'>;

/**
 * The best price of one side of the market and what is shown there. What our own orders take of it stays taken while
 * the price stays, since the recorded market does not know of them: more is only what is shown beyond it later.
 */
export class BookSide {
  /** NaN while nobody offers. */
  price = NaN;
  /** Units shown, less what has traded there since. */
  size = 0;
  /** `size` before the newest quote; NaN when that quote moved the price. */
  before = NaN;
  /** Units of `size` that our orders have taken. */
  taken = 0;

  /** Units that our orders can still take. */
  get left(): number {
    return this.size > this.taken ? this.size - this.taken : 0;
  }

  /** The newest quote. */
  show(price: number, size: number): void {
    const known = isPrice(price) ? price : NaN;
    if (known === this.price) this.before = this.size;
    else {
      this.price = known;
      this.before = NaN;
      this.taken = 0;
    }
    this.size = size > 0 && known > 0 ? size : 0;
    if (this.taken > this.size) this.taken = this.size;
  }

  /** Others have traded here. */
  trade(quantity: number): void {
    this.size = this.size > quantity ? this.size - quantity : 0;
  }

  save(): SideState {
    const { price, size, before, taken } = this;
    return { price, size, before, taken };
  }

  restore(state: SideState): void {
    Object.assign(this, state);
  }
}
