import { DirectionalIndex } from './directional-index';

/**
 * Wilder's average directional index (ADX): the directional index smoothed over `period` bars. The
 * first value is the mean of the first `period` indexes, bars without movement counting 0; later bars
 * without movement leave it as it is, as in TA-Lib. A NaN makes every later value NaN.
 */
export class AverageDirectionalIndex {
  private readonly index: DirectionalIndex;
  private readonly period: number;
  private value = 0;
  private rows = 0;

  /** @param period  smoothing length, integer >= 2 */
  constructor(period: number) {
    this.index = new DirectionalIndex(period);
    this.period = period;
  }

  /** Takes the next bar and returns the average; NaN on the first `2 period - 1` bars. */
  push(high: number, low: number, close: number): number {
    if (!this.index.push(high, low, close)) return NaN;
    const { period, index } = this;
    const isSeed = this.rows < period;
    if (isSeed) this.rows++;
    if (index.isDefined) this.value += isSeed ? index.value / period : (index.value - this.value) / period;
    return this.rows < period ? NaN : this.value;
  }
}
