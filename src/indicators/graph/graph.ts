import type { Kernel, KernelCall } from './kernel';
import type { BinaryOperation, ColumnId, GraphNode, NodeId, UnaryOperation } from './node';
import { operandsOf } from './node';

/**
 * What a batch computes, as data: elementwise expressions over columns, and kernel calls that make
 * columns of expressions. Equal parts are one part, so indicators of one graph share what they have in
 * common. A backend runs it block by block (`src/compute/wasm/graph`).
 */
export class Graph {
  readonly #nodes: GraphNode[] = [];
  readonly #nodeOf = new Map<string, NodeId>();
  readonly #calls: KernelCall[] = [];
  readonly #callOf = new Map<string, KernelCall>();
  readonly inputs: number;
  /** Row of the columns that is row 0 here, for outputs that count rows. */
  readonly origin: number;
  #columns: number;

  /** @param inputs  number of input columns; their ids are `0 .. inputs - 1` */
  constructor(inputs: number, origin = 0) {
    this.inputs = inputs;
    this.origin = origin;
    this.#columns = inputs;
  }

  get nodes(): readonly GraphNode[] {
    return this.#nodes;
  }

  /** In an order in which they can be computed. */
  get calls(): readonly KernelCall[] {
    return this.#calls;
  }

  get columns(): number {
    return this.#columns;
  }

  column(column: ColumnId, lag: number): NodeId {
    return this.#node({ op: 'column', column, lag }, `c${column} ${lag}`);
  }

  constant(value: number): NodeId {
    return this.#node({ op: 'constant', value }, `k${Object.is(value, -0) ? '-0' : value}`);
  }

  unary(op: UnaryOperation, of: NodeId): NodeId {
    return this.#node({ op, of }, `${op} ${of}`);
  }

  binary(op: BinaryOperation, left: NodeId, right: NodeId): NodeId {
    return this.#node({ op, left, right }, `${op} ${left} ${right}`);
  }

  select(test: NodeId, yes: NodeId, no: NodeId): NodeId {
    return this.#node({ op: 'select', test, yes, no }, `select ${test} ${yes} ${no}`);
  }

  /** Columns of a kernel call whose inputs have all begun at row `begin`. */
  call(
    kernel: Kernel,
    inputs: readonly NodeId[],
    params: readonly number[],
    begin: number,
  ): readonly ColumnId[] {
    const key = `${kernel.name} (${inputs.join(' ')}) (${params.join(' ')}) ${begin}`;
    const known = this.#callOf.get(key);
    if (known) return known.outputs;
    const outputs = Array.from({ length: kernel.outputs }, () => this.#columns++);
    const call = { kernel, params, inputs, begin, outputs };
    this.#calls.push(call);
    this.#callOf.set(key, call);
    return outputs;
  }

  /** The same expression `rows` rows ago: every column in it is read that much earlier. */
  delayed(root: NodeId, rows: number): NodeId {
    const done = new Map<NodeId, NodeId>();
    const delay = (id: NodeId): NodeId => {
      const known = done.get(id);
      if (known !== undefined) return known;
      const made = this.#rebuilt(this.#nodes[id]!, delay, rows, id);
      done.set(id, made);
      return made;
    };
    return rows === 0 ? root : delay(root);
  }

  #rebuilt(node: GraphNode, delay: (id: NodeId) => NodeId, rows: number, id: NodeId): NodeId {
    if (node.op === 'column') return this.column(node.column, node.lag + rows);
    const [a = id, b = id, c = id] = operandsOf(node).map(delay);
    if ('of' in node) return this.unary(node.op, a);
    if ('left' in node) return this.binary(node.op, a, b);
    return node.op === 'select' ? this.select(a, b, c) : id;
  }

  #node(node: GraphNode, key: string): NodeId {
    const known = this.#nodeOf.get(key);
    if (known !== undefined) return known;
    this.#nodeOf.set(key, this.#nodes.length);
    return this.#nodes.push(node) - 1;
  }
}
