/**
 * Wilder's average: the plain mean of the first `period` rows; from then on each row weighs
 * `1 / period`. Rounded as in TA-Lib, because what is built on it (the RSI's own range in `stochrsi`)
 * may turn on the last bit. A NaN row makes every later value NaN.
 *
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 */
export class WilderAverage {
  value = NaN;
  private readonly period: number;
  private rows = 0;
  private sum = 0;

  /** @param period  smoothing length in rows, integer >= 1; with 1 the value is the row itself */
  constructor(period: number) {
    this.period = period;
  }

  /** Takes the next row and returns the new `value`; NaN before row `period - 1`. */
  push(x: number): number {
    const { period } = this;
    if (this.rows === period) {
      this.value = (this.value * (period - 1) + x) / period;
      return this.value;
    }
    this.rows++;
    this.sum += x;
    if (this.rows === period) this.value = this.sum / period;
    return this.value;
  }
}
