import { WindowPeak } from './window-peak';

/** Highest high and lowest low of the last `period` bars; NaN while the window holds a NaN. */
export class WindowRange {
  private readonly highs: WindowPeak;
  private readonly lows: WindowPeak;

  /** @param period  bars of a window, integer >= 1 */
  constructor(period: number) {
    this.highs = new WindowPeak(period, 'max');
    this.lows = new WindowPeak(period, 'min');
  }

  /** Of the last `period` bars, or of all bars so far while there are fewer. */
  get highest(): number {
    return this.highs.value;
  }

  /** Of the last `period` bars, or of all bars so far while there are fewer. */
  get lowest(): number {
    return this.lows.value;
  }

  /** Takes the next bar. */
  push(high: number, low: number): void {
    this.highs.push(high);
    this.lows.push(low);
  }
}
