import { TrueRange } from './true-range';
import { WilderAverage } from './wilder-average';

/**
 * Wilder-smoothed true range, from the mean of the first `period` true ranges on. A NaN makes every
 * later value NaN.
 *
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 */
export class AverageTrueRange {
  private readonly range = new TrueRange();
  private readonly average: WilderAverage;
  private hasPrevious = false;

  /** @param period  smoothing length in bars, integer >= 1; with 1 the true range itself */
  constructor(period: number) {
    this.average = new WilderAverage(period);
  }

  /** Takes the next bar and returns the average; NaN on the first `period` bars. */
  push(high: number, low: number, close: number): number {
    const range = this.range.push(high, low, close);
    if (this.hasPrevious) return this.average.push(range);
    this.hasPrevious = true;
    return NaN;
  }
}
