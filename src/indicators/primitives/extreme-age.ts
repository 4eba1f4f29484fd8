import { WindowPeakRow } from './window-peak-row';

/**
 * Bars since the highest high and since the lowest low of the last `period + 1` bars, the later one of
 * equal extremes. NaN while the window holds a NaN.
 */
export class ExtremeAge {
  private readonly highs: WindowPeakRow;
  private readonly lows: WindowPeakRow;
  private readonly period: number;
  private last = -1;

  /** @param period  greatest age, integer >= 1 */
  constructor(period: number) {
    this.highs = new WindowPeakRow(period + 1, 'max');
    this.lows = new WindowPeakRow(period + 1, 'min');
    this.period = period;
  }

  /** Bars since the highest high, `[0, period]`. */
  get ofHigh(): number {
    return this.last - this.highs.row;
  }

  /** Bars since the lowest low, `[0, period]`. */
  get ofLow(): number {
    return this.last - this.lows.row;
  }

  /**
   * Takes the next bar.
   *
   * @returns  whether the window is full: from the bar after the first `period` ones on
   */
  push(high: number, low: number): boolean {
    this.highs.push(high);
    this.lows.push(low);
    this.last++;
    return this.last >= this.period;
  }
}
