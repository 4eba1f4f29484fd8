import type { Column } from '../../core/column';
import { BacktabError } from '../../core/errors';
import { CellParser } from '../import/cells';
import { sniffDelimiter } from '../import/delimiter';
import { bomLength } from '../import/encoding';
import { GrowingColumn } from '../import/growing';
import { IMPORT_LIMITS } from '../import/options';
import { RecordScanner, type TextRecord } from '../import/records';
import type { ByteSource } from '../import/source';
import { emptyStamp, readStamp, type TimeFormat } from '../import/stamps';

/** A file's columns as numbers, by name. */
export interface NumberTable {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
}

const SPECIAL: Readonly<Record<string, number>> = {
  nan: NaN,
  inf: Infinity,
  infinity: Infinity,
  '-inf': -Infinity,
  '-infinity': -Infinity,
};

/**
 * Reads a delimited text file with a header line as columns of numbers, row for row as they stand:
 * nothing is sorted, checked or left out. Times and dates in ISO 8601 are Unix milliseconds, those without a
 * zone in UTC; other cells that are no number are NaN. Streams; each line is one row.
 *
 * @throws BacktabError `file_empty` | `csv_malformed`
 */
export async function readTable(source: ByteSource): Promise<NumberTable> {
  if (source.size === 0) throw new BacktabError('file_empty', { file: source.name });
  const reader = new TableReader(source.name);
  const decoder = new TextDecoder('utf-8');
  let first = true;
  for await (const bytes of source.stream() as unknown as AsyncIterable<Uint8Array>) {
    reader.feed(decoder.decode(first ? bytes.subarray(bomLength(bytes)) : bytes, { stream: true }));
    first = false;
  }
  reader.feed(decoder.decode());
  return reader.finish();
}

class TableReader {
  readonly #file: string;
  #pending = '';
  #scanner: RecordScanner | null = null;
  #parser: CellParser | null = null;
  #names: readonly string[] = [];
  #columns: readonly GrowingColumn[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  feed(text: string): void {
    this.#pending += text;
    this.#take(false);
  }

  finish(): NumberTable {
    this.#take(true);
    const columns = this.#columns.map((column) => column.view());
    return {
      rows: columns[0]?.length ?? 0,
      columns: new Map(this.#names.map((name, k) => [name, columns[k]!])),
    };
  }

  #take(final: boolean): void {
    const text = this.#pending;
    if (!this.#scanner) {
      if (!final && !text.includes('\n')) return;
      this.#scanner = new RecordScanner(
        this.#file,
        sniffDelimiter(text, final, IMPORT_LIMITS),
        IMPORT_LIMITS,
      );
    }
    const records: TextRecord[] = [];
    const consumed = this.#scanner.scan(text, final, (record) => {
      if (record.start < record.end) records.push(record);
    });
    this.#pending = text.slice(consumed);
    this.#read(text, records);
  }

  /** The cell parser only ever sees whole records of the header's width. */
  #read(text: string, records: readonly TextRecord[]): void {
    const [first] = records;
    if (!first) return;
    if (!this.#parser) {
      const delimiter = sniffDelimiter(text, true, IMPORT_LIMITS);
      this.#parser = new CellParser(delimiter, first.fields);
      this.#columns = Array.from({ length: first.fields }, () => new GrowingColumn());
    }
    const width = this.#columns.length;
    for (const { fields, line, problem } of records) {
      const reason = problem ?? (fields === width ? null : `it has ${fields} cells, the header ${width}`);
      if (reason !== null) throw new BacktabError('csv_malformed', { file: this.#file, line, reason });
    }
    const block = records.map(({ start, end }) => `${text.slice(start, end)}\n`).join('');
    const quoted = records.some((record) => record.quoted);
    this.#parser.parse(block, quoted, (cells) => {
      if (this.#names.length === 0) this.#names = cells.map((cell) => cell.trim());
      else cells.forEach((cell, k) => this.#columns[k]!.push(numberOf(cell)));
    });
  }
}

function numberOf(cell: string): number {
  const text = cell.trim();
  if (text === '') return NaN;
  const value = Number(text);
  return Number.isNaN(value) ? (SPECIAL[text.toLowerCase()] ?? isoTime(text)) : value;
}

const ISO: TimeFormat = { kind: 'iso' };
const stamp = emptyStamp();

function isoTime(text: string): number {
  readStamp(text, ISO, stamp);
  return stamp.date + (stamp.clock || 0) - (stamp.offset || 0);
}
