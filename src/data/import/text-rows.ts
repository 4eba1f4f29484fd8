import { BacktabError } from '../../core/errors';
import { CellParser } from './cells';
import type { Layout } from './layout';
import type { ImportLimits } from './options';
import { RecordScanner, type TextRecord } from './records';
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
    const rows = new BlockRows(text);
    const consumed = this.#scanner.scan(text, final, (record) => {
      const { start, end, line, fields, problem } = record;
      if (start === end) return;
      if (problem !== null) this.#reader.reject(line, problem, () => text.slice(start, end));
      else if (fields !== this.#layout.width) {
        this.#reader.rejectWidth(fields, line, () => text.slice(start, end));
      } else rows.add(record);
    });
    let k = 0;
    this.#parser.parse(rows.text(), rows.quoted, (cells) => {
      const own = k++;
      this.#reader.read(cells, rows.lines[own]!, () => rows.textOf(own));
    });
    if (k !== rows.lines.length) {
      throw new BacktabError('internal', {
        detail: `the text parser gave ${k} of ${rows.lines.length} rows`,
      });
    }
    return consumed;
  }
}

/** The whole rows of a block, as places in its text. */
class BlockRows {
  quoted = false;
  readonly lines: number[] = [];
  readonly #text: string;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** Whether the rows stand one after the other with LF between, so that the block can be parsed as it is. */
  #joined = true;

  constructor(text: string) {
    this.#text = text;
  }

  add({ start, end, line, quoted }: TextRecord): void {
    const previous = this.#ends.at(-1);
    this.#joined &&= this.#text[end] === '\n' && (previous === undefined || start === previous + 1);
    this.quoted ||= quoted;
    this.#starts.push(start);
    this.#ends.push(end);
    this.lines.push(line);
  }

  textOf(k: number): string {
    return this.#text.slice(this.#starts[k]!, this.#ends[k]!);
  }

  /** All rows, LF after each. */
  text(): string {
    if (this.lines.length === 0) return '';
    if (this.#joined) return this.#text.slice(this.#starts[0]!, this.#ends.at(-1)! + 1);
    return this.lines.map((_, k) => `${this.textOf(k)}\n`).join('');
  }
}
