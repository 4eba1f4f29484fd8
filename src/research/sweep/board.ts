import type { Column } from '../../core/column';
import type { Metrics } from '../../core/metrics';
import { median } from '../../metrics/median';
import type { SweepAxis, TrialTable } from '../outcome';
import { neighbourhood } from '../plateau';
import type { Objective } from './objective';
import { BLOCK_SUMS, joinRows, type TrialRows } from './trial-rows';
import { rowOfPlace } from './trial-table';

/** Up to so many settings may get sums by blocks one after the other. */
const MOST_LATER_BLOCKS = 10_000;

/** Settings of a sweep with what is known of them so far, one row each, ascending by place. */
export class Board {
  readonly place: Float64Array<ArrayBuffer>;
  readonly figures: Readonly<Partial<Record<keyof Metrics, Column>>>;
  readonly scores: readonly Column[];
  readonly exact: Uint8Array<ArrayBuffer>;
  readonly sharpeError: Column;
  readonly early: Column;
  /** As of `TrialRows`; NaN in rows that have none. Empty where a large board began without. */
  readonly #blocks: Float32Array<ArrayBuffer>;
  readonly #objectives: readonly Objective[];

  /**
   * @param parts  places and what they came to, in any order, no place twice
   * @param exact  whether the exact engine ran them
   */
  constructor(
    parts: readonly { readonly places: Float64Array; readonly rows: TrialRows }[],
    objectives: readonly Objective[],
    exact: boolean,
  ) {
    const count = parts.reduce((sum, { places }) => sum + places.length, 0);
    const places = new Float64Array(count);
    let at = 0;
    for (const part of parts) {
      places.set(part.places, at);
      at += part.places.length;
    }
    const rows = joinRows(parts.map((part) => part.rows));
    const order = isAscending(places) ? null : orderOf(places);
    const sorted = (column: Column): Column => (order ? Float64Array.from(order, (k) => column[k]!) : column);
    this.#objectives = objectives;
    this.place = sorted(places);
    this.figures = Object.fromEntries(
      Object.entries(rows.figures).map(([name, column]) => [name, sorted(column)]),
    );
    this.early = sorted(rows.early);
    this.sharpeError = sorted(rows.sharpeError);
    const hasBlocks = rows.blocks.length === BLOCK_SUMS * count;
    const room = count <= MOST_LATER_BLOCKS ? BLOCK_SUMS * count : 0;
    this.#blocks = hasBlocks ? sortedBlocks(rows.blocks, order) : new Float32Array(room).fill(NaN);
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
      if (this.#blocks.length > 0)
        this.#blocks.set(blocks.subarray(BLOCK_SUMS * k, BLOCK_SUMS * (k + 1)), BLOCK_SUMS * row);
      this.early[row] = early[k]!;
      this.sharpeError[row] = sharpeError[k]!;
      this.exact[row] = 1;
      this.#score(row);
    });
  }

  /** Rows by the score of an objective, best first; those without one last. */
  ranked(objective = 0): readonly number[] {
    const scores = this.scores[objective]!;
    const rank = (row: number): number => (Number.isNaN(scores[row]!) ? -Infinity : scores[row]!);
    return Array.from(scores, (_, row) => row).sort((a, b) => rank(b) - rank(a) || a - b);
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
    for (let row = 0; row < this.count; row++) {
      const around = neighbourhood(axes, this.place[row]!).flatMap((place) => {
        const at = this.rowOf(place);
        return at < 0 || Number.isNaN(scores![at]!) ? [] : [scores![at]!];
      });
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

function sortedBlocks(
  blocks: Float32Array<ArrayBuffer>,
  order: Uint32Array | null,
): Float32Array<ArrayBuffer> {
  if (!order) return blocks;
  const out = new Float32Array(blocks.length);
  order.forEach((from, k) =>
    out.set(blocks.subarray(BLOCK_SUMS * from, BLOCK_SUMS * (from + 1)), BLOCK_SUMS * k),
  );
  return out;
}
