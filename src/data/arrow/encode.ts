import {
  Data,
  Field,
  Float64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  tableToIPC,
  Table,
  type DataType,
} from 'apache-arrow';
import { BAR_COLUMNS, type Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import { timeType, toMicroseconds } from './time-column';

/** Rows of a whole chunk at rest. */
export const CHUNK_ROWS = 65_536;

/** Names of all columns of a table, fixed ones first, extra ones as they stand. */
export const columnNames = (bars: Bars): string[] => [...BAR_COLUMNS, ...Object.keys(bars.extra)];

/**
 * Bars as an Arrow IPC stream of one record batch: `time` as `Timestamp(MICROSECOND, UTC)`, every
 * other column as f64 without nulls.
 *
 * @param bars     rows of one chunk
 * @param metadata texts to keep in the schema
 */
export function encodeBars(
  bars: Bars,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const columns: Record<string, Column> = { ...bars.extra };
  const names = columnNames(bars);
  const fields = names.map(
    (name) => new Field<DataType>(name, name === 'time' ? timeType() : new Float64(), false),
  );
  const length = bars.time.length;
  const children: Data[] = names.map((name) => {
    if (name === 'time')
      return makeData({ type: timeType(), length, nullCount: 0, data: toMicroseconds(bars.time) });
    const values = name in columns ? columns[name]! : bars[name as keyof Omit<Bars, 'extra'>];
    return makeData({ type: new Float64(), length, nullCount: 0, data: values });
  });
  const schema = new Schema(fields, new Map(Object.entries(metadata)));
  const data = makeData({ type: new Struct(fields), length, nullCount: 0, children });
  return tableToIPC(new Table(schema, [new RecordBatch(schema, data)]), 'stream') as Uint8Array<ArrayBuffer>;
}
