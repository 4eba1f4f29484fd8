/**
 * Means, population variances and covariance of the last `period` pairs of rows without drift.
 *
 * Pairs are taken in blocks as in `WindowSum`; deviations are measured from an anchor, the last finite
 * pair of the latest full block, so that the level of the series costs no digits. A NaN counts exactly
 * while it is inside the window.
 */
export class WindowComoments {
  meanX = NaN;
  meanY = NaN;
  varianceX = NaN;
  varianceY = NaN;
  covariance = NaN;
  /** Rows of the current block before `position`; sums of deviations of the block before from there on. */
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private readonly xx: Float64Array;
  private readonly yy: Float64Array;
  private readonly xy: Float64Array;
  /** Sums of the current block in the same order. */
  private readonly prefix = new Float64Array(5);
  private position = 0;
  private anchorX = 0;
  private anchorY = 0;

  /** @param period  pairs of a window, integer >= 1 */
  constructor(period: number) {
    this.x = new Float64Array(period);
    this.y = new Float64Array(period);
    this.xx = new Float64Array(period);
    this.yy = new Float64Array(period);
    this.xy = new Float64Array(period);
  }

  /** Takes the next pair; the moments are of a full window from the `period`-th pair on. */
  push(x: number, y: number): void {
    const dx = x - this.anchorX;
    const dy = y - this.anchorY;
    this.x[this.position] = x;
    this.y[this.position++] = y;
    if (this.position === this.x.length) {
      this.startBlock();
    } else {
      const prefix = this.prefix;
      prefix[0]! += dx;
      prefix[1]! += dy;
      prefix[2]! += dx * dx;
      prefix[3]! += dy * dy;
      prefix[4]! += dx * dy;
    }
    this.update();
  }

  private update(): void {
    const { position, prefix } = this;
    const period = this.x.length;
    const meanX = (this.x[position]! + prefix[0]!) / period;
    const meanY = (this.y[position]! + prefix[1]!) / period;
    this.varianceX = (this.xx[position]! + prefix[2]!) / period - meanX * meanX;
    this.varianceY = (this.yy[position]! + prefix[3]!) / period - meanY * meanY;
    this.covariance = (this.xy[position]! + prefix[4]!) / period - meanX * meanY;
    this.meanX = this.anchorX + meanX;
    this.meanY = this.anchorY + meanY;
  }

  private startBlock(): void {
    const { x, y, xx, yy, xy } = this;
    this.anchor();
    let [sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0];
    for (let j = x.length - 1; j >= 0; j--) {
      const dx = x[j]! - this.anchorX;
      const dy = y[j]! - this.anchorY;
      x[j] = sumX += dx;
      y[j] = sumY += dy;
      xx[j] = sumXX += dx * dx;
      yy[j] = sumYY += dy * dy;
      xy[j] = sumXY += dx * dy;
    }
    this.prefix.fill(0);
    this.position = 0;
  }

  private anchor(): void {
    let j = this.x.length - 1;
    while (j >= 0 && !Number.isFinite(this.x[j]! + this.y[j]!)) j--;
    this.anchorX = j < 0 ? 0 : this.x[j]!;
    this.anchorY = j < 0 ? 0 : this.y[j]!;
  }
}
