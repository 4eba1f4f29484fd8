import { BAR_COLUMNS, type Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import { isoInstant } from '../../core/time';

/** A cell of a table; null is an empty one. */
export type Cell = string | number | null;

const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[",\r\n]/;
const LINE = '\r\n';

/**
 * A table as CSV (RFC 4180) for spreadsheets. A text that a spreadsheet would take for a formula gets
 * an apostrophe in front (ASVS 1.2.10); numbers are written as they are, NaN and infinities as nothing.
 */
export const tableCsv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [header, ...rows].map((row) => row.map(cellText).join(',') + LINE).join('');

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Bars as CSV without loss: each number in its shortest form that reads back as the same number,
 * times as ISO instants. Importing it gives the same fingerprint.
 */
export function barsCsv(bars: Bars): string {
  const extra = Object.keys(bars.extra);
  const columns: Column[] = [
    ...BAR_COLUMNS.slice(1).map((name) => bars[name]),
    ...extra.map((name) => bars.extra[name]!),
  ];
  const lines = [[...BAR_COLUMNS, ...extra.map(headerText)].join(',')];
  for (let i = 0; i < bars.time.length; i++) {
    const cells = columns.map((column) => (Number.isNaN(column[i]!) ? '' : String(column[i]!)));
    lines.push([microInstant(bars.time[i]!), ...cells].join(','));
  }
  return lines.join(LINE) + LINE;
}

/** A column's name as a cell of CSV. */
export const headerText = (name: string): string =>
  QUOTED.test(name) ? `"${name.replaceAll('"', '""')}"` : name;

/** ISO instant of Unix milliseconds, with microseconds where there are any. */
export function microInstant(time: number): string {
  const us = Math.round(time * 1000);
  const ms = Math.floor(us / 1000);
  const rest = us - ms * 1000;
  return rest === 0 ? isoInstant(ms) : `${isoInstant(ms).slice(0, -1)}${String(rest).padStart(3, '0')}Z`;
}
