import type { Bars } from '../core/bars';
import type { Instrument } from '../core/dataset';
import { ColumnStore } from '../script/evaluate';

/** Bars with what their times mean. */
export interface TimedSetup {
  readonly bars: Bars;
  readonly instrument: Instrument;
  /** Milliseconds of a bar; the shortest step between two when absent. */
  readonly intervalMs?: number;
}

/**
 * A fresh store of a run's bars, or of some of them: clock and longer timeframes are those of the whole.
 *
 * @param capacity  bytes of computed columns to keep; the store's default when omitted
 */
export const columnsFor = (
  { bars, instrument, intervalMs }: TimedSetup,
  part: Bars = bars,
  capacity?: number,
): ColumnStore =>
  new ColumnStore(part, {
    zone: instrument.zone,
    ...(intervalMs === undefined ? {} : { intervalMs }),
    ...(capacity === undefined ? {} : { capacity }),
  });
