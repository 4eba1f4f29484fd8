import { plainCell } from './byte-numbers';
import type { Layout } from './layout';
import { parseNumber, parseVolume } from './numbers';
import type { RowSink, RowValues } from './row-sink';
import type { TimeReader } from './time-reader';

/** Turns cells of text into rows of numbers: what every row means, whichever parser cut it. */
export class RowReader {
  readonly row: RowValues;
  readonly #layout: Layout;
  readonly #sink: RowSink;
  readonly #time: TimeReader;

  constructor(layout: Layout, sink: RowSink, time: TimeReader) {
    this.#layout = layout;
    this.#sink = sink;
    this.#time = time;
    this.row = {
      time: { value: NaN, clock: NaN, offset: NaN },
      open: NaN,
      high: NaN,
      low: NaN,
      close: NaN,
      volume: NaN,
      extra: new Float64Array(layout.extras.length),
    };
  }

  /**
   * Reads one whole row.
   *
   * @param cells as many as the layout's width
   * @param text  gives the row as it stood
   */
  read(cells: readonly string[], line: number, text: () => string): void {
    const layout = this.#layout;
    const row = this.row;
    const problem = this.#time.read(this.timeCell(cells[layout.time]!, cells[layout.clock]), row.time);
    if (problem !== null) {
      this.reject(line, problem, text);
      return;
    }
    row.open = this.price(cells[layout.open]);
    row.high = this.price(cells[layout.high]);
    row.low = this.price(cells[layout.low]);
    row.close = this.price(cells[layout.close]);
    row.volume = this.volume(cells[layout.volume]);
    for (let k = 0; k < row.extra.length; k++)
      row.extra[k] = finite(this.volume(cells[layout.extras[k]!.index]));
    this.#sink.add(row, line, text);
  }

  /** Date and time of day of two columns as one cell. */
  timeCell(date: string, clock: string | undefined): string {
    return clock === undefined ? date : `${date} ${clock}`;
  }

  price(cell: string | undefined): number {
    const plain = this.#plain(cell);
    return Number.isNaN(plain) && cell !== undefined ? parseNumber(cell, this.#layout.decimal) : plain;
  }

  volume(cell: string | undefined): number {
    const plain = this.#plain(cell);
    return Number.isNaN(plain) && cell !== undefined ? parseVolume(cell, this.#layout.decimal) : plain;
  }

  /** Most cells are plain decimals; where points may group thousands, none is. */
  #plain(cell: string | undefined): number {
    return cell === undefined || this.#layout.decimal !== '.' ? NaN : plainCell(cell);
  }

  /** Records a row of another width. */
  rejectWidth(fields: number, line: number, text: () => string): void {
    this.reject(line, `${fields} fields instead of ${this.#layout.width}`, text);
  }

  /** Records a row that cannot be read; a row of blanks and delimiters is none. */
  reject(line: number, reason: string, text: () => string): void {
    const blank = text().replaceAll(this.#layout.delimiter, '').trim() === '';
    if (!blank) this.#sink.reject(line, reason, text);
  }
}

/** An extra value that no number can hold is missing. */
export const finite = (value: number): number => (Number.isFinite(value) ? value : NaN);
