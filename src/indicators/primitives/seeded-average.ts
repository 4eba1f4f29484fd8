/**
 * Exponential average that starts from the plain mean of its first `period` rows, as TA-Lib's do.
 * `value` is NaN until then; after that each row moves it by `weight` of the distance. Leading
 * NaN are skipped; a later NaN makes every later value NaN.
 */
export class SeededAverage {
  value = NaN;
  readonly period: number;
  private readonly weight: number;
  private rows = 0;
  private sum = 0;

  /**
   * @param period  rows of the first mean, integer >= 1
   * @param weight  of a new row, in `(0, 1]`: `2 / (period + 1)` for an EMA, `1 / period` for Wilder's
   */
  constructor(period: number, weight: number) {
    this.period = period;
    this.weight = weight;
  }

  /** Takes the next row and returns the new `value`. */
  push(x: number): number {
    if (this.rows === this.period) {
      this.value += this.weight * (x - this.value);
      return this.value;
    }
    if (this.rows === 0 && Number.isNaN(x)) return NaN;
    this.rows++;
    this.sum += x;
    if (this.rows === this.period) this.value = this.sum / this.period;
    return this.value;
  }
}

/** Weight of a new row in an exponential moving average over `period` bars. */
export const emaWeight = (period: number): number => 2 / (period + 1);
