import { Field, Float64, makeData, RecordBatch, Schema, Struct, Table, tableToIPC } from 'apache-arrow';
import type { Column } from '../../core/column';
import { timeType, toMicroseconds } from './time-column';

/**
 * Named columns of one length as an Arrow IPC file, for other tools: `time` (Unix milliseconds) as
 * `Timestamp(MICROSECOND, UTC)`, the others as f64.
 */
export function encodeSeries(series: Readonly<Record<string, Column>>): Uint8Array<ArrayBuffer> {
  const names = Object.keys(series);
  const length = series[names[0] ?? '']?.length ?? 0;
  const fields = names.map((name) => new Field(name, name === 'time' ? timeType() : new Float64(), false));
  const children = names.map((name) => {
    const values = series[name]!;
    return name === 'time'
      ? makeData({ type: timeType(), length, nullCount: 0, data: toMicroseconds(values) })
      : makeData({ type: new Float64(), length, nullCount: 0, data: values });
  });
  const schema = new Schema(fields);
  const data = makeData({ type: new Struct(fields), length, nullCount: 0, children });
  return tableToIPC(new Table(schema, [new RecordBatch(schema, data)]), 'file') as Uint8Array<ArrayBuffer>;
}
