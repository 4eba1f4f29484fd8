import type { Bars } from '../../core/bars';
import type { DataSource, Interval, QualityReport } from '../../core/dataset';
import { BacktabError } from '../../core/errors';
import { UNWATCHED, type Job } from '../../core/job';
import { describeQuality } from '../quality/report';
import { sniffInterval } from '../quality/interval';
import { ZoneClock } from '../../core/zone';
import { joinBytes, ByteReader } from './byte-reader';
import { ByteRows, isBytePath } from './byte-rows';
import { bomLength, sniffEncoding } from './encoding';
import { finishRows } from './finish';
import { sniffLayout, type Layout } from './layout';
import { IMPORT_LIMITS, type ImportLimits, type ImportOptions } from './options';
import { RowReader } from './row-reader';
import { RowSink } from './row-sink';
import type { ByteSource } from './source';
import { TextRows } from './text-rows';
import { TimeReader } from './time-reader';

/** A file as bars, with what was found on the way. */
export interface ImportedFile {
  readonly bars: Bars;
  readonly report: QualityReport;
  readonly interval: Interval;
  /** Bars a year for annualising, by interval and rhythm: 252, 365, 52, 12 or as observed. */
  readonly barsPerYear: number;
  readonly source: DataSource;
  /** How the file is written, to be shown and corrected. */
  readonly format: {
    readonly delimiter: string;
    readonly decimal: '.' | ',';
    readonly encoding: string;
    readonly header: boolean;
    readonly time: string;
    readonly zone: string;
  };
}

/** Enough to see the header and the first rows. */
const HEAD_BYTES = 262_144;

/** Progress is told, and a cancel heard, after as many bytes. */
const CHECKPOINT_BYTES = 1_048_576;

/**
 * Imports a table of prices as delimited text. Streams: memory is the kept numbers plus a few
 * chunks. Units of progress are bytes.
 *
 * @param source  the file; read once
 * @param job     hears progress; cancels between chunks
 * @param options what the caller knows better than the sniffing
 * @returns       bars in order of time, each time once, and the quality report
 *
 * Rows that cannot be bars are kept out and listed with line and reason; rows known by date only
 * are stamped 00:00 UTC.
 *
 * @throws BacktabError `file_empty` | `file_too_large` | `file_not_readable` | `file_kind_unknown` |
 *   `csv_malformed` | `csv_without_prices` | `csv_without_rows` | `setting_invalid` (zone) | `cancelled`
 */
export async function importCsv(
  source: ByteSource,
  job: Job = UNWATCHED,
  options: ImportOptions = {},
): Promise<ImportedFile> {
  const limits: ImportLimits = { ...IMPORT_LIMITS, ...options.limits };
  const file = source.name;
  if (source.size === 0) throw new BacktabError('file_empty', { file });
  if (source.size > limits.bytes) {
    throw new BacktabError('file_too_large', { file, bytes: source.size, limitBytes: limits.bytes });
  }
  const zone = new ZoneClock(options.zone ?? 'UTC');
  const reader = new ByteReader(source);
  try {
    const head = await reader.head(HEAD_BYTES);
    const layout = layoutOf(file, head.bytes, head.ended, options, limits);
    const sink = new RowSink(file, layout, limits);
    await readRows(
      {
        file,
        reader,
        job,
        layout,
        sink,
        zone,
        limits,
        size: source.size,
        bytePath: options.bytePath ?? true,
      },
      head.bytes,
    );
    return finished(source, layout, sink, zone);
  } finally {
    await reader.close();
  }
}

function layoutOf(
  file: string,
  head: Uint8Array,
  ended: boolean,
  options: ImportOptions,
  limits: ImportLimits,
): Layout {
  const encoding = sniffEncoding(file, head);
  const text = new TextDecoder(encoding).decode(head, { stream: !ended });
  if (text.includes('\0')) throw new BacktabError('file_kind_unknown', { file });
  return sniffLayout(file, text, ended, encoding, options, limits);
}

interface Reading {
  readonly file: string;
  readonly reader: ByteReader;
  readonly job: Job;
  readonly layout: Layout;
  readonly sink: RowSink;
  readonly zone: ZoneClock;
  readonly limits: ImportLimits;
  readonly size: number;
  readonly bytePath: boolean;
}

async function readRows(reading: Reading, head: Uint8Array): Promise<void> {
  const { reader, job, size } = reading;
  const rows = new Rows(reading, head);
  let told = 0;
  for (let chunk: Uint8Array | null = rows.first; chunk !== null; chunk = await reader.next()) {
    rows.feed(chunk);
    if (reader.read - told >= CHECKPOINT_BYTES) {
      told = reader.read;
      await job.checkpoint(told, size);
    }
  }
  rows.end();
  await job.checkpoint(size, size);
}

/** The byte path as long as it holds, then the text path. */
class Rows {
  /** Head of the file without what stands before the data. */
  readonly first: Uint8Array;
  readonly #reading: Reading;
  readonly #reader: RowReader;
  readonly #decoder: TextDecoder;
  #bytes: ByteRows | null = null;
  #text: TextRows | null = null;
  #carry: Uint8Array = new Uint8Array(0);
  #skip = 0;

  constructor(reading: Reading, head: Uint8Array) {
    const { layout, sink, zone, limits } = reading;
    const time = new TimeReader(layout.timeFormat, zone);
    this.#reading = reading;
    this.#reader = new RowReader(layout, sink, time);
    this.#decoder = new TextDecoder(layout.encoding);
    const before = new TextDecoder(layout.encoding)
      .decode(head, { stream: true })
      .slice(0, layout.dataOffset);
    const exact = !before.includes('\ufffd');
    if (reading.bytePath && exact && isBytePath(layout, layout.encoding)) {
      this.#bytes = new ByteRows(layout, sink, this.#reader, time, limits);
      this.first = head.subarray(bomLength(head) + new TextEncoder().encode(before).length);
    } else {
      this.#toText(layout.dataLine);
      this.first = head;
      this.#skip = layout.dataOffset;
    }
  }

  feed(chunk: Uint8Array): void {
    if (this.#bytes === null) this.#feedText(chunk);
    else this.#feedBytes(this.#bytes, joinBytes(this.#carry, chunk), false);
  }

  end(): void {
    if (this.#bytes !== null) this.#feedBytes(this.#bytes, this.#carry, true);
    if (this.#text !== null) this.#text.feed(this.#decoder.decode().slice(this.#skip), true);
  }

  #feedBytes(rows: ByteRows, bytes: Uint8Array, final: boolean): void {
    const { consumed, stopped } = rows.feed(bytes, final);
    this.#carry = bytes.subarray(consumed);
    if (!stopped) return;
    this.#bytes = null;
    this.#toText(rows.line);
    this.#feedText(this.#carry);
  }

  #feedText(chunk: Uint8Array): void {
    const text = this.#decoder.decode(chunk, { stream: true });
    const skipped = Math.min(this.#skip, text.length);
    this.#skip -= skipped;
    this.#text!.feed(text.slice(skipped), false);
  }

  #toText(line: number): void {
    const { file, layout, limits } = this.#reading;
    this.#text = new TextRows(file, layout, this.#reader, limits, line);
  }
}

function finished(source: ByteSource, layout: Layout, sink: RowSink, zone: ZoneClock): ImportedFile {
  const { name, size } = source;
  const table = finishRows(sink, layout, zone);
  const rejected = sink.counts.unreadable + sink.counts.impossible + sink.counts.duplicate;
  if (table.bars.time.length === 0) throw new BacktabError('csv_without_rows', { file: name, rejected });
  const { interval, barsPerYear } = sniffInterval(table.bars.time);
  return {
    bars: table.bars,
    report: describeQuality({ table, layout, sink, interval, barsPerYear, zone }),
    interval,
    barsPerYear,
    source: { kind: 'file', name, license: null, bytes: size },
    format: {
      delimiter: layout.delimiter,
      decimal: layout.decimal,
      encoding: layout.encoding,
      header: layout.header,
      time: table.timeWords,
      zone: zone.zone,
    },
  };
}
