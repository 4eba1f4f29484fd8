import { WindowAverage } from './window-average';

/**
 * Mean of the last `period` rows with weights that rise by one to the middle and fall again: the mean
 * of the means of half a window. NaN before the first full window. Leading NaN are skipped.
 */
export class TriangularAverage {
  private readonly inner: WindowAverage;
  private readonly outer: WindowAverage;

  /** @param period  rows averaged, integer >= 1 */
  constructor(period: number) {
    const half = Math.floor(period / 2);
    this.inner = new WindowAverage(period - half);
    this.outer = new WindowAverage(half + 1);
  }

  /** Takes the next row and returns the mean of the window that it ends. */
  push(x: number): number {
    return this.outer.push(this.inner.push(x));
  }
}
