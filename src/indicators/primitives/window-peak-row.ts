/**
 * The row that holds the largest or smallest of the last `period` rows, counted from 0 at the first row taken, the
 * latest one of equals: as `WindowPeak` finds the value, with the row of each extreme beside it.
 *
 * While a NaN is inside the window, the row is NaN.
 *
 * @see TA-Lib `TA_AROON`
 */
export class WindowPeakRow {
  /** Of the last `period` rows, or of all rows so far while there are fewer. */
  row = NaN;
  private readonly sign: number;
  /** Values times `sign` of the current block before `position`, extremes of the block before from there to its end. */
  private readonly values: Float64Array;
  /** Rows of these extremes. */
  private readonly rows: Float64Array;
  private position = 0;
  private prefix = -Infinity;
  private prefixRow = 0;
  private taken = 0;
  /** Rows for which a NaN is still inside the window. */
  private hidden = 0;

  /** @param period  rows of a window, integer >= 1 */
  constructor(period: number, kind: 'max' | 'min') {
    this.sign = kind === 'max' ? 1 : -1;
    this.values = new Float64Array(period).fill(-Infinity);
    this.rows = new Float64Array(period);
  }

  /** Takes the next row and returns the new `row`. */
  push(x: number): number {
    const { values, position } = this;
    const isNaN = Number.isNaN(x);
    const signed = isNaN ? -Infinity : x * this.sign;
    if (signed >= this.prefix) {
      this.prefix = signed;
      this.prefixRow = this.taken;
    }
    const next = position + 1;
    const isLater = next === values.length || values[next]! <= this.prefix;
    const row = isLater ? this.prefixRow : this.rows[next]!;
    values[position] = signed;
    this.position = next;
    if (next === values.length) this.startBlock();
    this.taken++;
    if (isNaN) this.hidden = values.length;
    else if (this.hidden > 0) this.hidden--;
    this.row = this.hidden > 0 ? NaN : row;
    return this.row;
  }

  private startBlock(): void {
    const { values, rows } = this;
    const first = this.taken - values.length + 1;
    let suffix = -Infinity;
    let row = this.taken;
    for (let j = values.length - 1; j >= 0; j--) {
      if (values[j]! > suffix) {
        suffix = values[j]!;
        row = first + j;
      }
      values[j] = suffix;
      rows[j] = row;
    }
    this.position = 0;
    this.prefix = -Infinity;
  }
}
