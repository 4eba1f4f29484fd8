import type { Convention } from '../convention';
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
  /** Whether the first bar counts, with its own range. */
  private readonly takesFirst: boolean;
  private hasPrevious = false;

  /**
   * @param period      smoothing length in bars, integer >= 1; with 1 the true range itself
   * @param convention  TA-Lib leaves out the first bar, TradingView takes its own range
   */
  constructor(period: number, convention: Convention = 'talib') {
    this.average = new WilderAverage(period);
    this.takesFirst = convention === 'tradingview';
  }

  /** Takes the next bar and returns the average; NaN on the first `period` bars, or one fewer. */
  push(high: number, low: number, close: number): number {
    const range = this.range.push(high, low, close);
    if (this.hasPrevious) return this.average.push(range);
    this.hasPrevious = true;
    return this.takesFirst ? this.average.push(high - low) : NaN;
  }
}

/** Rows of NaN before the first value of an `AverageTrueRange` of this period and convention. */
export const averageTrueRangeLookback = (period: number, convention: Convention = 'talib'): number =>
  convention === 'tradingview' ? period - 1 : period;
