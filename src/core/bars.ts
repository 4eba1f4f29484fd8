import type { Column } from './column';

/**
 * A table of bars as columns of one length, oldest first. `time` is the instant the bar opens
 * (Unix milliseconds, UTC, strictly increasing); a bar that is known by its date only is stamped
 * with 00:00 UTC of that date (docs/decisions/0002-bar-time.md).
 */
export interface Bars {
  readonly time: Column;
  readonly open: Column;
  readonly high: Column;
  readonly low: Column;
  readonly close: Column;
  readonly volume: Column;
  /** Further numeric columns of the file by name, as `adjclose`. */
  readonly extra: Readonly<Record<string, Column>>;
}

/** One bar as a value. */
export interface Bar {
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** No bars. */
export const NO_BARS: Bars = {
  time: new Float64Array(0),
  open: new Float64Array(0),
  high: new Float64Array(0),
  low: new Float64Array(0),
  close: new Float64Array(0),
  volume: new Float64Array(0),
  extra: {},
};

/** Names of the fixed columns, in canonical order. */
export const BAR_COLUMNS = ['time', 'open', 'high', 'low', 'close', 'volume'] as const;

export type BarColumn = (typeof BAR_COLUMNS)[number];

/** Number of rows. */
export const barCount = (bars: Bars): number => bars.time.length;

/** Row `i` as a value. */
export function barAt(bars: Bars, i: number): Bar {
  return {
    time: bars.time[i]!,
    open: bars.open[i]!,
    high: bars.high[i]!,
    low: bars.low[i]!,
    close: bars.close[i]!,
    volume: bars.volume[i]!,
  };
}

/** Rows `[from, to)` as views on the same memory. */
export function sliceBars(bars: Bars, from: number, to: number): Bars {
  const cut = (column: Column): Column => column.subarray(from, to);
  return {
    time: cut(bars.time),
    open: cut(bars.open),
    high: cut(bars.high),
    low: cut(bars.low),
    close: cut(bars.close),
    volume: cut(bars.volume),
    extra: Object.fromEntries(Object.entries(bars.extra).map(([name, column]) => [name, cut(column)])),
  };
}

/** Rows of `a`, then rows of `b`, in new memory. Extra columns are those of `a`; NaN where `b` has none. */
export function concatBars(a: Bars, b: Bars): Bars {
  const rows = barCount(a) + barCount(b);
  const join = (head: Column, tail: Column | undefined): Column => {
    const column = new Float64Array(rows).fill(NaN, head.length);
    column.set(head);
    if (tail) column.set(tail, head.length);
    return column;
  };
  return {
    time: join(a.time, b.time),
    open: join(a.open, b.open),
    high: join(a.high, b.high),
    low: join(a.low, b.low),
    close: join(a.close, b.close),
    volume: join(a.volume, b.volume),
    extra: Object.fromEntries(
      Object.entries(a.extra).map(([name, column]) => [name, join(column, b.extra[name])]),
    ),
  };
}
