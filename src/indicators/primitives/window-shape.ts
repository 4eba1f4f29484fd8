/**
 * Mean and central moments, second to fourth, of the last `period` rows without drift, in O(1) a row.
 *
 * Rows are taken in blocks as in `WindowSum`; powers are of deviations from an anchor, the last finite row of
 * the latest full block, so that the level of the series costs no digits. A NaN counts exactly while it is
 * inside the window.
 */
export class WindowShape {
  mean = NaN;
  variance = NaN;
  third = NaN;
  fourth = NaN;
  /** Rows of the current block before `position`, sums of deviations of the block before from there on. */
  private readonly rows: Float64Array;
  private readonly squares: Float64Array;
  private readonly cubes: Float64Array;
  private readonly quartics: Float64Array;
  /** Sums of the current block, by power. */
  private readonly prefix = new Float64Array(4);
  private position = 0;
  private anchor = 0;

  /** @param period  rows of a window, integer >= 1 */
  constructor(period: number) {
    this.rows = new Float64Array(period);
    this.squares = new Float64Array(period);
    this.cubes = new Float64Array(period);
    this.quartics = new Float64Array(period);
  }

  /** Takes the next row; the moments are of a full window from the `period`-th row on. */
  push(x: number): void {
    const deviation = x - this.anchor;
    this.rows[this.position++] = x;
    if (this.position === this.rows.length) {
      this.startBlock();
    } else {
      const { prefix } = this;
      const square = deviation * deviation;
      prefix[0]! += deviation;
      prefix[1]! += square;
      prefix[2]! += square * deviation;
      prefix[3]! += square * square;
    }
    this.update();
  }

  private update(): void {
    const { position, prefix } = this;
    const period = this.rows.length;
    const d = (this.rows[position]! + prefix[0]!) / period;
    const second = (this.squares[position]! + prefix[1]!) / period;
    const third = (this.cubes[position]! + prefix[2]!) / period;
    const fourth = (this.quartics[position]! + prefix[3]!) / period;
    const square = d * d;
    this.mean = this.anchor + d;
    this.variance = second - square;
    this.third = third - 3 * d * second + 2 * square * d;
    this.fourth = fourth - 4 * d * third + 6 * square * second - 3 * square * square;
  }

  private startBlock(): void {
    const { rows, squares, cubes, quartics } = this;
    let j = rows.length - 1;
    while (j >= 0 && !Number.isFinite(rows[j]!)) j--;
    this.anchor = j < 0 ? 0 : rows[j]!;
    let [sum, sumOfSquares, sumOfCubes, sumOfQuartics] = [0, 0, 0, 0];
    for (j = rows.length - 1; j >= 0; j--) {
      const deviation = rows[j]! - this.anchor;
      const square = deviation * deviation;
      rows[j] = sum += deviation;
      squares[j] = sumOfSquares += square;
      cubes[j] = sumOfCubes += square * deviation;
      quartics[j] = sumOfQuartics += square * square;
    }
    this.position = 0;
    this.prefix.fill(0);
  }
}
