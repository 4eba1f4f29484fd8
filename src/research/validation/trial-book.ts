import { checkLength } from '../../core/check';
import type { Column } from '../../core/column';
import { sharpeOfSums } from '../cell-run';
import { blocksOf, type CompactRun } from './compact-run';

/** Values of a book at most: 32 MB of returns and as much of their squares. */
export const BOOK_VALUES = 4_000_000;

/** Blocks `[from, to)`. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/** What some returns sum up to. */
export interface Tally {
  sum: number;
  squares: number;
  count: number;
}

/** Sums of a column over blocks of `width` rows; the last may have fewer. */
export function blockSums(values: Column, width: number): Column {
  const out: Column = new Float64Array(Math.ceil(values.length / width));
  for (let i = 0; i < values.length; i++) out[Math.floor(i / width)]! += values[i]!;
  return out;
}

/** Sharpe ratio per bar of a tally; 0 without movement or for fewer than two returns. */
export const sharpeOf = ({ sum, squares, count }: Tally): number =>
  count > 1 ? sharpeOfSums(sum, squares, count) : 0;

/**
 * The returns of many trials, compactly: running sums of returns and of their squares over blocks of bars, so that any
 * range of blocks costs two look-ups a trial. A block is one bar while there are few trials, and longer where trials
 * times bars would go beyond `BOOK_VALUES`; sums stay those of single bars.
 */
export class TrialBook {
  /** Returns of a trial. */
  readonly rows: number;
  /** Rows of a block; the last may have fewer. */
  readonly width: number;
  readonly blocks: number;
  readonly #sums: Column[] = [];
  readonly #squares: Column[] = [];
  readonly #spans: Int32Array[] = [];

  /**
   * @param rows    returns of each trial, 1 or more
   * @param trials  how many will be added at most
   */
  constructor(rows: number, trials: number) {
    this.rows = rows;
    this.width = Math.max(1, Math.ceil((rows * trials) / BOOK_VALUES));
    this.blocks = blocksOf(rows, this.width);
  }

  /** Trials that were added. */
  get trials(): number {
    return this.#sums.length;
  }

  /**
   * Adds a trial.
   *
   * @throws BacktabError `length_mismatch`
   */
  add({ sums, squares, spans }: Pick<CompactRun, 'sums' | 'squares' | 'spans'>): void {
    checkLength('sums', sums.length, this.blocks + 1);
    checkLength('squares', squares.length, this.blocks + 1);
    this.#sums.push(sums);
    this.#squares.push(squares);
    this.#spans.push(spans);
  }

  /** Adds to `into` what the blocks of a trial sum up to. */
  tally(trial: number, ranges: readonly BlockRange[], into: Tally = { sum: 0, squares: 0, count: 0 }): Tally {
    const sums = this.#sums[trial]!;
    const squares = this.#squares[trial]!;
    for (const { from, to } of ranges) {
      into.sum += sums[to]! - sums[from]!;
      into.squares += squares[to]! - squares[from]!;
      into.count += this.rowAt(to) - this.rowAt(from);
    }
    return into;
  }

  /** First row of a block; `rows` for the end. */
  rowAt(block: number): number {
    return Math.min(this.rows, block * this.width);
  }

  /** Rows of the trades of a trial that cross an edge (`CompactRun.spans`). */
  spansOf(trial: number): Int32Array {
    return this.#spans[trial]!;
  }

  /** Block sums of a trial, `f64[blocks]`; where a block is one bar they are its returns up to rounding. */
  series(trial: number): Column {
    const sums = this.#sums[trial]!;
    const out: Column = new Float64Array(this.blocks);
    for (let b = 0; b < out.length; b++) out[b] = sums[b + 1]! - sums[b]!;
    return out;
  }

  /** Trial with the highest Sharpe ratio over ranges that may differ by trial; null where none has any. */
  best(rangesOf: (trial: number) => readonly BlockRange[] | null): { trial: number; sharpe: number } | null {
    let best: { trial: number; sharpe: number } | null = null;
    for (let trial = 0; trial < this.trials; trial++) {
      const ranges = rangesOf(trial);
      if (!ranges) continue;
      const sharpe = sharpeOf(this.tally(trial, ranges));
      if (best === null || sharpe > best.sharpe) best = { trial, sharpe };
    }
    return best;
  }
}
