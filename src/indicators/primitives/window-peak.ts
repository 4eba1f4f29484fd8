/**
 * Largest or smallest of the last `period` rows, the latest one of equals (which differ in the sign of zero).
 *
 * Rows are taken in blocks as in `WindowSum`: a window is the end of the block before and the beginning of the
 * current one, so its extreme is the better of two that are known. A row costs O(1) on average, whatever the
 * series does. While a NaN is inside the window, the value is NaN.
 *
 * @see van Herk, A fast algorithm for local minimum and maximum filters, 1992
 */
export class WindowPeak {
  /** Extreme of the last `period` rows, or of all rows so far while there are fewer. */
  value = NaN;
  /** 1 for the largest, -1 for the smallest: the largest of the rows times it is looked for. */
  private readonly sign: number;
  /** Rows of the current block before `position`, extremes of the block before from there to its end. */
  private readonly rows: Float64Array;
  private position = 0;
  private prefix = -Infinity;
  /** Rows for which a NaN is still inside the window. */
  private hidden = 0;

  /** @param period  rows of a window, integer >= 1 */
  constructor(period: number, kind: 'max' | 'min') {
    this.sign = kind === 'max' ? 1 : -1;
    this.rows = new Float64Array(period).fill(-Infinity);
  }

  /** Takes the next row and returns the new `value`. */
  push(x: number): number {
    const { rows, sign } = this;
    const next = this.position + 1;
    const isNaN = Number.isNaN(x);
    const signed = isNaN ? -Infinity : x * sign;
    const prefix = signed >= this.prefix ? signed : this.prefix;
    rows[this.position] = signed;
    let best = prefix;
    if (next < rows.length) {
      const suffix = rows[next]!;
      if (suffix > prefix) best = suffix;
      this.prefix = prefix;
      this.position = next;
    } else {
      this.startBlock();
    }
    if (isNaN) this.hidden = rows.length;
    else if (this.hidden > 0) this.hidden--;
    this.value = this.hidden > 0 ? NaN : best * sign;
    return this.value;
  }

  private startBlock(): void {
    const { rows } = this;
    let suffix = -Infinity;
    for (let j = rows.length - 1; j >= 0; j--) {
      const row = rows[j]!;
      if (row > suffix) suffix = row;
      rows[j] = suffix;
    }
    this.position = 0;
    this.prefix = -Infinity;
  }
}
