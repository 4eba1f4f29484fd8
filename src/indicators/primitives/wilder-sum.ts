/**
 * Wilder's running sum: the plain sum of the first `period - 1` rows; from then on each row is added
 * and one `period`-th of the sum before taken away. A NaN row makes every later value NaN.
 *
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 */
export class WilderSum {
  value = 0;
  private readonly period: number;
  private rows = 1;

  /** @param period  smoothing length, integer >= 1; with 1 the value is the row itself */
  constructor(period: number) {
    this.period = period;
  }

  /** Takes the next row and returns the new `value`. */
  push(x: number): number {
    if (this.rows < this.period) {
      this.rows++;
      this.value += x;
    } else {
      this.value = this.value - this.value / this.period + x;
    }
    return this.value;
  }
}
