import type { Bars } from '../core/bars';
import type { Column } from '../core/column';

/** Bytes of computed columns that a store keeps by default. */
const DEFAULT_CAPACITY = 512 * 1024 * 1024;
/** Structures that a store numbers before it starts afresh. */
const MAX_STRUCTURES = 1_000_000;

/**
 * Bars, and the columns that were computed from them: keyed by structure and parameter values, so
 * that runs of one sweep share them. The least recently used are dropped beyond the capacity.
 * Columns that it hands out are shared: read them, never write or transfer them.
 */
export class ColumnStore {
  readonly bars: Bars;
  readonly #capacity: number;
  readonly #structures = new Map<string, number>();
  readonly #columns = new Map<number, readonly Column[]>();
  #bytes = 0;

  /**
   * @param bars      the bars that strategies of this store run on
   * @param capacity  bytes of computed columns to keep
   */
  constructor(bars: Bars, capacity: number = DEFAULT_CAPACITY) {
    this.bars = bars;
    this.#capacity = capacity;
  }

  /** Number of rows. */
  get length(): number {
    return this.bars.time.length;
  }

  /** Bytes of computed columns that are kept now. */
  get bytes(): number {
    return this.#bytes;
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

const sizeOf = (columns: readonly Column[]): number =>
  columns.reduce((sum, column) => sum + column.byteLength, 0);
