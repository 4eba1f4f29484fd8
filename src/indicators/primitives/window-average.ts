import { WindowSum } from './window-sum';

/** Mean of the last `period` rows; NaN before the first full window. Leading NaN are skipped. */
export class WindowAverage {
  private readonly period: number;
  private readonly window: WindowSum;
  private rows = 0;

  /** @param period  rows averaged, integer >= 1 */
  constructor(period: number) {
    this.period = period;
    this.window = new WindowSum(period);
  }

  /** Takes the next row and returns the mean of the window that it ends. */
  push(x: number): number {
    if (this.rows === this.period) return this.window.push(x) / this.period;
    if (this.rows === 0 && Number.isNaN(x)) return NaN;
    this.rows++;
    const sum = this.window.push(x);
    return this.rows === this.period ? sum / this.period : NaN;
  }
}
