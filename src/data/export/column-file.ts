import {
  AsyncByteQueue,
  Field,
  Float64,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  Schema,
  Struct,
  type DataType,
} from 'apache-arrow';
import type { Column } from '../../core/column';
import { timeType, toMicroseconds } from '../arrow/time-column';
import { headerText, microInstant } from './csv';

/** A column of a file with its name. */
export interface NamedColumn {
  readonly name: string;
  /** One value per row of the time column. */
  readonly values: Column;
}

const MOST_ROWS = 65_536;
const FEWEST_ROWS = 1024;
/** A batch is written before the next is made. */
const BATCH_BYTES = 8 * 2 ** 20;
const LINE = '\r\n';

/** Takes what a writer writes, until it is fetched. */
class ByteParts extends AsyncByteQueue {
  #parts: Uint8Array<ArrayBuffer>[] = [];

  override write(part: Uint8Array<ArrayBuffer>): void {
    if (part.byteLength > 0) this.#parts.push(part);
  }

  take(): Uint8Array<ArrayBuffer>[] {
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }
}

/**
 * A time column and others as an Arrow IPC file, a batch of rows at a time: `time` as
 * `Timestamp(MICROSECOND, UTC)`, the others as f64 in which NaN stays NaN.
 *
 * @param time      Unix milliseconds
 * @param metadata  texts to keep in the schema
 * @yields          the bytes of each batch in turn; views on the columns, to be used before the next is asked for
 */
export function* arrowFileParts(
  time: Column,
  columns: readonly NamedColumn[],
  metadata: Readonly<Record<string, string>> = {},
): Generator<readonly Uint8Array<ArrayBuffer>[]> {
  const fields = [
    new Field<DataType>('time', timeType(), false),
    ...columns.map(({ name }) => new Field<DataType>(name, new Float64(), false)),
  ];
  const schema = new Schema(fields, new Map(Object.entries(metadata)));
  const sink = new ByteParts();
  const writer = new RecordBatchFileWriter();
  writer.reset(sink, schema);
  const step = batchRows(columns.length + 1);
  for (let from = 0; from < time.length; from += step) {
    const to = Math.min(time.length, from + step);
    writer.write(new RecordBatch(schema, batchData(fields, time, columns, from, to)));
    yield sink.take();
  }
  writer.finish();
  yield sink.take();
}

function batchData(
  fields: readonly Field[],
  time: Column,
  columns: readonly NamedColumn[],
  from: number,
  to: number,
) {
  const length = to - from;
  const children = [
    makeData({ type: timeType(), length, nullCount: 0, data: toMicroseconds(time.subarray(from, to)) }),
    ...columns.map(({ values }) =>
      makeData({ type: new Float64(), length, nullCount: 0, data: values.subarray(from, to) }),
    ),
  ];
  return makeData({ type: new Struct([...fields]), length, nullCount: 0, children });
}

/**
 * The same as CSV without loss: each number in its shortest form that reads back as the same number, NaN
 * as nothing, times as ISO instants.
 */
export function* csvFileParts(time: Column, columns: readonly NamedColumn[]): Generator<string> {
  yield ['time', ...columns.map(({ name }) => headerText(name))].join(',') + LINE;
  const step = batchRows(4 * (columns.length + 1));
  for (let from = 0; from < time.length; from += step) {
    const to = Math.min(time.length, from + step);
    let text = '';
    for (let i = from; i < to; i++) {
      text += microInstant(time[i]!);
      for (const { values } of columns) {
        text += `,${numberText(values[i]!)}`;
      }
      text += LINE;
    }
    yield text;
  }
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return '';
  return Object.is(value, -0) ? '-0' : String(value);
}

const batchRows = (columns: number): number =>
  Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, Math.floor(BATCH_BYTES / 8 / columns)));
