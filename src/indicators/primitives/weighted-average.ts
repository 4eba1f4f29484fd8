/**
 * Mean of the last `period` rows with weights 1 for the oldest to `period` for the newest; NaN before
 * the first full window. Leading NaN are skipped.
 *
 * Rows are taken in blocks as in `WindowSum`: a window is the end of one block, weighted from 1, and
 * the beginning of the next. Nothing is ever subtracted, so rounding errors do not add up. A later NaN
 * counts exactly while it is inside the window.
 */
export class WeightedAverage {
  private readonly period: number;
  private readonly weights: number;
  /** Rows of the current block before `position`; weighted sums of the ends of the block before from there on. */
  private readonly rows: Float64Array;
  private position = 0;
  /** Sum of the current block, and the same weighted from 1. */
  private sum = 0;
  private weighted = 0;
  private taken = 0;

  /** @param period  rows averaged, integer >= 1 */
  constructor(period: number) {
    this.period = period;
    this.weights = (period * (period + 1)) / 2;
    this.rows = new Float64Array(period);
  }

  /** Takes the next row and returns the mean of the window that it ends. */
  push(x: number): number {
    if (this.taken < this.period) {
      if (this.taken === 0 && Number.isNaN(x)) return NaN;
      this.taken++;
    }
    const total = this.add(x);
    return this.taken === this.period ? total / this.weights : NaN;
  }

  private add(x: number): number {
    const rows = this.rows;
    rows[this.position++] = x;
    this.sum += x;
    this.weighted += this.position * x;
    if (this.position < rows.length) {
      const older = rows.length - this.position;
      return rows[this.position]! + (older * this.sum + this.weighted);
    }
    const total = this.weighted;
    this.startBlock();
    return total;
  }

  private startBlock(): void {
    const rows = this.rows;
    let suffix = 0;
    let weighted = 0;
    for (let j = rows.length - 1; j >= 0; j--) {
      suffix += rows[j]!;
      weighted += suffix;
      rows[j] = weighted;
    }
    this.position = 0;
    this.sum = 0;
    this.weighted = 0;
  }
}
