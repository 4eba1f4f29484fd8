import type { RejectedRow } from '../../core/dataset';
import { BacktabError } from '../../core/errors';
import { GrowingColumn } from './growing';
import type { Layout } from './layout';
import type { ImportLimits } from './options';

/** Rejected rows that are kept with their text. */
export const REJECTED_KEPT = 1_000;

/** Why rows were kept out, by kind. */
export interface RejectedCounts {
  unreadable: number;
  impossible: number;
  duplicate: number;
}

/** Time of a row: an instant, or for `slash` dates the parts that are decided at the end of the file. */
export interface RowTime {
  /** Unix ms, or `(year * 100 + first) * 100 + second` of a `slash` date. */
  value: number;
  /** Time of day and offset of a `slash` date, ms; NaN when absent. */
  clock: number;
  offset: number;
}

/** One row as a parser hands it over. */
export interface RowValues {
  time: RowTime;
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
  /** Aligned with the layout's `extras`. */
  readonly extra: Float64Array;
}

/**
 * Takes rows in file order, keeps those that can be bars in typed columns, and records why others
 * cannot. Memory is bounded by rows times columns; rejected rows are counted, the first 1,000 kept.
 */
export class RowSink {
  readonly time = new GrowingColumn();
  /** Only filled for `slash` dates. */
  readonly clock = new GrowingColumn();
  readonly offset = new GrowingColumn();
  readonly open = new GrowingColumn();
  readonly high = new GrowingColumn();
  readonly low = new GrowingColumn();
  readonly close = new GrowingColumn();
  readonly volume = new GrowingColumn();
  readonly extra: readonly GrowingColumn[];
  /** Line of each kept row in the file. */
  readonly line = new GrowingColumn();
  readonly rejected: RejectedRow[] = [];
  readonly counts: RejectedCounts = { unreadable: 0, impossible: 0, duplicate: 0 };
  rowsRead = 0;
  readonly #file: string;
  readonly #limit: number;
  readonly #layout: Layout;
  readonly #complete: boolean;
  readonly #slash: boolean;

  constructor(file: string, layout: Layout, limits: ImportLimits) {
    this.#file = file;
    this.#limit = limits.rows;
    this.#layout = layout;
    this.#complete = layout.open >= 0 && layout.high >= 0 && layout.low >= 0;
    this.#slash = layout.timeFormat.kind === 'slash';
    this.extra = layout.extras.map(() => new GrowingColumn());
  }

  /**
   * Offers a row. Prices that the file has no column for are filled from the others first.
   *
   * @param text gives the row as it stood, for the list of rejected rows
   * @throws BacktabError `csv_malformed` past the row limit
   */
  add(row: RowValues, line: number, text: () => string): void {
    this.#count(line);
    if (!this.#complete) this.#fill(row);
    if (Number.isNaN(row.volume)) row.volume = 0;
    const reason = impossible(row);
    if (reason !== null) {
      this.counts.impossible++;
      this.#keepRejected(line, reason, text);
      return;
    }
    this.time.push(row.time.value);
    if (this.#slash) {
      this.clock.push(row.time.clock);
      this.offset.push(row.time.offset);
    }
    this.open.push(row.open);
    this.high.push(row.high);
    this.low.push(row.low);
    this.close.push(row.close);
    this.volume.push(row.volume);
    for (let k = 0; k < this.extra.length; k++) this.extra[k]!.push(row.extra[k]!);
    this.line.push(line);
  }

  /** Records a row that could not be read as one. */
  reject(line: number, reason: string, text: () => string): void {
    this.#count(line);
    this.counts.unreadable++;
    this.#keepRejected(line, reason, text);
  }

  /** Records a kept row that later turned out not to be one; it was counted as read before. */
  dismiss(line: number, reason: string, text: () => string, kind: keyof RejectedCounts): void {
    this.counts[kind]++;
    this.#keepRejected(line, reason, text);
  }

  /** Keeps only the given rows, ascending; the time columns are the caller's. */
  shrink(rows: readonly number[]): void {
    for (const column of [
      this.open,
      this.high,
      this.low,
      this.close,
      this.volume,
      ...this.extra,
      this.line,
    ]) {
      column.keep(rows);
    }
  }

  /** A missing open is the close; a missing high or low is the outer one of open and close. */
  #fill(row: RowValues): void {
    if (this.#layout.open < 0) row.open = row.close;
    if (this.#layout.high < 0) row.high = Math.max(row.open, row.close);
    if (this.#layout.low < 0) row.low = Math.min(row.open, row.close);
  }

  #count(line: number): void {
    if (++this.rowsRead > this.#limit) {
      throw new BacktabError('csv_malformed', {
        file: this.#file,
        line,
        reason: `there are more than ${this.#limit} rows`,
      });
    }
  }

  #keepRejected(line: number, reason: string, text: () => string): void {
    if (this.rejected.length < REJECTED_KEPT)
      this.rejected.push({ line, reason, text: text().slice(0, 200) });
  }
}

const PRICES = ['open', 'high', 'low', 'close'] as const;

/** Why these prices cannot be a bar, or null. */
function impossible(row: RowValues): string | null {
  const { open, high, low, close, volume } = row;
  if (low > 0 && high < Infinity && high >= open && high >= close && low <= open && low <= close) {
    return volume >= 0 && volume < Infinity ? null : `volume ${volume} is not possible`;
  }
  for (const name of PRICES) {
    const price = row[name];
    if (Number.isNaN(price)) return `${name} is not a number`;
    if (!Number.isFinite(price)) return `${name} is too large`;
    if (price === 0) return `${name} is zero`;
    if (price < 0) return `${name} ${price} is negative`;
  }
  if (high < low) return `high ${high} is below low ${low}`;
  const outside = open > high || open < low ? 'open' : 'close';
  return `${outside} ${row[outside]} is outside ${low} to ${high}`;
}
