import {
  Bool,
  Field,
  Float64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Utf8,
  type Data,
  type DataType,
} from 'apache-arrow';
import { timeType, toMicroseconds } from '../arrow/time-column';
import { microInstant, tableCsv, type Cell } from './csv';

/** A column of records with its name. */
export type RecordColumn =
  | { readonly name: string; readonly kind: 'number' | 'time'; readonly values: readonly (number | null)[] }
  | { readonly name: string; readonly kind: 'text'; readonly values: readonly (string | null)[] }
  | { readonly name: string; readonly kind: 'flag'; readonly values: readonly boolean[] };

/** Records of a run, as trades, orders or fills: columns of one length. Times are Unix milliseconds. */
export interface RecordTable {
  readonly name: string;
  readonly columns: readonly RecordColumn[];
}

const rowCount = ({ columns }: RecordTable): number => columns[0]?.values.length ?? 0;

/** A value as a cell of text: times as ISO instants, what is no number as nothing. */
function cellOf({ kind }: RecordColumn, value: number | string | boolean | null): Cell {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value !== 'number') return value;
  if (!Number.isFinite(value)) return null;
  return kind === 'time' ? microInstant(value) : value;
}

/** The table as CSV for spreadsheets (`tableCsv`). */
export function recordCsv(table: RecordTable): string {
  const rows = Array.from({ length: rowCount(table) }, (_, i) =>
    table.columns.map((column) => cellOf(column, column.values[i] ?? null)),
  );
  return tableCsv(
    table.columns.map(({ name }) => name),
    rows,
  );
}

/** The rows as objects for JSON: times as ISO instants, null for what is no number. */
export function recordObjects(table: RecordTable): readonly Readonly<Record<string, Cell | boolean>>[] {
  return Array.from({ length: rowCount(table) }, (_, i) =>
    Object.fromEntries(
      table.columns.map((column) => {
        const value = column.values[i] ?? null;
        return [column.name, typeof value === 'boolean' ? value : cellOf(column, value)];
      }),
    ),
  );
}

/**
 * The table as an Arrow IPC file: numbers as f64, times as `Timestamp(MICROSECOND, UTC)`, texts as UTF-8, flags as bits.
 * What is no number is a null.
 */
export function recordArrow(table: RecordTable): Uint8Array<ArrayBuffer> {
  const length = rowCount(table);
  const children = table.columns.map((column) => columnData(column, length));
  const fields = table.columns.map(({ name }, i) => new Field<DataType>(name, children[i]!.type, true));
  const schema = new Schema(fields);
  const data = makeData({ type: new Struct(fields), length, nullCount: 0, children });
  return tableToIPC(new Table(schema, [new RecordBatch(schema, data)]), 'file') as Uint8Array<ArrayBuffer>;
}

/** Built by hand: the library's builders compile code from strings, which the page's policy forbids. */
function columnData(column: RecordColumn, length: number): Data {
  if (column.kind === 'text') return textData(column.values);
  if (column.kind === 'flag')
    return makeData({ type: new Bool(), length, nullCount: 0, data: bitmapOf(column.values) });
  const known = column.values.map((value) => value !== null && Number.isFinite(value));
  const values = Float64Array.from(column.values, (value, i) => (known[i] ? (value ?? 0) : 0));
  const nulls = { length, nullCount: known.filter((flag) => !flag).length, nullBitmap: bitmapOf(known) };
  return column.kind === 'time'
    ? makeData({ type: timeType(), data: toMicroseconds(values), ...nulls })
    : makeData({ type: new Float64(), data: values, ...nulls });
}

function textData(values: readonly (string | null)[]): Data {
  const known = values.map((value) => value !== null);
  const encoder = new TextEncoder();
  const texts = values.map((value) => encoder.encode(value ?? ''));
  const valueOffsets = new Int32Array(values.length + 1);
  texts.forEach((text, i) => (valueOffsets[i + 1] = valueOffsets[i]! + text.length));
  const data = new Uint8Array(valueOffsets[values.length]!);
  texts.forEach((text, i) => data.set(text, valueOffsets[i]));
  return makeData({
    type: new Utf8(),
    length: values.length,
    nullCount: known.filter((flag) => !flag).length,
    nullBitmap: bitmapOf(known),
    valueOffsets,
    data,
  });
}

/** Bit `i` is set where row `i` is known, lowest bit first. */
function bitmapOf(known: readonly boolean[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil(known.length / 64) * 8);
  known.forEach((flag, i) => {
    if (flag) bits[i >> 3]! |= 1 << (i & 7);
  });
  return bits;
}
