/**
 * Sum of the last `period` rows without drift.
 *
 * Rows are taken in blocks of `period`. A window is the end of the block before and the beginning
 * of the current one, so its sum is one suffix sum plus one prefix sum: nothing is ever subtracted.
 * A NaN counts exactly while it is inside the window.
 *
 * @see van Herk, A fast algorithm for local minimum and maximum filters, 1992 (the decomposition)
 */
export class WindowSum {
  /** Rows of the current block before `position`, suffix sums of the block before it from there on. */
  private readonly rows: Float64Array;
  private position = 0;
  private prefix = 0;

  /** @param period  rows of a window, integer >= 1 */
  constructor(period: number) {
    this.rows = new Float64Array(period);
  }

  /**
   * Takes the next row.
   *
   * @returns  sum of the last `period` rows, or of all rows so far while there are fewer
   */
  push(x: number): number {
    const rows = this.rows;
    const next = this.position + 1;
    rows[this.position] = x;
    this.prefix += x;
    if (next < rows.length) {
      this.position = next;
      return rows[next]! + this.prefix;
    }
    const sum = this.prefix;
    this.startBlock();
    return sum;
  }

  private startBlock(): void {
    const rows = this.rows;
    let suffix = 0;
    for (let j = rows.length - 1; j >= 0; j--) {
      suffix += rows[j]!;
      rows[j] = suffix;
    }
    this.position = 0;
    this.prefix = 0;
  }
}
