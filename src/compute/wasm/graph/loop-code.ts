import {
  operandsOf,
  type BinaryOperation,
  type ColumnId,
  type GraphNode,
  type NodeId,
} from '../../../indicators/graph/node';
import { BacktabError } from '../../../core/errors';
import { ByteWriter } from './bytes';

/** A loop over rows that writes one column per root expression. */
export interface LoopCode {
  /** A module that imports `env.memory` and exports `run(bytes, …columns, …outputs, constants, step, stride)`. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Columns that are read, in the order of their pointers; each pointer stands `back` rows before the first row. */
  readonly columns: readonly { readonly column: ColumnId; readonly back: number }[];
  /** Stretches of rows that a step takes side by side: of `bytes` each, begun `stride` bytes apart. */
  readonly stretches: number;
  /** Bytes of a stretch that a step takes; the pointers move by `step` bytes then, which is as many or their negative. */
  readonly stepBytes: number;
  /** Numbers that lie one after the other at the address `constants`. */
  readonly constants: readonly number[];
}

const I32 = 0x7f;
const V128 = 0x7b;
const SIMD = 0xfd;
const VECTOR_BYTES = 16;
/** Up to so many nodes a step takes four vectors, and up to so many two. */
const SHORT = 16;
const MIDDLING = 48;
const BYTES_PER_NUMBER = 8;
/** Of a long column: memory answers to some streams of lines sooner than to one. */
const STRETCHES = 4;

/** Second byte and further ones of the vector instructions, after 0xfd (WebAssembly 2.0, section 5.4.8). */
const UNARY: Readonly<Record<string, number>> = {
  sqrt: 0xef,
  ceil: 0x74,
  floor: 0x75,
  not: 0x4d,
};
const BINARY: Readonly<Record<BinaryOperation, number>> = {
  add: 0xf0,
  sub: 0xf1,
  mul: 0xf2,
  div: 0xf3,
  min: 0xf6,
  max: 0xf7,
  lt: 0x49,
  le: 0x4b,
  eq: 0x47,
  and: 0x4e,
  and_not: 0x4f,
  or: 0x50,
};
const BITSELECT = 0x52;

/** Of -0, the bit of the sign: engines build it anew for each `f64x2.abs` and `f64x2.neg`. */
const SIGN: NodeId = -1;
/** What takes it, as the second operand of these instructions. */
const BY_SIGN: Readonly<Record<string, number>> = { abs: 0x4f, neg: 0x51 };
const SIGNED: readonly string[] = Object.keys(BY_SIGN);

/**
 * Translates expressions into one WebAssembly loop, two rows a step, or four or eight where there is little to
 * do in one. It writes whole steps: up to seven rows beyond the last.
 *
 * @param nodes  the graph's nodes
 * @param roots  expressions, one for each output column
 * @param isLong whether the rows are more than caches hold; then short expressions go in stretches
 */
export function loopCode(nodes: readonly GraphNode[], roots: readonly NodeId[], isLong: boolean): LoopCode {
  const used = reachable(nodes, roots);
  const columns = columnsOf(nodes, used);
  const constants = used.filter((id) => nodes[id]!.op === 'constant');
  if (used.some((id) => SIGNED.includes(nodes[id]!.op))) constants.push(SIGN);
  const stretches = isLong && used.length <= SHORT ? STRETCHES : 1;
  const parameters = columns.length + roots.length + 4;
  const vectors = vectorsOf(used.length);
  const body = new BodyWriter(nodes, used, roots, columns, constants, vectors, stretches);

  const type = new ByteWriter().unsigned(1).byte(0x60).unsigned(parameters);
  for (let i = 0; i < parameters; i++) type.byte(I32);
  type.unsigned(0);
  const memory = new ByteWriter().unsigned(1).name('env').name('memory').byte(0x02, 0x00).unsigned(1);
  const bytes = new ByteWriter()
    .byte(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00)
    .section(1, type)
    .section(2, memory)
    .section(3, new ByteWriter().unsigned(1).unsigned(0))
    .section(7, new ByteWriter().unsigned(1).name('run').byte(0x00).unsigned(0))
    .section(10, new ByteWriter().unsigned(1).sized(body.written()))
    .done();
  const numbers = constants.map((id) => valueOf(nodes[id]));
  return { bytes, columns, stretches, stepBytes: vectors * VECTOR_BYTES, constants: numbers };
}

const vectorsOf = (nodes: number): number => (nodes <= SHORT ? 4 : nodes <= MIDDLING ? 2 : 1);

const valueOf = (node: GraphNode | undefined): number => (node?.op === 'constant' ? node.value : -0);

/** All nodes that the roots need, operands first. */
function reachable(nodes: readonly GraphNode[], roots: readonly NodeId[]): NodeId[] {
  const seen = new Set<NodeId>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...operandsOf(nodes[id]!));
  }
  return [...seen].toSorted((a, b) => a - b);
}

function columnsOf(
  nodes: readonly GraphNode[],
  used: readonly NodeId[],
): { column: ColumnId; back: number }[] {
  const back = new Map<ColumnId, number>();
  for (const id of used) {
    const node = nodes[id]!;
    if (node.op === 'column') back.set(node.column, Math.max(back.get(node.column) ?? 0, node.lag));
  }
  return [...back].map(([column, rows]) => ({ column, back: rows }));
}

class BodyWriter {
  readonly #nodes: readonly GraphNode[];
  readonly #columns: LoopCode['columns'];
  readonly #constants: readonly NodeId[];
  readonly #code = new ByteWriter();
  /** How often a node is used; those of more than one use have a local. */
  readonly #uses = new Map<NodeId, number>();
  readonly #localOf = new Map<NodeId, number>();
  /**
   * Locals of the address of the constants, of the step, of the stride and its multiples, of how far the pointers have moved,
   * and of the first constant. Pointers that moved themselves would be more than engines keep in registers.
   */
  readonly #constantsAt: number;
  readonly #step: number;
  readonly #stride: number;
  readonly #moved: number;
  readonly #firstConstant: number;
  #locals: number;
  /** Of the vector that is being written: its stretch, and bytes from the pointers. */
  #stretch = 0;
  #offset = 0;

  constructor(
    nodes: readonly GraphNode[],
    used: readonly NodeId[],
    roots: readonly NodeId[],
    columns: LoopCode['columns'],
    constants: readonly NodeId[],
    vectors: number,
    stretches: number,
  ) {
    this.#nodes = nodes;
    this.#columns = columns;
    this.#constants = constants;
    this.#constantsAt = 1 + columns.length + roots.length;
    this.#step = this.#constantsAt + 1;
    this.#stride = this.#step + 1;
    this.#moved = this.#stride + Math.max(1, stretches - 1);
    this.#firstConstant = this.#moved + 1;
    this.#locals = this.#firstConstant + constants.length;
    for (const id of [...roots, ...used.flatMap((node) => operandsOf(nodes[node]!))])
      this.#uses.set(id, (this.#uses.get(id) ?? 0) + 1);
    this.#loadConstants();
    this.#multiplyStride();
    this.#writeLoop(roots, vectors, stretches);
  }

  written(): ByteWriter {
    const addresses = this.#firstConstant - this.#stride - 1;
    const vectors = this.#locals - this.#firstConstant;
    const body = new ByteWriter().unsigned(2).unsigned(addresses).byte(I32).unsigned(vectors).byte(V128);
    return new ByteWriter().append(body).append(this.#code).byte(0x0b);
  }

  #loadConstants(): void {
    this.#constants.forEach((_, k) => {
      this.#get(this.#constantsAt)
        .#simd(0x0a)
        .byte(3)
        .unsigned(k * BYTES_PER_NUMBER);
      this.#code.byte(0x21).unsigned(this.#firstConstant + k);
    });
  }

  #multiplyStride(): void {
    for (let multiple = this.#stride + 1; multiple < this.#moved; multiple++) {
      this.#get(multiple - 1)
        .#get(this.#stride)
        .#set(multiple, 0x6a);
    }
  }

  #writeLoop(roots: readonly NodeId[], vectors: number, stretches: number): void {
    this.#code.byte(0x03, 0x40);
    for (let vector = 0; vector < vectors * stretches; vector++) {
      this.#localOf.clear();
      this.#stretch = Math.floor(vector / vectors);
      this.#offset = (vector % vectors) * VECTOR_BYTES;
      roots.forEach((root, k) => {
        this.#address(1 + this.#columns.length + k).#push(root);
        this.#simd(0x0b).byte(3).unsigned(this.#offset);
      });
    }
    this.#get(this.#moved).#get(this.#step).#set(this.#moved, 0x6a);
    this.#get(0)
      .#code.byte(0x41)
      .signed(VECTOR_BYTES * vectors);
    this.#set(0, 0x6b);
    // Back to the start while more than no bytes are left.
    this.#get(0).#code.byte(0x41, 0x00, 0x4a, 0x0d, 0x00, 0x0b);
  }

  /** Sets a local to what an instruction makes of the operands before it. */
  #set(local: number, instruction: number): void {
    this.#code.byte(instruction, 0x21).unsigned(local);
  }

  #push(id: NodeId): void {
    const node = this.#nodes[id]!;
    if (node.op === 'constant') {
      this.#constant(id);
      return;
    }
    const known = this.#localOf.get(id);
    if (known !== undefined) {
      this.#get(known);
      return;
    }
    this.#compute(node);
    if ((this.#uses.get(id) ?? 0) < 2) return;
    this.#localOf.set(id, this.#locals);
    this.#code.byte(0x22).unsigned(this.#locals++);
  }

  #compute(node: GraphNode): void {
    if (node.op === 'column') {
      const at = this.#columns.findIndex(({ column }) => column === node.column);
      const ahead = (this.#columns[at]!.back - node.lag) * BYTES_PER_NUMBER;
      this.#address(1 + at)
        .#simd(0x00)
        .byte(3)
        .unsigned(ahead + this.#offset);
    } else if ('of' in node) {
      this.#push(node.of);
      const bySign = BY_SIGN[node.op];
      if (bySign !== undefined) this.#constant(SIGN);
      this.#simd(bySign ?? UNARY[node.op]!);
    } else if ('left' in node) {
      this.#push(node.left);
      this.#push(node.right);
      this.#simd(BINARY[node.op]);
    } else if (node.op === 'select') {
      this.#push(node.yes);
      this.#push(node.no);
      this.#push(node.test);
      this.#simd(BITSELECT);
    } else throw new BacktabError('internal', { detail: `${node.op} in a loop` });
  }

  #constant(id: NodeId): void {
    this.#get(this.#firstConstant + this.#constants.indexOf(id));
  }

  /** Of a pointer, in the stretch that is being written. */
  #address(pointer: number): this {
    this.#get(pointer).#get(this.#moved);
    if (this.#stretch > 0) this.#get(this.#stride + this.#stretch - 1).#code.byte(0x6a);
    this.#code.byte(0x6a);
    return this;
  }

  #get(local: number): this {
    this.#code.byte(0x20).unsigned(local);
    return this;
  }

  #simd(instruction: number): ByteWriter {
    return this.#code.byte(SIMD).unsigned(instruction);
  }
}
