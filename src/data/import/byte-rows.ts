import { isoStamp, plainNumber, type ByteStamp } from './byte-numbers';
import type { Encoding } from './encoding';
import type { Layout } from './layout';
import type { ImportLimits } from './options';
import { finite, type RowReader } from './row-reader';
import type { RowSink } from './row-sink';
import type { TimeReader } from './time-reader';

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** What became of a piece of the file. */
export interface ByteProgress {
  readonly consumed: number;
  /** The next line needs the text parser, and so does the rest of the file. */
  readonly stopped: boolean;
}

/** Whether a file may be read from bytes: UTF-8, decimal points, no lone CR. */
export const isBytePath = (layout: Layout, encoding: Encoding): boolean =>
  encoding === 'utf-8' && layout.decimal === '.' && layout.plainLines;

/**
 * Reads rows straight from UTF-8 bytes into numbers, without a string a cell. Cells that are not
 * plain decimals or ISO stamps are decoded and read as text; the first quote, lone CR or overlong
 * line ends this path for good, at the start of that line. Its rows are those of `TextRows`.
 */
export class ByteRows {
  line: number;
  readonly #layout: Layout;
  readonly #sink: RowSink;
  readonly #reader: RowReader;
  readonly #time: TimeReader;
  readonly #limits: ImportLimits;
  readonly #delimiter: number;
  readonly #decoder = new TextDecoder();
  /** Start of each field; one more for the end of the line plus one. */
  readonly #starts: Int32Array;
  readonly #stamp: ByteStamp = { date: NaN, clock: NaN, offset: NaN };
  #bytes: Uint8Array = new Uint8Array(0);
  #lineEnd = 0;

  constructor(layout: Layout, sink: RowSink, reader: RowReader, time: TimeReader, limits: ImportLimits) {
    this.line = layout.dataLine;
    this.#layout = layout;
    this.#sink = sink;
    this.#reader = reader;
    this.#time = time;
    this.#limits = limits;
    this.#delimiter = layout.delimiter.charCodeAt(0);
    this.#starts = new Int32Array(layout.width + 1);
  }

  /**
   * @param bytes start at a line
   * @param final whether the file ends here; else a last line without LF is left over
   */
  feed(bytes: Uint8Array, final: boolean): ByteProgress {
    this.#bytes = bytes;
    let start = 0;
    while (start < bytes.length) {
      const fields = this.#cut(start);
      if (fields < 0) return { consumed: start, stopped: true };
      if (this.#lineEnd === bytes.length && !final) break;
      if (fields > 0) this.#row(fields, start);
      this.line++;
      start = this.#lineEnd + 1;
    }
    return {
      consumed: Math.min(start, bytes.length),
      stopped: start < bytes.length && this.#isOverlong(start, bytes.length),
    };
  }

  /** Finds the fields of a line: their number, 0 for a blank line, -1 when the text parser is needed. */
  #cut(start: number): number {
    const bytes = this.#bytes;
    const starts = this.#starts;
    const width = this.#layout.width;
    const delimiter = this.#delimiter;
    const length = bytes.length;
    let fields = 1;
    let i = start;
    starts[0] = start;
    for (; i < length; i++) {
      const c = bytes[i]!;
      if (c === delimiter) {
        if (fields <= width) starts[fields] = i + 1;
        fields++;
      } else if (c === LF) break;
      else if (c === QUOTE) return -1;
      else if (c === CR && i + 1 < length && bytes[i + 1] !== LF) return -1;
    }
    this.#lineEnd = i;
    if (this.#isOverlong(start, i) || fields > this.#limits.columns) return -1;
    const end = i > start && bytes[i - 1] === CR ? i - 1 : i;
    if (end === start) return 0;
    if (fields === width) starts[width] = end + 1;
    return fields;
  }

  #isOverlong(start: number, end: number): boolean {
    return end - start > this.#limits.fieldCharacters;
  }

  #row(fields: number, start: number): void {
    const text = (): string => this.#decode(start, this.#lineEnd).replace(/\r$/, '');
    const layout = this.#layout;
    if (fields !== layout.width) {
      this.#reader.rejectWidth(fields, this.line, text);
      return;
    }
    const problem = this.#readTime();
    if (problem !== null) {
      this.#reader.reject(this.line, problem, text);
      return;
    }
    const row = this.#reader.row;
    row.open = this.#price(layout.open);
    row.high = this.#price(layout.high);
    row.low = this.#price(layout.low);
    row.close = this.#price(layout.close);
    row.volume = this.#volume(layout.volume);
    for (let k = 0; k < row.extra.length; k++) row.extra[k] = finite(this.#volume(layout.extras[k]!.index));
    this.#sink.add(row, this.line, text);
  }

  #readTime(): string | null {
    const { time, clock, timeFormat } = this.#layout;
    const { time: out } = this.#reader.row;
    const stamp = this.#stamp;
    if (timeFormat.kind === 'iso' && clock < 0) {
      const from = this.#starts[time]!;
      if (isoStamp(this.#bytes, from, this.#starts[time + 1]! - 1, stamp)) {
        return this.#time.resolve(stamp.date, stamp.clock, stamp.offset, out);
      }
    }
    return this.#time.read(
      this.#reader.timeCell(this.#cell(time), clock < 0 ? undefined : this.#cell(clock)),
      out,
    );
  }

  #price(column: number): number {
    if (column < 0) return NaN;
    const value = plainNumber(this.#bytes, this.#starts[column]!, this.#starts[column + 1]! - 1);
    return Number.isNaN(value) ? this.#reader.price(this.#cell(column)) : value;
  }

  #volume(column: number): number {
    if (column < 0) return NaN;
    const value = plainNumber(this.#bytes, this.#starts[column]!, this.#starts[column + 1]! - 1);
    return Number.isNaN(value) ? this.#reader.volume(this.#cell(column)) : value;
  }

  #cell(column: number): string {
    return this.#decode(this.#starts[column]!, this.#starts[column + 1]! - 1);
  }

  #decode(from: number, to: number): string {
    return from >= to ? '' : this.#decoder.decode(this.#bytes.subarray(from, to));
  }
}
