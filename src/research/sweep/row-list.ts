import type { Column } from '../../core/column';
import type { Metrics } from '../../core/metrics';
import { BLOCK_SUMS, type TrialRows } from './trial-rows';

/** Rows that come part by part, in any order, in memory that is taken once. */
export class RowList {
  readonly #most: number;
  #all: TrialRows | null = null;

  /** @param most  rows that it has room for */
  constructor(most: number) {
    this.#most = most;
  }

  /** The first rows, in this list's own memory; what was never put is 0. */
  first(count: number): TrialRows {
    const { figures, blocks, early, sharpeError } = this.#all ?? emptyRows([], count);
    const part = (column: Column): Column => column.subarray(0, count);
    return {
      figures: Object.fromEntries(Object.entries(figures).map(([name, column]) => [name, part(column)])),
      blocks: blocks.subarray(0, BLOCK_SUMS * count),
      early: part(early),
      sharpeError: part(sharpeError),
    };
  }

  /** Puts the k-th of some rows at `base + at[k]`. */
  put(rows: TrialRows, at: Uint32Array, base: number): void {
    const names = Object.keys(rows.figures) as (keyof Metrics)[];
    const all = (this.#all ??= emptyRows(names, this.#most));
    const pairs = [
      ...names.map((name) => [all.figures[name]!, rows.figures[name]!] as const),
      [all.early, rows.early] as const,
      [all.sharpeError, rows.sharpeError] as const,
    ];
    for (const [to, from] of pairs) for (let k = 0; k < at.length; k++) to[base + at[k]!] = from[k]!;
    for (let k = 0; k < at.length; k++)
      all.blocks.set(
        rows.blocks.subarray(BLOCK_SUMS * k, BLOCK_SUMS * (k + 1)),
        BLOCK_SUMS * (base + at[k]!),
      );
  }
}

/** Rows one after the other. */
export function joinRows(parts: readonly TrialRows[]): TrialRows {
  const count = parts.reduce((sum, { early }) => sum + early.length, 0);
  const list = new RowList(count);
  let base = 0;
  for (const part of parts) {
    list.put(
      part,
      Uint32Array.from(part.early, (_, k) => k),
      base,
    );
    base += part.early.length;
  }
  return list.first(count);
}

function emptyRows(names: readonly (keyof Metrics)[], count: number): TrialRows {
  return {
    figures: Object.fromEntries(names.map((name) => [name, new Float64Array(count)])),
    blocks: new Float32Array(BLOCK_SUMS * count),
    early: new Float64Array(count),
    sharpeError: new Float64Array(count),
  };
}
