import type { Column } from '../core/column';
import { DAY_MS } from '../core/time';
import { deepestFalls } from './drawdown-table';

/** One fall of the account with its dates and lengths. */
export interface DrawdownPeriod {
  /** Last bar at the peak. */
  readonly start: number;
  /** Bar of the deepest close. */
  readonly trough: number;
  /** First bar back at the peak or above; null when the data end below it. */
  readonly recovery: number | null;
  /** Fraction of the peak, above 0. */
  readonly depth: number;
  /** Bars from start to trough. */
  readonly barsToTrough: number;
  /** Bars from trough to recovery; null when it is still to come. */
  readonly barsToRecovery: number | null;
  /** Bars from start to recovery, or to the last bar. */
  readonly bars: number;
  /** Calendar days from start to recovery, or to the last bar; with a fraction for bars within a day. */
  readonly days: number;
}

/**
 * Drawdown table: every fall from a running peak with start, trough, recovery and lengths, deepest first.
 *
 * @param equity  `f64[n]`, account currency, one per bar, above zero
 * @param time    `f64[n]`, Unix milliseconds
 * @param count   how many at most; all when omitted
 * @returns       none when the account never fell
 * @see pyfolio-reloaded 0.10.1 `gen_drawdown_table` (tests/golden/performance.json)
 */
export function drawdownPeriods(
  equity: Column,
  time: Column,
  count: number = equity.length,
): readonly DrawdownPeriod[] {
  return deepestFalls(equity, count).map(({ peak, low, back, depth }) => {
    const last = back ?? equity.length - 1;
    return {
      start: peak,
      trough: low,
      recovery: back,
      depth,
      barsToTrough: low - peak,
      barsToRecovery: back === null ? null : back - low,
      bars: last - peak,
      days: (time[last]! - time[peak]!) / DAY_MS,
    };
  });
}
