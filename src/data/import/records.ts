import { BacktabError } from '../../core/errors';
import type { ImportLimits } from './options';

/** One record of a delimited text: a row of the table, which quotes may stretch over several lines. */
export interface TextRecord {
  readonly start: number;
  /** End of its text, before the line end. */
  readonly end: number;
  /** Number of its first line in the file, from 1. */
  readonly line: number;
  readonly fields: number;
  readonly quoted: boolean;
  /** Why it cannot be a row, or null. */
  readonly problem: string | null;
}

const QUOTE = 34;
const CR = 13;
const LF = 10;

/**
 * Cuts text into records and counts their fields, without looking at values. Line ends may be LF,
 * CRLF and CR, mixed; inside quotes they belong to the field. A quote opens a field only at its start.
 */
export class RecordScanner {
  /** Line at which the next record starts. */
  line = 1;
  readonly #file: string;
  readonly #delimiter: number;
  readonly #limits: ImportLimits;
  #lineEnds = 0;

  constructor(file: string, delimiter: string, limits: ImportLimits) {
    this.#file = file;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#limits = limits;
  }

  /**
   * Reads records from `text`.
   *
   * @param text   text that starts at a record
   * @param final  whether the file ends here; else a last record without line end is left over
   * @param each   is given every record, blank lines too (one field, empty); `false` stops
   * @returns      characters consumed
   * @throws BacktabError `csv_malformed` for a quote never closed, and for fields and columns past the limits
   */
  scan(text: string, final: boolean, each: (record: TextRecord) => boolean | void): number {
    let start = 0;
    while (start < text.length) {
      const record = this.#record(text, start, final);
      if (record === null) return start;
      const next = afterLineEnd(text, record.end);
      this.line += 1 + this.#lineEnds;
      start = next;
      if (each(record) === false) return start;
    }
    return start;
  }

  #record(text: string, start: number, final: boolean): TextRecord | null {
    this.#lineEnds = 0;
    let fields = 1;
    let quoted = false;
    let problem: string | null = null;
    let i = start;
    for (;;) {
      const fieldStart = i;
      if (text.charCodeAt(i) === QUOTE) {
        quoted = true;
        i = this.#closingQuote(text, i, final);
        if (i < 0) return null;
        i++;
        if (!this.#endsField(text, i)) problem = 'text follows a closing quote';
      }
      i = this.#fieldEnd(text, i);
      if (i - fieldStart > this.#limits.fieldCharacters) this.#fail('a field is too long');
      if (text.charCodeAt(i) !== this.#delimiter) break;
      if (++fields > this.#limits.columns) this.#fail(`there are more than ${this.#limits.columns} columns`);
      i++;
    }
    const cut = i >= text.length || (text.charCodeAt(i) === CR && i + 1 === text.length);
    if (cut && !final) return null;
    return { start, end: i, line: this.line, fields, quoted, problem };
  }

  #fieldEnd(text: string, from: number): number {
    let i = from;
    for (; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === this.#delimiter || c === LF || c === CR) break;
    }
    return i;
  }

  /** Position of the quote that closes the field, or -1 when more text is needed. */
  #closingQuote(text: string, open: number, final: boolean): number {
    let i = open + 1;
    for (;;) {
      const close = text.indexOf('"', i);
      if (close < 0) return this.#unclosed(text.length - open, final);
      if (close + 1 === text.length && !final) return this.#unclosed(close - open, false);
      if (text.charCodeAt(close + 1) !== QUOTE) {
        this.#lineEnds += lineEnds(text, open, close);
        return close;
      }
      i = close + 2;
    }
  }

  #unclosed(length: number, final: boolean): number {
    if (final) this.#fail('a quote is opened and never closed');
    if (length > this.#limits.fieldCharacters) this.#fail('a field is too long');
    return -1;
  }

  #endsField(text: string, i: number): boolean {
    const c = text.charCodeAt(i);
    return i >= text.length || c === this.#delimiter || c === LF || c === CR;
  }

  #fail(reason: string): never {
    throw new BacktabError('csv_malformed', { file: this.#file, line: this.line, reason });
  }
}

function afterLineEnd(text: string, end: number): number {
  if (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF) return end + 2;
  return end + 1;
}

/** Line ends in `text[from, to)`; CRLF counts once. */
export function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === LF || (c === CR && text.charCodeAt(i + 1) !== LF)) count++;
  }
  return count;
}
