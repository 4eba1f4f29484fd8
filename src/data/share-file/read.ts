import * as v from 'valibot';
import { BAR_COLUMNS, type Bars } from '../../core/bars';
import type { Instrument, Interval } from '../../core/dataset';
import { BacktabError, isBacktabError } from '../../core/errors';
import { fingerprint } from '../../core/fingerprint';
import { FILE_LIMITS, MOST_SHARED_SETS, type SharedStrategy } from '../../core/share';
import { decodeBars } from '../arrow/decode';
import { digest } from '../arrow/digest';
import { checkBars } from '../bars/check';
import { joinBars } from '../bars/join';
import { parseContent } from '../link/content';
import { count, finite, hash, name } from '../link/fields';
import { inflate } from '../link/deflate';
import { readShared, wrongPath, zone } from '../link/schema';
import {
  BODY_AT,
  DIGEST_BYTES,
  FILE_VERSION,
  HEADER_AT,
  MAGIC,
  TABLE_CHUNK_ROWS,
  type FiledTable,
} from './layout';

/** Bars that came with a run, their fingerprint checked. */
export interface TableOfFile {
  readonly sha256: string;
  readonly bars: Bars;
  readonly instrument: Instrument;
  readonly interval: Interval;
}

/** What a `.backtab` file holds. */
export interface ShareFile {
  readonly shared: SharedStrategy;
  readonly data: readonly TableOfFile[];
}

const text = v.pipe(v.string(), v.maxLength(200));
const instrument = v.object({
  name: text,
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  zone,
  barsPerYear: v.pipe(finite, v.minValue(1e-6), v.maxValue(1e9)),
});

const table = v.object({
  sha256: hash,
  rows: v.pipe(count, v.minValue(1), v.maxValue(FILE_LIMITS.rows)),
  extraColumns: v.optional(
    v.pipe(
      v.array(v.pipe(name, v.notValues(['__proto__', ...BAR_COLUMNS]))),
      v.maxLength(FILE_LIMITS.extraColumns),
      v.check((names) => new Set(names).size === names.length),
    ),
    [],
  ),
  chunks: v.pipe(v.array(count), v.maxLength(Math.ceil(FILE_LIMITS.rows / TABLE_CHUNK_ROWS) + 1)),
  instrument,
  interval: v.pipe(v.string(), v.maxLength(40)),
});

const headerSchema = v.object({
  shared: v.unknown(),
  tables: v.optional(
    v.pipe(
      v.array(table),
      v.maxLength(MOST_SHARED_SETS),
      v.check((tables) => tables.reduce((sum, { rows }) => sum + rows, 0) <= FILE_LIMITS.rows),
    ),
    [],
  ),
});

/**
 * Reads a `.backtab` file. Nothing of it runs; length, checksum, schema and bounds are checked before what they bound,
 * and bars are taken only when they have the fingerprint that the run names.
 *
 * @param file  its name, for messages
 * @throws BacktabError `file_too_large` | `file_damaged` | `file_newer` | `file_refused`
 */
export async function readShareFile(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<ShareFile> {
  const { bytes: limitBytes } = FILE_LIMITS;
  if (bytes.length > limitBytes)
    throw new BacktabError('file_too_large', { file, bytes: bytes.length, limitBytes });
  if (!MAGIC.every((byte, k) => bytes[k] === byte))
    throw new BacktabError('file_refused', { file, reason: 'it does not begin as a .backtab file' });
  const version = bytes[MAGIC.length] ?? 0;
  if (version > FILE_VERSION)
    throw new BacktabError('file_newer', { file, version, supported: FILE_VERSION });
  await checkDigest(file, bytes);
  try {
    return readBody(bytes);
  } catch (e) {
    const inside = isBacktabError(e, 'link_refused') || isBacktabError(e, 'link_damaged') ? e : null;
    if (!inside) throw e;
    const code = inside.code === 'link_refused' ? 'file_refused' : 'file_damaged';
    throw new BacktabError(code, { file, reason: inside.params.reason }, { cause: e });
  }
}

async function checkDigest(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const told = Array.from(bytes.subarray(MAGIC.length + 1, BODY_AT), (byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  const isWhole = told.length === DIGEST_BYTES && bytes.length > HEADER_AT;
  if (isWhole && told.join('') === (await digest(bytes.subarray(BODY_AT)))) return;
  throw new BacktabError('file_damaged', {
    file,
    reason: 'its checksum does not fit, so a part is missing or changed',
  });
}

function readBody(bytes: Uint8Array): ShareFile {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(BODY_AT, true);
  if (HEADER_AT + length > bytes.length) throw refused('its header is longer than the file');
  const packed = bytes.subarray(HEADER_AT, HEADER_AT + length);
  const header = v.safeParse(
    headerSchema,
    parseContent(inflate(packed, FILE_LIMITS.inflatedBytes), FILE_LIMITS),
  );
  if (!header.success) throw refused(`${wrongPath(header.issues[0])} is not what a file has there`);
  const read = readShared(header.output.shared, FILE_LIMITS);
  if ('wrong' in read) throw refused(`${read.wrong} is not what a strategy has there`);
  const { tables } = header.output;
  const held = tables.reduce((sum, { chunks }) => sum + chunks.reduce((a, b) => a + b, 0), 0);
  if (HEADER_AT + length + held !== bytes.length)
    throw refused('its data are longer or shorter than it says');
  let at = HEADER_AT + length;
  const data = tables.map((filed) => {
    const bars = readTable(bytes, at, filed);
    at += filed.chunks.reduce((a, b) => a + b, 0);
    return { sha256: filed.sha256, bars, instrument: filed.instrument, interval: filed.interval };
  });
  return { shared: read.shared, data };
}

function readTable(
  bytes: Uint8Array,
  from: number,
  { rows, chunks, extraColumns, sha256 }: FiledTable,
): Bars {
  if (chunks.length !== Math.ceil(rows / TABLE_CHUNK_ROWS))
    throw refused('its data have other parts than their rows need');
  let at = from;
  const parts = chunks.map((length, k) => {
    const shape = { rows: Math.min(TABLE_CHUNK_ROWS, rows - k * TABLE_CHUNK_ROWS), extraColumns };
    const decoded = decodeBars(bytes.subarray(at, at + length), shape);
    at += length;
    if ('problem' in decoded) throw refused(`part ${k + 1} of its data cannot be used: ${decoded.problem}`);
    return decoded.bars;
  });
  const bars = joinBars(parts);
  if (fingerprint(bars) !== sha256) throw refused('its data have another fingerprint than it says');
  try {
    checkBars(bars);
  } catch {
    throw refused('the times of its data do not increase from row to row');
  }
  return bars;
}

const refused = (reason: string): BacktabError => new BacktabError('link_refused', { reason });
