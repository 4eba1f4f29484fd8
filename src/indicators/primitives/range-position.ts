import { WindowRange } from './window-range';

/**
 * Where a close lies between the lowest low and the highest high of the last `period` bars, 0 to 100:
 * the raw line ("fast K") of the stochastic oscillators. A window without range gives 0, as in TA-Lib.
 * NaN before the first full window and while the window holds a NaN.
 *
 * @see Lane, Lane's Stochastics, Technical Analysis of Stocks and Commodities, 1984
 */
export class RangePosition {
  private readonly range: WindowRange;
  private missing: number;

  /** @param period  bars of a window, integer >= 1 */
  constructor(period: number) {
    this.range = new WindowRange(period);
    this.missing = period - 1;
  }

  /** Takes the next bar and returns the position of its close. */
  push(high: number, low: number, close: number): number {
    this.range.push(high, low);
    if (this.missing > 0) {
      this.missing--;
      return NaN;
    }
    const { highest, lowest } = this.range;
    const percent = (highest - lowest) / 100;
    return percent === 0 && !Number.isNaN(close) ? 0 : (close - lowest) / percent;
  }
}
