import { BAR_COLUMNS, type Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import { readFrame, type FramedChunk } from './framing';

/** What a stored chunk must hold. */
export interface ChunkShape {
  readonly rows: number;
  readonly extraColumns: readonly string[];
}

/** Bars, or why the bytes are not what they should be. */
export type Decoded = { readonly bars: Bars } | { readonly problem: string };

/**
 * Decodes a chunk written by `encodeBars`. Every length, name and type is checked before a column
 * is built, and columns are copied straight from their checked bounds: damaged headers cannot make
 * it hang, throw or allocate more than the chunk promises.
 */
export function decodeBars(bytes: Uint8Array, shape: ChunkShape): Decoded {
  const names = [...BAR_COLUMNS, ...shape.extraColumns];
  let frame: FramedChunk;
  try {
    frame = readFrame(bytes);
  } catch (e) {
    return { problem: e instanceof Error ? e.message : String(e) };
  }
  const { rows, columns } = frame;
  if (rows !== shape.rows) return { problem: `it has ${rows} rows instead of ${shape.rows}` };
  if (columns.length !== names.length) {
    return { problem: `it has ${columns.length} columns instead of ${names.length}` };
  }
  if (columns.some(({ name }, i) => name !== names[i])) return { problem: 'its columns have other names' };
  if (columns.some(({ type }, i) => (type === 'f64') !== i > 0))
    return { problem: 'a column has another type' };
  const values = columns.map(({ offset }) => bytes.slice(offset, offset + 8 * rows).buffer as ArrayBuffer);
  const [time, open, high, low, close, volume, ...extra] = values.map((buffer, i) =>
    i === 0 ? toMilliseconds(buffer, rows) : new Float64Array(buffer),
  );
  return {
    bars: {
      time: time!,
      open: open!,
      high: high!,
      low: low!,
      close: close!,
      volume: volume!,
      extra: Object.fromEntries(shape.extraColumns.map((name, k) => [name, extra[k]!])),
    },
  };
}

function toMilliseconds(microseconds: ArrayBuffer, rows: number): Column {
  const view = new DataView(microseconds);
  const out: Column = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    out[i] = (view.getInt32(8 * i + 4, true) * 2 ** 32 + view.getUint32(8 * i, true)) / 1000;
  }
  return out;
}
