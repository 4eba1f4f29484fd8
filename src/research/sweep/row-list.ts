import type { Column } from '../../core/column';
import type { Metrics } from '../../core/metrics';
import { BLOCK_SUMS, type TrialRows } from './trial-rows';

/** Rows that come part by part, in memory that is taken once. */
export class RowList {
  readonly #most: number;
  #all: TrialRows | null = null;
  #count = 0;

  /** @param most  rows that it has room for */
  constructor(most: number) {
    this.#most = most;
  }

  /** Rows so far. */
  get count(): number {
    return this.#count;
  }

  /** The rows so far, in this list's own memory. */
  get rows(): TrialRows {
    const { figures, blocks, early, sharpeError } = this.#all ?? emptyRows([], 0);
    const part = (column: Column): Column => column.subarray(0, this.#count);
    return {
      figures: Object.fromEntries(Object.entries(figures).map(([name, column]) => [name, part(column)])),
      blocks: blocks.subarray(0, BLOCK_SUMS * this.#count),
      early: part(early),
      sharpeError: part(sharpeError),
    };
  }

  add(rows: TrialRows): void {
    const names = Object.keys(rows.figures) as (keyof Metrics)[];
    const all = (this.#all ??= emptyRows(names, this.#most));
    for (const name of names) all.figures[name]!.set(rows.figures[name]!, this.#count);
    all.blocks.set(rows.blocks, BLOCK_SUMS * this.#count);
    all.early.set(rows.early, this.#count);
    all.sharpeError.set(rows.sharpeError, this.#count);
    this.#count += rows.early.length;
  }
}

/** Rows one after the other. */
export function joinRows(parts: readonly TrialRows[]): TrialRows {
  const list = new RowList(parts.reduce((sum, { early }) => sum + early.length, 0));
  for (const part of parts) list.add(part);
  return list.rows;
}

function emptyRows(names: readonly (keyof Metrics)[], count: number): TrialRows {
  return {
    figures: Object.fromEntries(names.map((name) => [name, new Float64Array(count)])),
    blocks: new Float32Array(BLOCK_SUMS * count),
    early: new Float64Array(count),
    sharpeError: new Float64Array(count),
  };
}
