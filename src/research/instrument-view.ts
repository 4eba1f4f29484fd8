import type { Column } from '../core/column';
import type { RunSeries } from '../core/run';
import type { BacktestOutcome } from './outcome';

/** What a run over several instruments looks like on the bars of one of them: columns aligned with its bars. */
export interface InstrumentView {
  /** Account value at the close of each bar, account currency; NaN before the account's first row. */
  readonly equity: Column;
  /** Fall from the running peak, fraction in [0, 1]. */
  readonly drawdown: Column;
  /** Account value of holding, account currency. */
  readonly holding: Column;
}

/**
 * The account of a run on the rows of an instrument: its columns as they stood when each bar closed.
 *
 * @param time     `f64[n]`, Unix milliseconds at which the instrument's bars open, ascending
 * @param series   of the run; each row is known by the instant at which its shortest bar opened
 * @param holding  account value of holding, aligned with `series`
 */
export function instrumentView(
  time: Column,
  series: RunSeries,
  holding: BacktestOutcome['holding']['equity'],
): InstrumentView {
  const rows = rowsAtCloses(time, series.time);
  const on = (column: Column): Column => Float64Array.from(rows, (row) => (row < 0 ? NaN : column[row]!));
  return { equity: on(series.equity), drawdown: on(series.drawdown), holding: on(holding) };
}

/** The last row that begins before each bar has ended; -1 before the first. A bar lasts the shortest step between two. */
function rowsAtCloses(time: Column, of: Column): Int32Array {
  let step = Infinity;
  for (let i = 1; i < time.length; i++) step = Math.min(step, time[i]! - time[i - 1]!);
  const rows = new Int32Array(time.length);
  let row = -1;
  for (let i = 0; i < time.length; i++) {
    const end = Math.min(time[i]! + step, time[i + 1] ?? Infinity);
    while (row + 1 < of.length && of[row + 1]! < end) row++;
    rows[i] = row;
  }
  return rows;
}
