import type { Column } from '../../../core/column';
import { batch } from '../../../indicators/batch';
import type { Indicator } from '../../../indicators/indicator';
import type { Program } from './program';

/** One indicator on columns of a table. */
export interface IndicatorCall {
  readonly indicator: Indicator;
  /** Column of each of its inputs. */
  readonly inputs: readonly number[];
  readonly params: readonly number[];
}

/** Rows that a graph computes. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Calls that begin and end at the same rows, as one program. */
export interface Group extends Span {
  readonly program: Program;
  readonly calls: readonly number[];
}

/** Where a call's outputs are. */
interface Composed {
  readonly group: Group;
  /** Its first output among the program's. */
  readonly first: number;
}

/** Calls that can be run again and again. */
export class PreparedCalls {
  readonly #calls: readonly IndicatorCall[];
  readonly #rows: number;
  readonly #columns: readonly Column[];
  readonly #groups: readonly Group[];
  readonly #composed: readonly (Composed | undefined)[];

  constructor(
    calls: readonly IndicatorCall[],
    rows: number,
    columns: readonly Column[],
    groups: readonly Group[],
  ) {
    this.#calls = calls;
    this.#rows = rows;
    this.#columns = columns;
    this.#groups = groups;
    const composed: (Composed | undefined)[] = calls.map(() => undefined);
    for (const group of groups) {
      let first = 0;
      for (const k of group.calls) {
        composed[k] = { group, first };
        first += calls[k]!.indicator.outputs.length;
      }
    }
    this.#composed = composed;
  }

  /** Calls that the graph computes, as far as their columns allow; the twin computes the others. */
  get composed(): number {
    return this.#groups.reduce((sum, { calls }) => sum + calls.length, 0);
  }

  /** Computes what graphs can, in WASM memory. */
  run(): void {
    for (const { program } of this.#groups) program.run();
  }

  /**
   * The outputs of a call. Where the graph computed every row they are views that other calls may share: they
   * are to be read only, and before the next `prepare`.
   */
  columns(k: number): readonly Column[] {
    const composed = this.#composed[k];
    if (!composed) return this.#twin(k);
    const { from, to, program } = composed.group;
    const views = this.#calls[k]!.indicator.outputs.map((_, j) => program.output(composed.first + j));
    if (this.isView(k)) return views;
    const outputs = views.map((view) => {
      const column = new Float64Array(this.#rows).fill(NaN, 0, from);
      column.set(view, from);
      return column;
    });
    if (to < this.#rows) this.#twin(k).forEach((twin, j) => outputs[j]!.set(twin.subarray(to), to));
    return outputs;
  }

  /** Whether `columns` gives views of a call's outputs. */
  isView(k: number): boolean {
    const group = this.#composed[k]?.group;
    return group?.from === 0 && group.to === this.#rows;
  }

  /** Whether a graph computes a call, as far as its columns allow. */
  isComposed(k: number): boolean {
    return this.#composed[k] !== undefined;
  }

  /** The outputs of each call in columns of their own: what `run` left in memory, and the twin's rows. */
  outputs(): Column[][] {
    return this.#calls.map((_, k) => {
      const columns = this.columns(k);
      return this.isView(k) ? columns.map((column) => column.slice()) : [...columns];
    });
  }

  #twin(k: number): Column[] {
    const { indicator, inputs, params } = this.#calls[k]!;
    return batch(
      indicator,
      inputs.map((input) => this.#columns[input]!),
      params,
    );
  }
}
