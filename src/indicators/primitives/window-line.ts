/**
 * Least-squares line through the last `period` rows without drift, in O(1) a row.
 *
 * Rows are taken in blocks as in `WindowSum`, with two sums each: of the deviations, and of the
 * deviations times the rows to the end of the block. When a block moves back by `k` rows, its second sum
 * grows by `k` times its first. Deviations are measured from an anchor, the last finite row of the
 * latest full block, so that the level of the series costs no digits. A NaN counts exactly while it is
 * inside the window.
 */
export class WindowLine {
  /** Change of the line per row. */
  slope = NaN;
  /** The line at the oldest row of the window. */
  intercept = NaN;
  /** Rows of the current block before `position`; sums of deviations of the block before from there on. */
  private readonly rows: Float64Array;
  private readonly aged: Float64Array;
  private readonly meanAge: number;
  /** Sum of squares of the distances to the middle of the window. */
  private readonly spread: number;
  private position = 0;
  private prefix = 0;
  private agedPrefix = 0;
  private anchor = 0;

  /** @param period  rows of a window, integer >= 2 */
  constructor(period: number) {
    this.rows = new Float64Array(period);
    this.aged = new Float64Array(period);
    this.meanAge = (period - 1) / 2;
    this.spread = (period * (period * period - 1)) / 12;
  }

  /** Takes the next row; the line is of a full window from the `period`-th row on. */
  push(x: number): void {
    const deviation = x - this.anchor;
    this.rows[this.position++] = x;
    if (this.position === this.rows.length) {
      this.startBlock();
    } else {
      this.agedPrefix += this.prefix;
      this.prefix += deviation;
    }
    this.update();
  }

  private update(): void {
    const { position } = this;
    const older = this.rows[position]!;
    const sum = older + this.prefix;
    const agedSum = this.aged[position]! + position * older + this.agedPrefix;
    this.slope = (this.meanAge * sum - agedSum) / this.spread;
    this.intercept = this.anchor + (sum / this.rows.length - this.slope * this.meanAge);
  }

  private startBlock(): void {
    const { rows, aged } = this;
    const last = rows.length - 1;
    let j = last;
    while (j >= 0 && !Number.isFinite(rows[j]!)) j--;
    this.anchor = j < 0 ? 0 : rows[j]!;
    let sum = 0;
    let agedSum = 0;
    for (j = last; j >= 0; j--) {
      const deviation = rows[j]! - this.anchor;
      sum += deviation;
      agedSum += (last - j) * deviation;
      rows[j] = sum;
      aged[j] = agedSum;
    }
    this.position = 0;
    this.prefix = 0;
    this.agedPrefix = 0;
  }
}
