import type { Bar, Bars } from '../core/bars';

/**
 * The newest bar of an instrument, as one object that is reused for every row: a strategy
 * may read it during the call it is given to, and copies it (`barAt`) to keep it. Rows after the
 * current one cannot be reached through it.
 */
export class BarCursor implements Bar {
  time = NaN;
  open = NaN;
  high = NaN;
  low = NaN;
  close = NaN;
  volume = NaN;
  /** Whether open, high, low and close are all finite and above zero, so that trading is possible. */
  tradable = false;

  /** Takes row `i`. */
  read(bars: Bars, i: number): void {
    this.time = bars.time[i]!;
    this.open = bars.open[i]!;
    this.high = bars.high[i]!;
    this.low = bars.low[i]!;
    this.close = bars.close[i]!;
    this.volume = bars.volume[i]!;
    this.tradable = isPrice(this.open) && isPrice(this.high) && isPrice(this.low) && isPrice(this.close);
  }
}

/** Whether `value` can be a price: finite and above zero. */
export const isPrice = (value: number): boolean => value > 0 && value < Infinity;
