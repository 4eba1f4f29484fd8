import type { Column } from '../core/column';
import { ColumnEvaluator } from '../script/column-evaluator';
import { paramsOf } from '../script/dependence';
import type { ColumnStore } from '../script/evaluate';
import type { NodeId } from '../script/plan';
import { parametersOf, type CellSetup } from './cell-run';

/** Bytes of columns that are kept between cells. */
const CAPACITY = 256 * 1024 * 1024;

/** A node with the swept parameters behind it, by their places in a cell. */
interface Slot {
  readonly node: NodeId;
  readonly places: readonly number[];
}

/**
 * Columns of cells: one for each node and values of the parameters behind it. Those that were used longest ago are
 * dropped beyond the capacity.
 */
export class TrialColumns {
  readonly #setup: CellSetup;
  readonly #store: ColumnStore;
  readonly #slots: readonly Slot[];
  readonly #kept = new Map<string, Column>();
  #bytes = 0;

  constructor(setup: CellSetup, nodes: readonly NodeId[], store: ColumnStore) {
    this.#setup = setup;
    this.#store = store;
    const params = paramsOf(setup.plan);
    this.#slots = nodes.map((node) => ({
      node,
      places: params[node]!.map((name) => setup.names.indexOf(name)).filter((place) => place >= 0),
    }));
  }

  /**
   * Columns of a cell, one for each node.
   *
   * @throws BacktabError `parameter_out_of_range` when an indicator refuses a value
   */
  of(cell: readonly number[]): readonly Column[] {
    let evaluator: ColumnEvaluator | null = null;
    return this.#slots.map(({ node, places }) => {
      const key = `${node} ${places.map((place) => cell[place]).join(' ')}`;
      const known = this.#kept.get(key);
      if (known) {
        this.#kept.delete(key);
        this.#kept.set(key, known);
        return known;
      }
      evaluator ??= new ColumnEvaluator(this.#setup.plan, parametersOf(this.#setup, cell), this.#store);
      const column = evaluator.column(node);
      this.#keep(key, column);
      return column;
    });
  }

  #keep(key: string, column: Column): void {
    this.#kept.set(key, column);
    this.#bytes += column.byteLength;
    for (const [oldest, { byteLength }] of this.#kept) {
      if (this.#bytes <= CAPACITY || oldest === key) return;
      this.#kept.delete(oldest);
      this.#bytes -= byteLength;
    }
  }
}
