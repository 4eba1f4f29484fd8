import { barCount, sliceBars, type Bars } from '../../core/bars';
import type { Instrument, Interval } from '../../core/dataset';
import { BacktabError } from '../../core/errors';
import { FILE_LIMITS, type SharedStrategy } from '../../core/share';
import { digest } from '../arrow/digest';
import { encodeBars } from '../arrow/encode';
import { canonicalJson } from '../link/canonical-json';
import { deflate } from '../link/deflate';
import {
  BODY_AT,
  FILE_VERSION,
  HEADER_AT,
  MAGIC,
  TABLE_CHUNK_ROWS,
  type FiledTable,
  type FileHeader,
} from './layout';

/** Bars that travel with a run. */
export interface TableToFile {
  readonly sha256: string;
  readonly bars: Bars;
  readonly instrument: Instrument;
  readonly interval: Interval;
}

/**
 * A `.backtab` file: the run that a link would carry with all its trades, and the data that are given. The same content
 * gives the same bytes, in Node and in every browser.
 *
 * @throws BacktabError `export_too_large`
 */
export async function writeShareFile(
  shared: SharedStrategy,
  data: readonly TableToFile[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  const tables: FiledTable[] = [];
  for (const { sha256, bars, instrument, interval } of data) {
    const chunks = chunksOf(bars);
    parts.push(...chunks);
    tables.push({
      sha256,
      rows: barCount(bars),
      extraColumns: Object.keys(bars.extra),
      chunks: chunks.map(({ length }) => length),
      instrument,
      interval,
    });
  }
  const header = deflate(new TextEncoder().encode(canonicalJson({ shared, tables } satisfies FileHeader)));
  const size = HEADER_AT + header.length + parts.reduce((sum, { length }) => sum + length, 0);
  if (size > FILE_LIMITS.bytes)
    throw new BacktabError('export_too_large', { bytes: size, limitBytes: FILE_LIMITS.bytes });
  const bytes = new Uint8Array(size);
  bytes.set(MAGIC);
  bytes[MAGIC.length] = FILE_VERSION;
  new DataView(bytes.buffer).setUint32(BODY_AT, header.length, true);
  let at = HEADER_AT;
  for (const part of [header, ...parts]) {
    bytes.set(part, at);
    at += part.length;
  }
  bytes.set(fromHex(await digest(bytes.subarray(BODY_AT))), MAGIC.length + 1);
  return bytes;
}

function chunksOf(bars: Bars): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let from = 0; from < barCount(bars); from += TABLE_CHUNK_ROWS)
    chunks.push(encodeBars(sliceBars(bars, from, Math.min(from + TABLE_CHUNK_ROWS, barCount(bars)))));
  return chunks;
}

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16));
