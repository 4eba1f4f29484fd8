/**
 * Means and population covariances of several columns over the last `period` rows without drift, in
 * O(columns squared) a row, whatever the period.
 *
 * Rows are taken in blocks as in `WindowSum`; deviations are measured from an anchor, the last row of the
 * latest full block whose columns are all finite, so that the level of a column costs no digits. A NaN counts
 * exactly while it is inside the window.
 */
export class WindowCrossMoments {
  private readonly period: number;
  private readonly columns: number;
  /** Sums a row: one a column, then one a pair of columns (`i` <= `j`, row by row of their triangle). */
  private readonly width: number;
  /** Rows of the current block before `position`; sums of the block before from there on. */
  private readonly sums: Float64Array;
  private readonly prefix: Float64Array;
  private readonly anchor: Float64Array;
  private position = 0;

  /**
   * @param period   rows of a window, integer >= 1
   * @param columns  integer >= 1
   */
  constructor(period: number, columns: number) {
    this.period = period;
    this.columns = columns;
    this.width = columns + (columns * (columns + 1)) / 2;
    this.sums = new Float64Array(period * this.width);
    this.prefix = new Float64Array(this.width);
    this.anchor = new Float64Array(columns);
  }

  /**
   * Takes the next row; the moments are of a full window from the `period`-th row on.
   *
   * @param row  one value per column
   */
  push(row: Float64Array): void {
    const { sums, columns } = this;
    const start = this.position * this.width;
    for (let i = 0; i < columns; i++) sums[start + i] = row[i]!;
    this.position++;
    if (this.position === this.period) this.startBlock();
    else this.add(this.prefix, 0, row, 0);
  }

  /** Mean of a column. */
  mean(i: number): number {
    return this.anchor[i]! + this.meanDeviation(i);
  }

  /** Population covariance of two columns; the variance of one with itself. */
  covariance(i: number, j: number): number {
    return this.total(this.pair(i, j)) / this.period - this.meanDeviation(i) * this.meanDeviation(j);
  }

  private meanDeviation(i: number): number {
    return this.total(i) / this.period;
  }

  private total(sum: number): number {
    return this.sums[this.position * this.width + sum]! + this.prefix[sum]!;
  }

  /** Where the sum of products of two columns is. */
  private pair(i: number, j: number): number {
    const low = Math.min(i, j);
    return this.columns + low * this.columns - (low * (low - 1)) / 2 + Math.max(i, j) - low;
  }

  /** Adds a row to the sums at `at` of `target`. */
  private add(target: Float64Array, at: number, row: Float64Array, from: number): void {
    const { anchor, columns } = this;
    let sum = at + columns;
    for (let i = 0; i < columns; i++) {
      const deviation = row[from + i]! - anchor[i]!;
      for (let j = i; j < columns; j++) target[sum++]! += deviation * (row[from + j]! - anchor[j]!);
    }
    for (let i = 0; i < columns; i++) target[at + i]! += row[from + i]! - anchor[i]!;
  }

  private startBlock(): void {
    const { sums, width, prefix } = this;
    this.setAnchor();
    prefix.fill(0);
    for (let j = this.period - 1; j >= 0; j--) {
      const start = j * width;
      this.add(prefix, 0, sums, start);
      sums.set(prefix, start);
    }
    prefix.fill(0);
    this.position = 0;
  }

  private setAnchor(): void {
    let row = this.period - 1;
    while (row >= 0 && !this.isFiniteRow(row)) row--;
    for (let i = 0; i < this.columns; i++) this.anchor[i] = row < 0 ? 0 : this.sums[row * this.width + i]!;
  }

  private isFiniteRow(row: number): boolean {
    const start = row * this.width;
    return this.sums.subarray(start, start + this.columns).every(Number.isFinite);
  }
}
