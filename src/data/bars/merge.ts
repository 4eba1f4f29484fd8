import { lowerBound } from '../../core/bounds';
import { BAR_COLUMNS, type Bars } from '../../core/bars';
import type { Column } from '../../core/column';

/** Two tables as one in order of time. */
export interface Merged {
  readonly bars: Bars;
  /** First row that differs from the older table. */
  readonly from: number;
  /** New row number of each row of the older table. */
  readonly moved: (row: number) => number;
}

/**
 * Merges newer rows into a table; where both have a time, the newer row replaces the older one.
 * Extra columns are those of the older table, NaN in new rows that lack them.
 *
 * @param older rows in order of time, each time once
 * @param newer the same
 */
export function mergeBars(older: Bars, newer: Bars): Merged {
  const from = lowerBound(older.time, newer.time[0] ?? Infinity);
  const rows: number[] = []; // of the older table as they are, of the newer one as -1 - row
  const places = new Uint32Array(older.time.length - from);
  let [i, k] = [from, 0];
  while (i < older.time.length || k < newer.time.length) {
    const [a, b] = [older.time[i] ?? Infinity, newer.time[k] ?? Infinity];
    if (a <= b) places[i++ - from] = from + rows.length;
    rows.push(b <= a ? -1 - k++ : i - 1);
  }
  const join = (old: Column, fresh: Column | undefined): Column => {
    const out: Column = new Float64Array(from + rows.length);
    out.set(old.subarray(0, from));
    for (const [at, row] of rows.entries())
      out[from + at] = row >= 0 ? old[row]! : (fresh?.[-1 - row] ?? NaN);
    return out;
  };
  const fixed = Object.fromEntries(BAR_COLUMNS.map((name) => [name, join(older[name], newer[name])]));
  const extra = Object.fromEntries(
    Object.entries(older.extra).map(([name, column]) => [name, join(column, newer.extra[name])]),
  );
  return {
    bars: { ...(fixed as unknown as Omit<Bars, 'extra'>), extra },
    from,
    moved: (row) => (row < from ? row : places[row - from]!),
  };
}
