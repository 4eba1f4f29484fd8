import type { Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import { isoInstant } from '../../core/time';
import type { ZoneClock } from '../../core/zone';
import type { Layout } from './layout';
import type { RowSink } from './row-sink';
import { decideDates, type DateOrder } from './slash-dates';

/** Kept rows in order of time, each time once, with what had to be done for that. */
export interface FinishedTable {
  readonly bars: Bars;
  /** Numbers of extra columns of the file without a single value; they are left out. */
  readonly empty: readonly number[];
  /** Rows that stood after a later one; rows of `bars`, ascending. */
  readonly outOfOrder: readonly number[];
  /** Whether the file runs from newest to oldest. */
  readonly reversed: boolean;
  /** Rows dropped because the same row stood there already. */
  readonly sameRows: number;
  /** Rows dropped because a later line gave other values for the same time. */
  readonly replacedRows: number;
  /** Rows of `bars` whose time stood more than once in the file, ascending. */
  readonly repeatedTimes: readonly number[];
  readonly dates: DateOrder | null;
  /** How the file writes time, in words. */
  readonly timeWords: string;
}

const WORDS = {
  iso: 'year-month-day',
  compact: 'yyyymmdd',
  named: 'day and month name',
  unix: 'Unix time',
  slash: 'month/day/year',
} as const;

/** Decides dates, sorts by time and makes times unique: of rows with one time the last line stays. */
export function finishRows(sink: RowSink, layout: Layout, zone: ZoneClock): FinishedTable {
  const { kind } = layout.timeFormat;
  const dates = kind === 'slash' ? decideDates(sink, zone) : null;
  const time = dates?.time ?? sink.time.view();
  const lines = sink.line.view();
  const order = new Order(time);
  const columns = [sink.open, sink.high, sink.low, sink.close, sink.volume, ...sink.extra].map((c) =>
    c.view(),
  );
  const kept = order.kept(sink, columns, lines);
  const take = (column: Column): Column => gather(column, kept.rows);
  const [open, high, low, close, volume, ...taken] = columns.map(take);
  const extra = layout.extras.map(({ name, index }, k) => ({ name, index, column: taken[k]! }));
  const filled = extra.filter(({ column }) => column.some((value) => !Number.isNaN(value)));
  sink.rejected.sort((a, b) => a.line - b.line);
  return {
    bars: {
      time: take(time),
      open: open!,
      high: high!,
      low: low!,
      close: close!,
      volume: volume!,
      extra: Object.fromEntries(filled.map(({ name, column }) => [name, column])),
    },
    empty: extra.filter((column) => !filled.includes(column)).map(({ index }) => index),
    outOfOrder: kept.outOfOrder,
    reversed: order.reversed,
    sameRows: kept.same,
    replacedRows: kept.replaced,
    repeatedTimes: kept.repeated,
    dates,
    timeWords: dates?.dayFirst ? 'day/month/year' : WORDS[kind],
  };
}

interface Kept {
  /** Row numbers of the sink in order of time, one a time; null when that is all of them as they stand. */
  readonly rows: Uint32Array | null;
  readonly outOfOrder: number[];
  readonly repeated: number[];
  readonly same: number;
  readonly replaced: number;
}

/** Order of rows by time, stable. */
class Order {
  readonly reversed: boolean;
  readonly #time: Column;
  /** Rows that stand after a later one, by row; null when there is none. */
  readonly #late: Uint8Array | null;
  readonly #unique: boolean;

  constructor(time: Column) {
    this.#time = time;
    let late: Uint8Array | null = null;
    let latest = -Infinity;
    let falls = 0;
    let unique = true;
    for (let i = 0; i < time.length; i++) {
      const t = time[i]!;
      if (t < latest) (late ??= new Uint8Array(time.length))[i] = 1;
      else if (t === latest) unique = false;
      else latest = t;
      if (i > 0 && t <= time[i - 1]!) falls++;
    }
    this.#late = late;
    this.#unique = unique;
    this.reversed = time.length > 1 && late !== null && falls === time.length - 1;
  }

  kept(sink: RowSink, columns: readonly Column[], lines: Column): Kept {
    const time = this.#time;
    const late = this.#late;
    const kept = { outOfOrder: [] as number[], repeated: [] as number[], same: 0, replaced: 0 };
    if (late === null && this.#unique) return { ...kept, rows: null };
    const order = Uint32Array.from(time, (_, i) => i);
    if (late !== null) order.sort((a, b) => time[a]! - time[b]! || a - b);
    let count = 0;
    for (let i = 0; i < order.length; i++) {
      const row = order[i]!;
      const next = order[i + 1];
      if (next !== undefined && time[next] === time[row]) {
        const isSame = columns.every((column) => Object.is(column[row]!, column[next]!));
        if (isSame) kept.same++;
        else kept.replaced++;
        const reason = isSame
          ? `the same row stands in line ${lines[next]!}`
          : `line ${lines[next]!} gives other values for the same time and is used instead`;
        sink.dismiss(lines[row]!, reason, () => rowText(time, columns, row), 'duplicate');
        if (kept.repeated.at(-1) !== count) kept.repeated.push(count);
        continue;
      }
      if (late?.[row] === 1 && !this.reversed) kept.outOfOrder.push(count);
      order[count++] = row;
    }
    return { ...kept, rows: order.subarray(0, count) };
  }
}

function gather(column: Column, rows: Uint32Array | null): Column {
  if (rows === null) return column.slice();
  const out: Column = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = column[rows[i]!]!;
  return out;
}

const rowText = (time: Column, columns: readonly Column[], row: number): string =>
  [isoInstant(time[row]!), ...columns.map((column) => column[row]!)].join(',');
