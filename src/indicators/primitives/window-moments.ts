/**
 * Mean and population variance of the last `period` rows without drift.
 *
 * Rows are taken in blocks as in `WindowSum`; deviations are measured from an anchor, the last finite
 * row of the latest full block. The anchor is a row of the window itself, so the variance loses at most
 * a factor `period` of its digits, whatever the level of the series. A NaN counts exactly while it is
 * inside the window.
 */
export class WindowMoments {
  mean = NaN;
  variance = NaN;
  /** Rows of the current block before `position`, sums of deviations of the block before from there on. */
  private readonly rows: Float64Array;
  private readonly squares: Float64Array;
  private position = 0;
  private prefix = 0;
  private prefixOfSquares = 0;
  private anchor = 0;

  /** @param period  rows of a window, integer >= 1 */
  constructor(period: number) {
    this.rows = new Float64Array(period);
    this.squares = new Float64Array(period);
  }

  /** Takes the next row; `mean` and `variance` are of a full window from the `period`-th row on. */
  push(x: number): void {
    const rows = this.rows;
    const deviation = x - this.anchor;
    rows[this.position++] = x;
    if (this.position === rows.length) {
      this.startBlock();
      this.update(rows[0]!, this.squares[0]!);
      return;
    }
    this.prefix += deviation;
    this.prefixOfSquares += deviation * deviation;
    this.update(rows[this.position]! + this.prefix, this.squares[this.position]! + this.prefixOfSquares);
  }

  private update(sum: number, squares: number): void {
    const meanDeviation = sum / this.rows.length;
    this.mean = this.anchor + meanDeviation;
    this.variance = squares / this.rows.length - meanDeviation * meanDeviation;
  }

  private startBlock(): void {
    const rows = this.rows;
    const anchor = lastFinite(rows);
    let sum = 0;
    let squares = 0;
    for (let j = rows.length - 1; j >= 0; j--) {
      const deviation = rows[j]! - anchor;
      sum += deviation;
      squares += deviation * deviation;
      rows[j] = sum;
      this.squares[j] = squares;
    }
    this.anchor = anchor;
    this.position = 0;
    this.prefix = 0;
    this.prefixOfSquares = 0;
  }
}

function lastFinite(rows: Float64Array): number {
  for (let j = rows.length - 1; j >= 0; j--) if (Number.isFinite(rows[j]!)) return rows[j]!;
  return 0;
}
