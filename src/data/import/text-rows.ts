import { BacktabError } from '../../core/errors';
import { CellParser } from './cells';
import type { Layout } from './layout';
import type { ImportLimits } from './options';
import { RecordScanner } from './records';
import type { RowReader } from './row-reader';

/** Text that is worth a pass of the scanner. */
const BLOCK_CHARACTERS = 65_536;

/**
 * Reads rows from text of any shape. The scanner finds records, keeps out those that cannot be
 * rows, and hands the rest to the cell parser block by block.
 */
export class TextRows {
  readonly #file: string;
  readonly #layout: Layout;
  readonly #reader: RowReader;
  readonly #limits: ImportLimits;
  readonly #scanner: RecordScanner;
  readonly #parser: CellParser;
  #pending = '';

  /** @param line number of the line at which the text starts */
  constructor(file: string, layout: Layout, reader: RowReader, limits: ImportLimits, line: number) {
    this.#file = file;
    this.#layout = layout;
    this.#reader = reader;
    this.#limits = limits;
    this.#scanner = new RecordScanner(file, layout.delimiter, limits);
    this.#scanner.line = line;
    this.#parser = new CellParser(layout.delimiter, layout.width);
  }

  /**
   * @param final whether the file ends here
   * @throws BacktabError `csv_malformed`
   */
  feed(text: string, final: boolean): void {
    this.#pending += text;
    if (!final && this.#pending.length < BLOCK_CHARACTERS) return;
    const consumed = this.#block(this.#pending, final);
    this.#pending = this.#pending.slice(consumed);
    if (this.#pending.length > 4 * this.#limits.fieldCharacters) {
      const { line } = this.#scanner;
      throw new BacktabError('csv_malformed', { file: this.#file, line, reason: 'the line is too long' });
    }
  }

  #block(text: string, final: boolean): number {
    const records: string[] = [];
    const lines: number[] = [];
    let quoted = false;
    const consumed = this.#scanner.scan(text, final, (record) => {
      if (record.start === record.end) return;
      const own = text.slice(record.start, record.end);
      if (record.problem !== null) this.#reader.reject(record.line, record.problem, () => own);
      else if (record.fields !== this.#layout.width) {
        this.#reader.rejectWidth(record.fields, record.line, () => own);
      } else {
        quoted ||= record.quoted;
        records.push(own);
        lines.push(record.line);
      }
    });
    let k = 0;
    records.push('');
    this.#parser.parse(records.join('\n'), quoted, (cells) => {
      const own = k++;
      this.#reader.read(cells, lines[own]!, () => records[own]!);
    });
    if (k !== lines.length) {
      throw new BacktabError('internal', { detail: `the text parser gave ${k} of ${lines.length} rows` });
    }
    return consumed;
  }
}
