import { BacktabError } from '../../core/errors';
import type { ColumnUse } from '../../core/dataset';
import { assignColumns, type Columns } from './assign';
import { CellParser } from './cells';
import { isKnownName } from './column-names';
import { sniffDelimiter } from './delimiter';
import type { Encoding } from './encoding';
import { isMissing, parseNumber, sniffDecimal, type DecimalMark } from './numbers';
import type { ImportLimits, ImportOptions } from './options';
import { lineEnds, RecordScanner, type TextRecord } from './records';
import { sniffTimeFormat } from './time-format';

/** How a file is written, decided from its first rows. */
export interface Layout extends Columns {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly decimal: DecimalMark;
  readonly header: boolean;
  /** Fields of a whole row. */
  readonly width: number;
  readonly names: readonly string[];
  readonly uses: readonly ColumnUse[];
  /** Characters of text before the first row of data, and its line number. */
  readonly dataOffset: number;
  readonly dataLine: number;
  /** Whether line ends of the sample are LF or CRLF only. */
  readonly plainLines: boolean;
}

const SAMPLE_ROWS = 200;

interface Sample {
  readonly cells: string[][];
  readonly records: readonly TextRecord[];
}

/**
 * Sniffs a file's layout.
 *
 * @param file  name for messages
 * @param text  its beginning, decoded, without byte order mark
 * @param final whether that is all of it
 * @throws BacktabError `csv_without_rows` | `csv_without_prices` | `csv_malformed`
 */
export function sniffLayout(
  file: string,
  text: string,
  final: boolean,
  encoding: Encoding,
  options: ImportOptions,
  limits: ImportLimits,
): Layout {
  const delimiter = options.delimiter ?? sniffDelimiter(text, final, limits);
  const sample = readSample(file, text, final, delimiter, limits);
  const hasHeader = isHeader(sample.cells);
  const body = hasHeader ? sample.cells.slice(1) : sample.cells;
  const width = rowWidth(body, sample.cells[0]!.length);
  const names = columnNames(hasHeader ? sample.cells[0]! : null, width, body);
  const rows = body.filter((cells) => cells.length === width);
  const decimal = sniffDecimal(rows.flat(), delimiter);
  const columns = assignColumns(file, names, rows, decimal, hasHeader, options, limits);
  const dataOffset = hasHeader ? sample.records[0]!.end : sample.records[0]!.start;
  return {
    ...columns,
    encoding,
    delimiter,
    decimal,
    header: hasHeader,
    width,
    names,
    dataOffset,
    dataLine: 1 + lineEnds(text, 0, dataOffset),
    plainLines: !/\r(?!\n|$)/.test(text),
    uses: names.map((name, i) => ({ name, use: columns.useOf(i), first: (rows[0]?.[i] ?? '').trim() })),
  };
}

function readSample(
  file: string,
  text: string,
  final: boolean,
  delimiter: string,
  limits: ImportLimits,
): Sample {
  const cells: string[][] = [];
  const records: TextRecord[] = [];
  const scanner = new RecordScanner(file, delimiter, limits);
  const cut = cellCutter(delimiter);
  const hint = /^sep=.\r?\n/i.exec(text)?.[0].length ?? 0;
  scanner.scan(text, final, (record) => {
    const blank = text.slice(record.start, record.end).replaceAll(delimiter, '').trim() === '';
    if (blank || record.start < hint) return true;
    records.push(record);
    cells.push(cut(text.slice(record.start, record.end), record));
    return records.length <= SAMPLE_ROWS;
  });
  if (records.length === 0) {
    if (final) throw new BacktabError('csv_without_rows', { file, rejected: 0 });
    const reason = scanner.line > 1 ? 'the file begins with too many blank lines' : 'the line is too long';
    throw new BacktabError('csv_malformed', { file, line: scanner.line, reason });
  }
  return { cells, records };
}

/** Cells of single records, each cut by a parser of its width. */
function cellCutter(delimiter: string): (text: string, record: TextRecord) => string[] {
  const parsers = new Map<number, CellParser>();
  return (text, { fields, quoted }) => {
    if (fields === 1) return [text.replaceAll('"', '')];
    const parser = parsers.get(fields) ?? new CellParser(delimiter, fields);
    parsers.set(fields, parser);
    let cells: string[] = [];
    parser.parse(`${text}\n`, quoted, (row) => (cells = row));
    return cells;
  };
}

/** A first row without any number or time above rows that have some, or with a known column name. */
function isHeader(rows: readonly string[][]): boolean {
  const [first, second] = rows;
  if (first!.some((cell) => isKnownName(cell))) return true;
  return !hasValues(first!) && second !== undefined && hasValues(second);
}

const hasValues = (cells: readonly string[]): boolean =>
  cells.some((cell) => isValue(cell) || (cell.trim() !== '' && sniffTimeFormat([cell], false).share === 1));

const isValue = (cell: string): boolean =>
  !isMissing(cell) && !(Number.isNaN(parseNumber(cell, '.')) && Number.isNaN(parseNumber(cell, ',')));

/** The most common width of the rows. */
function rowWidth(rows: readonly string[][], otherwise: number): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? otherwise;
}

/**
 * Names for `width` columns. A header with one name less has either no name for row labels, as R
 * writes it, or rows that end in a delimiter.
 */
function columnNames(header: readonly string[] | null, width: number, rows: readonly string[][]): string[] {
  if (header === null) return Array.from({ length: width }, (_, i) => `column ${i + 1}`);
  const names = header.map((name) => name.trim().slice(0, 100));
  const endsEmpty = rows.every((cells) => cells.length !== width || cells[width - 1] === '');
  if (names.length === width - 1 && !endsEmpty) names.unshift('');
  while (names.length < width) names.push('');
  return names.slice(0, width);
}
