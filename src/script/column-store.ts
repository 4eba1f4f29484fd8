import type { Bars } from '../core/bars';
import type { Column } from '../core/column';
import { BacktabError } from '../core/errors';
import { alignment, framed, longer, type FrameRows, type TimedBars } from './frame-rows';
import type { Frame } from './plan';

/** Bytes of computed columns that a store keeps by default. */
const DEFAULT_CAPACITY = 512 * 1024 * 1024;
/** Structures that a store numbers before it starts afresh. */
const MAX_STRUCTURES = 1_000_000;

/** What else a store knows. */
export interface ColumnStoreOptions extends Omit<TimedBars, 'bars'> {
  /** Bytes of computed columns to keep. */
  readonly capacity?: number;
  /** Other datasets by the names that scripts call them. */
  readonly references?: Readonly<Record<string, TimedBars>>;
}

const OWN: Frame = { data: null, interval: null };

/**
 * Bars, and the columns that were computed from them: keyed by structure and parameter values, so
 * that runs of one sweep share them. The least recently used are dropped beyond the capacity.
 * Columns that it hands out are shared: read them, never write or transfer them.
 */
export class ColumnStore {
  readonly bars: Bars;
  readonly #capacity: number;
  readonly #options: ColumnStoreOptions;
  readonly #frames = new Map<string, FrameRows>();
  readonly #alignments = new Map<string, Int32Array>();
  readonly #structures = new Map<string, number>();
  readonly #columns = new Map<number, readonly Column[]>();
  #bytes = 0;
  #evaluators = 0;

  /** @param bars  the bars that strategies of this store run on */
  constructor(bars: Bars, options: ColumnStoreOptions = {}) {
    this.bars = bars;
    this.#capacity = options.capacity ?? DEFAULT_CAPACITY;
    this.#options = options;
  }

  /**
   * Rows of a frame, built on first use.
   *
   * @throws BacktabError `reference_missing` for a dataset that the store does not have, `timeframe_too_short`
   */
  frame(frame: Frame): FrameRows {
    const key = frameText(frame);
    const known = this.#frames.get(key) ?? this.#build(frame);
    this.#frames.set(key, known);
    return known;
  }

  /** For each row of a frame the row of another that it sees; -1 for none. */
  alignment(from: Frame, to: Frame): Int32Array {
    const key = `${frameText(from)} > ${frameText(to)}`;
    const known = this.#alignments.get(key) ?? alignment(this.frame(from), this.frame(to));
    this.#alignments.set(key, known);
    return known;
  }

  #build({ data, interval }: Frame): FrameRows {
    if (interval !== null) return longer(this.frame({ data, interval: null }), interval);
    if (data === null) return framed({ ...this.#options, bars: this.bars });
    const { references = {} } = this.#options;
    const reference = Object.hasOwn(references, data) ? references[data] : undefined;
    if (reference) return framed(reference);
    throw new BacktabError('reference_missing', {
      name: data,
      known: Object.keys(references).join(', ') || 'none',
    });
  }

  /** Number of rows. */
  get length(): number {
    return this.bars.time.length;
  }

  /** Bytes of computed columns that are kept now. */
  get bytes(): number {
    return this.#bytes;
  }

  /** A number that no other evaluator of this store has. */
  nextNumber(): number {
    return this.#evaluators++;
  }

  /** Number of a structure: equal text, equal number. Structures name their parts by number. */
  structure(text: string): number {
    const known = this.#structures.get(text);
    if (known !== undefined) return known;
    const id = this.#structures.size;
    this.#structures.set(text, id);
    return id;
  }

  /** Starts afresh when too many structures were seen. Only between runs: numbers change meaning. */
  tidy(): void {
    if (this.#structures.size < MAX_STRUCTURES) return;
    this.#structures.clear();
    this.#columns.clear();
    this.#bytes = 0;
  }

  /** Columns of a structure: those kept, or `compute()`, kept from then on. */
  columns(structure: number, compute: () => readonly Column[]): readonly Column[] {
    const known = this.#columns.get(structure);
    if (known) {
      this.#columns.delete(structure);
      this.#columns.set(structure, known);
      return known;
    }
    const computed = compute();
    this.#columns.set(structure, computed);
    this.#bytes += sizeOf(computed);
    this.#shrink(structure);
    return computed;
  }

  #shrink(newest: number): void {
    for (const [structure, columns] of this.#columns) {
      if (this.#bytes <= this.#capacity || structure === newest) return;
      this.#columns.delete(structure);
      this.#bytes -= sizeOf(columns);
    }
  }
}

/** Text that is equal for equal frames only; empty for the run's own bars. */
export const frameText = ({ data, interval }: Frame): string =>
  data === OWN.data && interval === OWN.interval ? '' : JSON.stringify([data, interval]);

const sizeOf = (columns: readonly Column[]): number =>
  columns.reduce((sum, column) => sum + column.byteLength, 0);
