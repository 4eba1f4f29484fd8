import type { Column } from '../core/column';

/** An output small enough to be drawn in a line of text, with its end in figures. */
export interface OutputPreview {
  /** Row of the first value. */
  readonly begin: number;
  /** Time of that row (Unix ms); NaN when there are no values. */
  readonly beginTime: number;
  /** Lowest and highest value of each of equal stretches from `begin` on; NaN where a stretch has none. */
  readonly low: Column;
  readonly high: Column;
  /** The last rows: their times (Unix ms) and values. */
  readonly time: Column;
  readonly values: Column;
}

/**
 * Makes a preview of an output.
 *
 * @param time        `f64[n]`, Unix ms, of all rows
 * @param values      `f64[n - begin]`, the output without warm-up
 * @param begin       row of its first value
 * @param stretches   how many at most, 1 or more
 * @param tail        rows to give in figures at most
 */
export function previewOutput(
  time: Column,
  values: Column,
  begin: number,
  stretches: number,
  tail: number,
): OutputPreview {
  const count = Math.min(stretches, values.length);
  const low = new Float64Array(count).fill(NaN);
  const high = new Float64Array(count).fill(NaN);
  for (let k = 0; k < count; k++) {
    const to = Math.floor(((k + 1) * values.length) / count);
    for (let i = Math.floor((k * values.length) / count); i < to; i++) {
      const value = values[i]!;
      if (!(value >= low[k]!)) low[k] = Number.isNaN(value) ? low[k]! : value;
      if (!(value <= high[k]!)) high[k] = Number.isNaN(value) ? high[k]! : value;
    }
  }
  const from = Math.max(0, values.length - tail);
  return {
    begin,
    beginTime: values.length > 0 ? time[begin]! : NaN,
    low,
    high,
    time: time.slice(time.length - (values.length - from)),
    values: values.slice(from),
  };
}
