import { BAR_COLUMNS } from '../../core/bars';
import type { ColumnUse } from '../../core/dataset';
import { BacktabError } from '../../core/errors';
import { findByName, plainName } from './column-names';
import { isMissing, parseVolume, type DecimalMark } from './numbers';
import type { ImportLimits, ImportOptions } from './options';
import { isClock, type TimeFormat } from './stamps';
import { sniffTimeFormat } from './time-format';

type Use = ColumnUse['use'];

/** Column numbers by use; -1 where the file has none. */
export interface Columns {
  readonly time: number;
  /** Column with the time of day where date and time stand apart. */
  readonly clock: number;
  readonly timeFormat: TimeFormat;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
  readonly extras: readonly { readonly index: number; readonly name: string }[];
  readonly useOf: (column: number) => Use;
}

const PRICE_USES = ['open', 'high', 'low', 'close', 'volume'] as const;

/** A time of day as `0930` or `093000`. */
const CLOCK_DIGITS = /^\s*(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?\s*$/;

/** Names that plain records treat specially. */
const UNSAFE_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Gives each column its use: by the caller's word, by name, and without a header by content and order.
 *
 * @param rows cells of the first whole rows
 * @throws BacktabError `csv_without_prices` | `csv_malformed` when no column holds a time
 */
export function assignColumns(
  file: string,
  names: readonly string[],
  rows: readonly string[][],
  decimal: DecimalMark,
  header: boolean,
  options: ImportOptions,
  limits: ImportLimits,
): Columns {
  const uses = new Map<number, Use>();
  for (const [i, name] of names.entries()) {
    const wanted =
      options.columns && Object.hasOwn(options.columns, name) ? options.columns[name] : undefined;
    if (wanted !== undefined) uses.set(i, wanted);
  }
  const table = new Table(names, rows, decimal, uses);
  if (header) table.assignExact();
  const time = table.findTime(header);
  if (time >= 0) uses.set(time, 'time');
  const clock = time < 0 ? -1 : table.findClock(time);
  if (clock >= 0) uses.set(clock, 'time');
  if (header) table.assignByName();
  else table.assignByOrder();
  const at = (use: Use): number => names.findIndex((_, i) => uses.get(i) === use && i !== clock);
  if (at('close') < 0) {
    throw new BacktabError('csv_without_prices', {
      file,
      columns: names
        .slice(0, 20)
        .map((n) => n || '(no name)')
        .join(', '),
    });
  }
  if (time < 0)
    throw new BacktabError('csv_malformed', { file, line: 1, reason: 'no column holds a date or a time' });
  const extras = table.extras(limits.extraColumns);
  return {
    time,
    clock,
    timeFormat: table.formatOf(time),
    open: at('open'),
    high: at('high'),
    low: at('low'),
    close: at('close'),
    volume: at('volume'),
    extras,
    useOf: (i) => uses.get(i) ?? 'ignored',
  };
}

class Table {
  readonly #names: readonly string[];
  readonly #rows: readonly string[][];
  readonly #decimal: DecimalMark;
  readonly #uses: Map<number, Use>;

  constructor(
    names: readonly string[],
    rows: readonly string[][],
    decimal: DecimalMark,
    uses: Map<number, Use>,
  ) {
    this.#names = names;
    this.#rows = rows;
    this.#decimal = decimal;
    this.#uses = uses;
  }

  formatOf(column: number): TimeFormat {
    return sniffTimeFormat(this.#cells(column), true).format;
  }

  /** By the caller, by name with fitting content, by content alone, then by name alone. */
  findTime(header: boolean): number {
    const given = this.#names.findIndex((_, i) => this.#uses.get(i) === 'time');
    if (given >= 0) return given;
    const dated = (i: number): boolean => this.#free(i) && this.#fits(i, true);
    const named = header ? findByName(this.#names, 'time', dated) : -1;
    if (named >= 0) return named;
    const written = this.#names.findIndex((_, i) => this.#free(i) && this.#fits(i, false));
    if (written >= 0) return written;
    if (header) return findByName(this.#names, 'time', (i) => this.#free(i));
    return this.#names.findIndex((_, i) => this.#free(i) && this.#isUnix(i));
  }

  /**
   * A second column of times of day beside a column of dates: `09:30`, or digits as `093000` where
   * the dates are digits too. One that is midnight throughout says nothing.
   */
  findClock(time: number): number {
    if (this.#rows.length === 0) return -1;
    const { kind } = this.formatOf(time);
    if (kind === 'unix') return -1;
    return this.#names.findIndex((name, i) => {
      if (i === time || !this.#free(i)) return false;
      const cells = this.#cells(i);
      const isDigits =
        kind === 'compact' && plainName(name) === 'time' && cells.every((c) => CLOCK_DIGITS.test(c));
      return (isDigits || cells.every((cell) => isClock(cell))) && cells.some((cell) => /[1-9]/.test(cell));
    });
  }

  /** A file with exactly the names that Backtab writes is read by them, whatever else it holds. */
  assignExact(): void {
    const columns = BAR_COLUMNS.map((name) => this.#names.indexOf(name));
    if (columns.some((column) => column < 0 || !this.#free(column))) return;
    const { format, share } = sniffTimeFormat(this.#cells(columns[0]!), false);
    if (format.kind !== 'iso' || share <= 0.5) return;
    for (const [k, use] of BAR_COLUMNS.entries()) this.#uses.set(columns[k]!, use);
  }

  assignByName(): void {
    for (const use of PRICE_USES) {
      if ([...this.#uses.values()].includes(use)) continue;
      const i = findByName(this.#names, use, (column) => this.#free(column) && this.#isNumeric(column));
      if (i >= 0) this.#uses.set(i, use);
    }
  }

  /** Without names: four or more numbers are open, high, low, close, volume; fewer are close, volume. */
  assignByOrder(): void {
    const numeric = this.#names.flatMap((_, i) => (this.#free(i) && this.#isNumeric(i) ? [i] : []));
    const order: readonly Use[] = numeric.length >= 4 ? PRICE_USES : ['close', 'volume'];
    for (const [k, use] of order.entries()) {
      const column = numeric[k];
      if (column !== undefined && ![...this.#uses.values()].includes(use)) this.#uses.set(column, use);
    }
  }

  /** The remaining numeric columns, named apart. */
  extras(limit: number): { index: number; name: string }[] {
    const found: { index: number; name: string }[] = [];
    const taken = new Set<string>(['time', ...PRICE_USES]);
    for (const [i, given] of this.#names.entries()) {
      const wanted = this.#uses.get(i) === 'extra';
      if (!wanted && (!this.#free(i) || !this.#isNumeric(i))) continue;
      if (found.length === limit || UNSAFE_NAMES.has(given)) {
        this.#uses.set(i, 'ignored');
        continue;
      }
      let name = given || `column ${i + 1}`;
      for (let n = 2; taken.has(name); n++) name = `${given || `column ${i + 1}`} ${n}`;
      taken.add(name);
      this.#uses.set(i, 'extra');
      found.push({ index: i, name });
    }
    return found;
  }

  #free(column: number): boolean {
    return !this.#uses.has(column);
  }

  #cells(column: number): string[] {
    return this.#rows.map((cells) => cells[column]!);
  }

  /** Whether most cells are times; more than half, as a file may begin with rows of labels. */
  #fits(column: number, unix: boolean): boolean {
    const cells = this.#cells(column);
    return sniffTimeFormat(cells, unix).share > 0.5;
  }

  #isUnix(column: number): boolean {
    return this.#fits(column, true) && this.#cells(column).every((cell) => Math.abs(Number(cell)) >= 1e8);
  }

  /** Half of the filled cells or more are numbers; a column without any is taken on its name. */
  #isNumeric(column: number): boolean {
    const filled = this.#cells(column).filter((cell) => !isMissing(cell));
    if (filled.length === 0) return this.#rows.length === 0;
    const numbers = filled.filter((cell) => !Number.isNaN(parseVolume(cell, this.#decimal)));
    return numbers.length * 2 >= filled.length;
  }
}
