import type { Column } from '../core/column';
import type { NodeId, Plan } from './plan';
import type { RowProgram } from './row-program';

/**
 * Values that plots and messages show and that the position decides: they are known only while the engine runs, so the
 * strategy writes them down bar by bar. Rows that no run has reached are NaN.
 */
export class AccountRecord {
  readonly nodes: readonly NodeId[];
  readonly #columns = new Map<NodeId, Column>();

  constructor(plan: Plan) {
    const shown = [...plan.plots.map(({ node }) => node), ...plan.annotations.flatMap(annotationNodes)];
    this.nodes = [...new Set(shown)].filter((id) => plan.rates[id] === 'account');
  }

  /** What writes down a row after the program has run it; null when there is nothing to write down. */
  begin(program: RowProgram, rows: number): ((row: number) => void) | null {
    if (this.nodes.length === 0) return null;
    const reads = this.nodes.map((id) => program.reader(id));
    const columns = this.nodes.map((id) => {
      const column = new Float64Array(rows).fill(NaN);
      this.#columns.set(id, column);
      return column;
    });
    return (row) => {
      for (let k = 0; k < reads.length; k++) columns[k]![row] = reads[k]!(row);
    };
  }

  /** Values of a node, one per row; undefined when it does not depend on the position or nothing has run. */
  column(id: NodeId): Column | undefined {
    return this.#columns.get(id);
  }
}

/** Values that an annotation needs, its condition first. */
export const annotationNodes = (annotation: Plan['annotations'][number]): readonly NodeId[] => [
  annotation.when,
  ...('parts' in annotation ? annotation.parts.flatMap((part) => ('node' in part ? [part.node] : [])) : []),
];
