import { FlatTable } from './flatbuffer';

const CONTINUATION = 0xffffffff;
const SCHEMA = 1;
const RECORD_BATCH = 3;
const BYTES_PER_VALUE = 8;

/** One column of a chunk, its bounds checked. */
export interface FramedColumn {
  readonly name: string;
  readonly type: 'f64' | 'timestamp[us, UTC]';
  /** Position of its values in the chunk. */
  readonly offset: number;
}

/** A chunk whose every size was checked against its bytes. */
export interface FramedChunk {
  readonly rows: number;
  readonly columns: readonly FramedColumn[];
}

/**
 * Reads the frame of a stored chunk: one schema and one record batch without nulls, compression or
 * dictionaries, every buffer inside the body and long enough for its rows, nothing left over. Cost
 * is the headers, not the values, and nothing is allocated on the word of a length in them.
 *
 * @param bytes Arrow IPC stream
 * @throws RangeError with what is wrong
 */
export function readFrame(bytes: Uint8Array): FramedChunk {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const schema = readMessage(view, 0);
  if (schema?.kind !== SCHEMA || schema.bodyLength !== 0) throw new RangeError('it has no schema');
  const batch = readMessage(view, schema.end);
  if (batch?.kind !== RECORD_BATCH) throw new RangeError('it has no record batch');
  if (readMessage(view, batch.end) !== null) throw new RangeError('it holds more than one record batch');
  const fields = schema.header.tables(1);
  const rows = batch.header.long(0);
  const offsets = valueOffsets(batch, rows, fields.length);
  const start = batch.end - batch.bodyLength;
  const columns = fields.map((field, i) => ({
    name: field.text(0),
    type: typeOf(field),
    offset: start + offsets[i]!,
  }));
  return { rows, columns };
}

interface Message {
  readonly kind: number;
  readonly header: FlatTable;
  readonly bodyLength: number;
  readonly end: number;
}

/** The message at `from`; null at the end mark, which must be the last bytes. */
function readMessage(view: DataView, from: number): Message | null {
  if (view.getUint32(from, true) !== CONTINUATION) throw new RangeError('a message does not begin');
  const size = view.getInt32(from + 4, true);
  const start = from + 8;
  if (size === 0) {
    if (start !== view.byteLength) throw new RangeError('bytes follow its end');
    return null;
  }
  if (size < 0 || start + size > view.byteLength) throw new RangeError('a header is too long');
  const root = FlatTable.root(new DataView(view.buffer, view.byteOffset + start, size));
  const bodyLength = root.long(3);
  const end = start + size + bodyLength;
  if (bodyLength < 0 || end > view.byteLength) throw new RangeError('a body is too long');
  return { kind: root.byte(1), header: root.table(2), bodyLength, end };
}

/** Where the values of each column begin in the body. */
function valueOffsets({ header, bodyLength }: Message, rows: number, columns: number): number[] {
  const nodes = header.pairs(1);
  const buffers = header.pairs(2);
  if (header.has(3)) throw new RangeError('it is compressed');
  if (nodes.length !== columns || buffers.length !== 2 * columns) throw new RangeError('columns are missing');
  if (nodes.some(([length, nulls]) => length !== rows || nulls !== 0))
    throw new RangeError('a column has other rows');
  return nodes.map((_, i) => {
    const [offset, length] = buffers[2 * i + 1]!;
    if (offset < 0 || length < rows * BYTES_PER_VALUE) throw new RangeError('a column is too short');
    if (offset + length > bodyLength) throw new RangeError('a column lies outside the chunk');
    return offset;
  });
}

/** Numbers of Arrow's types, units and precisions. */
const ARROW = { floatingPoint: 3, double: 2, timestamp: 10, microsecond: 2 } as const;

function typeOf(field: FlatTable): FramedColumn['type'] {
  if (field.has(4) || field.tables(5).length > 0) throw new RangeError('a column is nested');
  const [kind, type] = [field.byte(2), field.table(3)];
  if (kind === ARROW.floatingPoint && type.short(0) === ARROW.double) return 'f64';
  const isTime = kind === ARROW.timestamp && type.short(0) === ARROW.microsecond && type.text(1) === 'UTC';
  if (isTime) return 'timestamp[us, UTC]';
  throw new RangeError('a column has another type');
}
