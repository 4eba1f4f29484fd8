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

/** Order of rows under a sort: indexes into `rows`. Equal rows keep their order; NaN stands last. */
export function sortedOrder<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: TableSort | null,
): number[] {
  const order = rows.map((_, i) => i);
  const key = columns.find((column) => column.id === sort?.column)?.sortKey;
  if (!sort || !key) return order;
  const keys = rows.map((row) => key(row));
  const sign = sort.descending ? -1 : 1;
  return order.sort((a, b) => compare(keys[a] ?? '', keys[b] ?? '', sign) || a - b);
}

/** Headers and rows as tab-separated lines. */
export function toTsv<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string {
  const cell = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const lines = [columns.map((column) => cell(column.label ?? column.header))];
  for (const row of rows) lines.push(columns.map((column) => cell(column.copy?.(row) ?? column.text(row))));
  return lines.map((line) => line.join('\t')).join('\n');
}

function compare(a: number | string, b: number | string, sign: number): number {
  if (typeof a === 'number' && typeof b === 'number') {
    if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
    return Number.isNaN(b) ? -1 : (a - b) * sign;
  }
  return String(a).localeCompare(String(b), 'en') * sign;
}
