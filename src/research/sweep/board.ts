import type { Column } from '../../core/column';
import type { Metrics } from '../../core/metrics';
import { median } from '../../metrics/median';
import type { SweepAxis, TrialTable } from '../outcome';
import { neighbourVisitor } from '../plateau';
import type { Objective } from './objective';
import { reorder } from './reorder';
import { BLOCK_SUMS, type TrialRows } from './trial-rows';
import { rowOfPlace } from './trial-table';

/** Settings of a sweep with what is known of them so far, one row each, ascending by place. */
export class Board {
  readonly place: Float64Array<ArrayBuffer>;
  readonly figures: Readonly<Partial<Record<keyof Metrics, Column>>>;
  readonly scores: readonly Column[];
  readonly exact: Uint8Array<ArrayBuffer>;
  readonly sharpeError: Column;
  readonly early: Column;
  readonly #blocks: Float32Array<ArrayBuffer>;
  readonly #objectives: readonly Objective[];

  /**
   * @param places  of the settings, in any order, none twice
   * @param rows    what they came to; the board keeps both, and sorts them where they lie
   * @param exact   whether the exact engine ran them
   */
  constructor(
    places: Float64Array<ArrayBuffer>,
    rows: TrialRows,
    objectives: readonly Objective[],
    exact: boolean,
  ) {
    const count = places.length;
    const { figures, blocks, early, sharpeError } = rows;
    if (!isAscending(places)) {
      const order = orderOf(places);
      for (const column of [places, ...Object.values(figures), early, sharpeError]) reorder(column, order);
      reorder(blocks, order, BLOCK_SUMS);
    }
    this.#objectives = objectives;
    this.place = places;
    this.figures = figures;
    this.early = early;
    this.sharpeError = sharpeError;
    this.#blocks = blocks;
    this.exact = new Uint8Array(count).fill(exact ? 1 : 0);
    this.scores = objectives.map(() => new Float64Array(count));
    for (let row = 0; row < count; row++) this.#score(row);
  }

  get count(): number {
    return this.place.length;
  }

  /** Row of a place; -1 where it was not run. */
  rowOf(place: number): number {
    return rowOfPlace(this.place, place);
  }

  /** Puts exact runs in place of what a screen gave. */
  replace(rows: readonly number[], { figures, blocks, early, sharpeError }: TrialRows): void {
    rows.forEach((row, k) => {
      for (const [name, column] of Object.entries(figures))
        this.figures[name as keyof Metrics]![row] = column[k]!;
      this.#blocks.set(blocks.subarray(BLOCK_SUMS * k, BLOCK_SUMS * (k + 1)), BLOCK_SUMS * row);
      this.early[row] = early[k]!;
      this.sharpeError[row] = sharpeError[k]!;
      this.exact[row] = 1;
      this.#score(row);
    });
  }

  /** The rows with the best scores of an objective, best first; those without one last. */
  leaders(wanted: number, objective = 0): readonly number[] {
    const ranks = this.scores[objective]!.map((score) => (Number.isNaN(score) ? -Infinity : score));
    const least = ranks.slice().sort().at(-wanted) ?? -Infinity;
    const [above, level]: [number[], number[]] = [[], []];
    ranks.forEach((rank, row) => {
      if (rank > least) above.push(row);
      else if (rank === least && level.length < wanted) level.push(row);
    });
    above.sort((a, b) => ranks[b]! - ranks[a]! || a - b);
    return [...above, ...level].slice(0, wanted);
  }

  /** Rows that the exact engine ran, ascending. */
  exactRows(): readonly number[] {
    const rows: number[] = [];
    this.exact.forEach((isExact, row) => {
      if (isExact === 1) rows.push(row);
    });
    return rows;
  }

  /** The exact row with the best first score that has a Sharpe ratio to be judged by; -1 for none. */
  best(): number {
    let best = -1;
    const [scores] = this.scores;
    const { sharpe } = this.figures;
    for (let row = 0; row < this.count; row++) {
      const counts = this.exact[row] === 1 && !Number.isNaN(scores![row]!) && !Number.isNaN(sharpe![row]!);
      if (counts && (best < 0 || scores![row]! > scores![best]!)) best = row;
    }
    return best;
  }

  /** The row that was best on the early bars; -1 where that is not known of all. */
  bestEarly(): number {
    let best = this.count > 0 ? 0 : -1;
    for (let row = 0; row < this.count; row++) {
      if (Number.isNaN(this.early[row]!)) return -1;
      if (this.early[row]! > this.early[best]!) best = row;
    }
    return best;
  }

  /** Sums by blocks as of `TrialRows`; null where not all rows have them. */
  blockSums(): Float32Array<ArrayBuffer> | null {
    const blocks = this.#blocks;
    if (blocks.length === 0) return null;
    for (let at = 0; at < blocks.length; at += BLOCK_SUMS) if (Number.isNaN(blocks[at]!)) return null;
    return blocks;
  }

  /** The board as part of an outcome. */
  table(axes: readonly SweepAxis[]): TrialTable {
    const [scores] = this.scores;
    const neighbours = new Float64Array(this.count);
    const visit = neighbourVisitor(axes);
    let around: number[] = [];
    const take = (cell: number): void => {
      const score = scores![this.rowOf(cell)] ?? NaN;
      if (!Number.isNaN(score)) around.push(score);
    };
    for (let row = 0; row < this.count; row++) {
      around = [];
      visit(this.place[row]!, take);
      neighbours[row] = around.length > 0 ? median(around) : NaN;
    }
    const { place, scores: all, exact, sharpeError } = this;
    return {
      place,
      figures: this.figures as TrialTable['figures'],
      scores: all,
      exact,
      sharpeError,
      neighbours,
    };
  }

  #score(row: number): void {
    this.#objectives.forEach((objective, k) => {
      this.scores[k]![row] = objective.score(objective.figures.map((name) => this.figures[name]![row]!));
    });
  }
}

/** Scores of rows that are on no board yet. */
export function scoresOf({ figures }: TrialRows, objective: Objective, count: number): Column {
  return Float64Array.from({ length: count }, (_, row) =>
    objective.score(objective.figures.map((name) => figures[name]![row]!)),
  );
}

const isAscending = (places: Float64Array): boolean =>
  places.every((place, k) => k === 0 || place > places[k - 1]!);

const orderOf = (places: Float64Array): Uint32Array =>
  Uint32Array.from(places, (_, k) => k).sort((a, b) => places[a]! - places[b]!);
