import { keyOrder } from './key-order';

/** One column of a `DataTable`. */
export interface TableColumn<Row> {
  readonly id: string;
  /** With the unit, as `P&L, $`. Empty only beside `label`. */
  readonly header: string;
  /** Full name, when the header is short. */
  readonly label?: string;
  readonly align?: 'left' | 'right';
  /** Least width, rem; the columns share what is left in these proportions. */
  readonly width: number;
  /** What the cell shows, and what a copy gives unless `copy` says otherwise. */
  text(row: Row): string;
  /** What a copy gives: the whole figure, where the cell shows a few digits of it. */
  copy?(row: Row): string;
  /** What sorting compares; absent when the column cannot be sorted. */
  sortKey?(row: Row): number | string;
  /** Class of the cell's text. */
  tone?(row: Row): string;
}

/** By which column the rows stand, and which way. */
export interface TableSort {
  readonly column: string;
  readonly descending: boolean;
}

/** Most rows that a copy holds. */
const MOST_COPIED = 100_000;

/** Order of rows under a sort: indexes into `rows`. Equal rows keep their order; NaN stands last. */
export function sortedOrder<Row>(
  rows: ArrayLike<Row>,
  columns: readonly TableColumn<Row>[],
  sort: TableSort | null,
): Uint32Array {
  const key = columns.find((column) => column.id === sort?.column)?.sortKey;
  if (!sort || !key) return Uint32Array.from({ length: rows.length }, (_, i) => i);
  const numbers = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const value = key(rows[i]!);
    if (typeof value !== 'number') return textOrder(rows, key, sort.descending);
    numbers[i] = value;
  }
  return keyOrder(numbers, sort.descending);
}

function textOrder<Row>(
  rows: ArrayLike<Row>,
  key: (row: Row) => number | string,
  descending: boolean,
): Uint32Array {
  const keys = Array.from(rows, (row) => String(key(row)));
  const sign = descending ? -1 : 1;
  return Uint32Array.from(keys, (_, i) => i).sort(
    (a, b) => keys[a]!.localeCompare(keys[b]!, 'en') * sign || a - b,
  );
}

/**
 * Headers and rows as tab-separated lines; beyond 100,000 rows the last line says how many are left out.
 *
 * @param order  rows to take, as indexes; all in their order when absent
 */
export function toTsv<Row>(
  columns: readonly TableColumn<Row>[],
  rows: ArrayLike<Row>,
  order: Uint32Array = Uint32Array.from({ length: rows.length }, (_, i) => i),
): string {
  const cell = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const lines = [columns.map((column) => cell(column.label ?? column.header))];
  for (const index of order.subarray(0, MOST_COPIED)) {
    const row = rows[index]!;
    lines.push(columns.map((column) => cell(column.copy?.(row) ?? column.text(row))));
  }
  const left = order.length - MOST_COPIED;
  if (left > 0) lines.push([`${left} more rows are left out; Export has all of them.`]);
  return lines.map((line) => line.join('\t')).join('\n');
}
