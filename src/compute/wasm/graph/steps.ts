import type { Graph } from '../../../indicators/graph/graph';
import { KEPT, type KernelCall } from '../../../indicators/graph/kernel';
import { operandsOf, type ColumnId, type NodeId } from '../../../indicators/graph/node';
import { loopCode, type LoopCode } from './loop-code';

/** An expression that is written to a column. */
export interface Written {
  readonly root: NodeId;
  /** First row that it is defined in. */
  readonly begin: number;
  readonly column: ColumnId;
}

/** One pass over a block of rows. */
export type Step =
  | {
      readonly kind: 'loop';
      readonly code: LoopCode;
      readonly begin: number;
      readonly outputs: readonly ColumnId[];
    }
  | {
      readonly kind: 'kernel';
      readonly call: KernelCall;
      readonly inputs: readonly { readonly column: ColumnId; readonly lag: number }[];
    };

/** What is done to each block, in order, and the columns that it takes. */
export interface Steps {
  readonly steps: readonly Step[];
  /** Number of columns: the graph's, and those of its expressions. */
  readonly columns: number;
  /** Rows before the present one that are read of each column. */
  readonly history: readonly number[];
  /** Column of each output. */
  readonly outputs: readonly ColumnId[];
}

/** Nodes of the expressions of one loop: more would only spill registers and take long to compile. */
const LOOP_NODES = 500;

/**
 * Orders a graph's work: kernels as early as their inputs are there, and between them one loop for all
 * expressions that can be computed then.
 *
 * @param outputs  expressions that are asked for, with the row at which they begin
 * @param isLong   whether columns are more than caches hold
 */
export function stepsOf(
  graph: Graph,
  outputs: readonly { readonly id: NodeId; readonly begin: number }[],
  isLong: boolean,
): Steps {
  return new Scheduler(graph).schedule(outputs, isLong);
}

class Scheduler {
  readonly #graph: Graph;
  /** Stage after which a column is there; inputs are there before the first. */
  readonly #stageOfColumn: number[];
  readonly #stageOfNode = new Map<NodeId, number>();
  readonly #written = new Map<string, Written>();
  /** Rows at which kernels' columns begin that are outputs themselves: what is before is blanked in the end. */
  readonly #begins = new Map<ColumnId, number>();
  readonly #loops: Written[][] = [];
  readonly #kernels: Step[][] = [];
  #columns: number;

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#columns = graph.columns;
    this.#stageOfColumn = Array<number>(graph.columns).fill(0);
  }

  schedule(outputs: readonly { readonly id: NodeId; readonly begin: number }[], isLong: boolean): Steps {
    for (const call of this.#neededCalls(outputs)) {
      const stage = Math.max(...call.inputs.map((input) => this.#stageOf(input)));
      for (const output of call.outputs) this.#stageOfColumn[output] = stage + 1;
      if (call.kernel === KEPT) {
        this.#writeTo(call.outputs[0]!, call.inputs[0]!, call.begin);
        continue;
      }
      const first = call.begin - (call.kernel.lead ?? 0);
      const inputs = call.inputs.map((input) => this.#readable(input, first));
      (this.#kernels[stage] ??= []).push({ kind: 'kernel', call, inputs });
    }
    const columns = outputs.map(({ id, begin }) => this.#columnOf(id, begin));
    const steps: Step[] = [];
    const last = Math.max(this.#loops.length, this.#kernels.length);
    for (let stage = 0; stage < last; stage++) {
      const loops = loopsOf(this.#graph, this.#loops[stage] ?? [], isLong);
      steps.push(...loops, ...(this.#kernels[stage] ?? []));
    }
    return { steps, columns: this.#columns, history: historyOf(steps, this.#columns), outputs: columns };
  }

  #neededCalls(outputs: readonly { readonly id: NodeId }[]): readonly KernelCall[] {
    const made = new Map(this.#graph.calls.flatMap((call) => call.outputs.map((column) => [column, call])));
    const needed = new Set<KernelCall>();
    const seen = new Set<NodeId>();
    const open = outputs.map(({ id }) => id);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const node = this.#graph.nodes[id]!;
      open.push(...operandsOf(node));
      const call = node.op === 'column' ? made.get(node.column) : undefined;
      if (!call || needed.has(call)) continue;
      needed.add(call);
      open.push(...call.inputs);
    }
    return this.#graph.calls.filter((call) => needed.has(call));
  }

  #stageOf(root: NodeId): number {
    const known = this.#stageOfNode.get(root);
    if (known !== undefined) return known;
    const node = this.#graph.nodes[root]!;
    const stage =
      node.op === 'column'
        ? this.#stageOfColumn[node.column]!
        : Math.max(0, ...operandsOf(node).map((operand) => this.#stageOf(operand)));
    this.#stageOfNode.set(root, stage);
    return stage;
  }

  /** The column, and how far back in it, that holds an expression. */
  #readable(root: NodeId, begin: number): { column: ColumnId; lag: number } {
    const node = this.#graph.nodes[root]!;
    if (node.op === 'column') return { column: node.column, lag: node.lag };
    return { column: this.#write(root, begin), lag: 0 };
  }

  /** The column that holds an expression row by row. */
  #columnOf(root: NodeId, begin: number): ColumnId {
    const node = this.#graph.nodes[root]!;
    const isMade = node.op === 'column' && node.lag === 0 && node.column >= this.#graph.inputs;
    if (!isMade || (this.#begins.get(node.column) ?? begin) !== begin) return this.#write(root, begin);
    this.#begins.set(node.column, begin);
    return node.column;
  }

  #write(root: NodeId, begin: number): ColumnId {
    return this.#written.get(keyOf(root, begin))?.column ?? this.#writeTo(this.#columns++, root, begin);
  }

  #writeTo(column: ColumnId, root: NodeId, begin: number): ColumnId {
    const written = { root, begin, column };
    this.#written.set(keyOf(root, begin), written);
    (this.#loops[this.#stageOf(root)] ??= []).push(written);
    return column;
  }
}

const keyOf = (root: NodeId, begin: number): string => `${root} ${begin}`;

/** Loops for expressions that begin at the same row; each of a bearable size. */
function loopsOf(graph: Graph, written: readonly Written[], isLong: boolean): Step[] {
  const groups = new Map<number, Written[]>();
  for (const entry of written) {
    const group = groups.get(entry.begin);
    if (group) group.push(entry);
    else groups.set(entry.begin, [entry]);
  }
  return [...groups].flatMap(([begin, group]) =>
    parted(graph, group).map((part) => ({
      kind: 'loop' as const,
      code: loopCode(
        graph.nodes,
        part.map(({ root }) => root),
        isLong,
      ),
      begin,
      outputs: part.map(({ column }) => column),
    })),
  );
}

function parted(graph: Graph, written: readonly Written[]): Written[][] {
  const parts: Written[][] = [];
  let seen = new Set<NodeId>();
  for (const entry of written) {
    const before = seen.size;
    visit(graph, entry.root, seen);
    if (before === 0 || seen.size > LOOP_NODES) {
      parts.push([entry]);
      seen = new Set();
      visit(graph, entry.root, seen);
    } else parts.at(-1)!.push(entry);
  }
  return parts;
}

function visit(graph: Graph, root: NodeId, seen: Set<NodeId>): void {
  if (seen.has(root)) return;
  seen.add(root);
  for (const operand of operandsOf(graph.nodes[root]!)) visit(graph, operand, seen);
}

function historyOf(steps: readonly Step[], columns: number): number[] {
  const history = Array<number>(columns).fill(0);
  const need = (column: ColumnId, rows: number): void => {
    history[column] = Math.max(history[column]!, rows);
  };
  for (const step of steps) {
    if (step.kind === 'loop') for (const { column, back } of step.code.columns) need(column, back);
    else {
      const rows = step.call.kernel.history(step.call.params);
      for (const { column, lag } of step.inputs) need(column, lag + rows);
    }
  }
  return history;
}
