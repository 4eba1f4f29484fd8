import { LONGEST_CYCLE } from './dominant-cycle';

/**
 * Ehlers' instantaneous trendline: mean of the last dominant cycle, which takes the cycle out, smoothed
 * over four rows. The length of a cycle never exceeds 50 rows, which bounds the work of a row.
 *
 * @see Ehlers, Rocket Science for Traders, 2001
 */
export class CycleTrend {
  private readonly rows = new Float64Array(LONGEST_CYCLE);
  private newest = LONGEST_CYCLE - 1;
  private mean1 = 0;
  private mean2 = 0;
  private mean3 = 0;

  /** Takes a row that the trend is not asked for. */
  skip(x: number): void {
    this.newest = this.newest + 1 === LONGEST_CYCLE ? 0 : this.newest + 1;
    this.rows[this.newest] = x;
  }

  /**
   * Takes the next row.
   *
   * @param cycle  length of the dominant cycle in rows, at most 50
   * @returns      the trendline; NaN where `cycle` is
   */
  push(x: number, cycle: number): number {
    this.skip(x);
    const mean = this.meanOf(Math.floor(cycle + 0.5));
    const trend = (4 * mean + 3 * this.mean1 + 2 * this.mean2 + this.mean3) / 10;
    this.mean3 = this.mean2;
    this.mean2 = this.mean1;
    this.mean1 = mean;
    return trend;
  }

  private meanOf(length: number): number {
    if (length === 0) return 0;
    let sum = 0;
    for (let i = 0, at = this.newest; i < length; i++) {
      sum += this.rows[at]!;
      at = at === 0 ? LONGEST_CYCLE - 1 : at - 1;
    }
    return sum / length;
  }
}
