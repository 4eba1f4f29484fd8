import type { Instrument, Interval } from '../../core/dataset';
import type { SharedStrategy } from '../../core/share';

/** Version of the `.backtab` format that this engine writes, and the newest it reads. */
export const FILE_VERSION = 1;

/** First bytes of the file: a line of text, so that a mangled transfer is seen at once. */
export const MAGIC = new TextEncoder().encode('BACKTAB\n');

export const DIGEST_BYTES = 32;

/** Where what the digest covers begins: behind the magic, the version byte and the digest. */
export const BODY_AT = MAGIC.length + 1 + DIGEST_BYTES;

/** Where the deflated header begins: behind its length in bytes, a little-endian u32. */
export const HEADER_AT = BODY_AT + 4;

/** Rows of each stream of a dataset, but of the last one. */
export const TABLE_CHUNK_ROWS = 65_536;

/** Media type and ending of the file. */
export const FILE_TYPE = 'application/x-backtab';
export const FILE_ENDING = '.backtab';

/** A dataset inside a file: Arrow IPC streams of at most 65,536 rows, one after the other. */
export interface FiledTable {
  /** Fingerprint of its bars, by which the run names it. */
  readonly sha256: string;
  readonly rows: number;
  readonly extraColumns: readonly string[];
  /** Bytes of each stream. */
  readonly chunks: readonly number[];
  readonly instrument: Instrument;
  readonly interval: Interval;
}

/** What stands in the header. */
export interface FileHeader {
  readonly shared: SharedStrategy;
  readonly tables: readonly FiledTable[];
}
