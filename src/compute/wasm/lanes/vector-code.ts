import { operandsOf, type SweepNodeId, type SweepProgram } from '../../../core/sweep-program';
import { BacktabError } from '../../../core/errors';
import { BINARY_CALLS, UNARY_CALLS } from './expression-code';
import { I32, OP, V128, type FunctionWriter } from './function-writer';
import { heardBits } from './order-word';
import type { ProgramLayout } from './program-layout';

/** Vector instructions, after the prefix (WebAssembly 2.0, section 5.4.8). */
const SIMD = {
  load: 0x00,
  loadSplat: 0x0a,
  storeByteLane: 0x58,
  wordSplat: 0x12,
  numberSplat: 0x14,
  lt: 0x49,
  gt: 0x4a,
  not: 0x4d,
  and: 0x4e,
  or: 0x50,
  select: 0x52,
} as const;
const UNARY: Readonly<Record<string, number>> = { ceil: 0x74, floor: 0x75, neg: 0xed, sqrt: 0xef };
const BINARY: Readonly<Record<string, number>> = {
  eq: 0x47,
  lt: 0x49,
  gt: 0x4a,
  le: 0x4b,
  ge: 0x4c,
  and: 0x4e,
  or: 0x50,
  add: 0xf0,
  sub: 0xf1,
  mul: 0xf2,
  div: 0xf3,
};
const TRUTHS: ReadonlySet<string> = new Set(['lt', 'le', 'gt', 'ge', 'eq', 'ne', 'and', 'or']);
const CALLS: ReadonlySet<string> = new Set([...UNARY_CALLS, ...BINARY_CALLS]);
/** Vectors of two rows that a step of the loop takes. */
const VECTORS = 2;
const VECTOR_BYTES = 16;

/**
 * Rows before a row that the conditions of a program's orders read, at which vectors of rows can begin; null where a condition
 * calls a function, and rows go one by one.
 */
export function vectorLead(program: SweepProgram): number | null {
  const { nodes, orders, follows } = program;
  const leads = new Map<SweepNodeId, number | null>();
  const leadOf = (id: SweepNodeId): number | null => {
    const known = leads.get(id);
    if (known !== undefined) return known;
    const node = nodes[id]!;
    const own = node.op === 'history' ? node.bars : node.op === 'cross' ? 1 : 0;
    const isCall = (node.op === 'unary' || node.op === 'binary') && CALLS.has(node.operator);
    const behind = operandsOf(node).map(leadOf);
    const lead =
      isCall || behind.includes(null) ? null : own + Math.max(0, ...behind.map((rows) => rows ?? 0));
    leads.set(id, lead);
    return lead;
  };
  const all = orders.filter(({ when }) => !follows[when]).map(({ when }) => leadOf(when));
  return all.includes(null) ? null : Math.max(0, ...all.map((rows) => rows ?? 0));
}

/** A vector in a local variable: two numbers, or two truth values as masks. */
interface Value {
  readonly local: number;
  readonly isTruth: boolean;
}

/** Writes the loop over vectors of rows that finds where orders act; it writes whole steps, so some rows beyond the last. */
export class VectorCode {
  readonly #program: SweepProgram;
  readonly #layout: ProgramLayout;
  readonly #code: FunctionWriter;
  readonly #offset: number;
  /** Locals that are set before the loop. */
  readonly #fixed = new Map<string, number>();
  readonly #values = new Map<string, Value>();
  #vector = 0;

  /** @param offset  local for the row in bytes of a column */
  constructor(program: SweepProgram, layout: ProgramLayout, code: FunctionWriter) {
    this.#program = program;
    this.#layout = layout;
    this.#code = code;
    this.#offset = code.local(I32);
  }

  /** The loop from `row` on, to `rows`; all three are locals. */
  write(out: number, row: number, rows: number): void {
    const code = this.#code;
    const { orders, follows } = this.#program;
    code.get(row).int(3).op(OP.i32Shl).set(this.#offset);
    code.get(row).get(rows).op(OP.i32LtS, OP.if, 0x40);
    code.op(OP.loop, 0x40);
    for (this.#vector = 0; this.#vector < VECTORS; this.#vector++) {
      this.#values.clear();
      const heard = code.local(V128);
      code.get(this.#fixedWord(0)).set(heard);
      for (const order of orders) {
        const bits = this.#fixedWord(heardBits(order));
        if (follows[order.when]) code.get(bits);
        else {
          this.#pushTruth(this.#value(order.when, 0));
          code.get(bits).simd(SIMD.and);
        }
        code.get(heard).simd(SIMD.or).set(heard);
      }
      for (const lane of [0, 1]) {
        code.get(out).get(row).op(OP.i32Add).get(heard);
        code
          .simd(SIMD.storeByteLane)
          .op(0)
          .index(2 * this.#vector + lane)
          .op(8 * lane);
      }
    }
    code
      .get(this.#offset)
      .int(VECTORS * VECTOR_BYTES)
      .op(OP.i32Add)
      .set(this.#offset);
    code
      .get(row)
      .int(2 * VECTORS)
      .op(OP.i32Add)
      .set(row);
    code.get(row).get(rows).op(OP.i32LtS, OP.brIf, 0, OP.end, OP.end);
  }

  #pushNumber({ local, isTruth }: Value): void {
    this.#code.get(local);
    if (isTruth) this.#code.get(this.#fixedNumber(1)).simd(SIMD.and);
  }

  #pushTruth({ local, isTruth }: Value): void {
    this.#code.get(local);
    if (!isTruth) this.#code.get(this.#fixedNumber(1)).simd(BINARY['eq']!);
  }

  #value(id: SweepNodeId, lag: number): Value {
    const node = this.#program.nodes[id]!;
    if (node.op === 'constant') return { local: this.#fixedNumber(node.value), isTruth: false };
    if (node.op === 'number') return { local: this.#number(node.slot), isTruth: false };
    if (node.op === 'history') return this.#value(node.of, lag + node.bars);
    const key = `${id} ${lag}`;
    const known = this.#values.get(key);
    if (known) return known;
    const isTruth = this.#make(id, lag);
    const local = this.#code.local(V128);
    this.#code.set(local);
    const value = { local, isTruth };
    this.#values.set(key, value);
    return value;
  }

  /** Leaves a node's vector on the stack and answers whether it is of truth values. */
  #make(id: SweepNodeId, lag: number): boolean {
    const node = this.#program.nodes[id]!;
    const code = this.#code;
    switch (node.op) {
      case 'column':
        code.get(this.#pointer(node.slot, lag)).get(this.#offset).op(OP.i32Add);
        code
          .simd(SIMD.load)
          .op(3)
          .index(VECTOR_BYTES * this.#vector);
        return false;
      case 'unary': {
        const of = this.#value(node.of, lag);
        if (node.operator === 'not') {
          this.#pushTruth(of);
          code.simd(SIMD.not);
          return true;
        }
        this.#pushNumber(of);
        code.simd(UNARY[node.operator]!);
        return false;
      }
      case 'binary': {
        const operands = [this.#value(node.left, lag), this.#value(node.right, lag)];
        const isLogic = node.operator === 'and' || node.operator === 'or';
        const push = (): void =>
          operands.forEach((x) => (isLogic ? this.#pushTruth(x) : this.#pushNumber(x)));
        push();
        if (node.operator === 'ne') {
          code.simd(SIMD.lt);
          push();
          code.simd(SIMD.gt).simd(SIMD.or);
        } else code.simd(BINARY[node.operator]!);
        return TRUTHS.has(node.operator);
      }
      case 'conditional': {
        const [test, yes, no] = [node.test, node.yes, node.no].map((of) => this.#value(of, lag));
        const isTruth = yes!.isTruth && no!.isTruth;
        for (const arm of [yes!, no!]) {
          if (isTruth) this.#pushTruth(arm);
          else this.#pushNumber(arm);
        }
        this.#pushTruth(test!);
        code.simd(SIMD.select);
        return isTruth;
      }
      case 'cross': {
        const [x, y] = [this.#value(node.above, lag), this.#value(node.below, lag)];
        const [before, other] = [this.#value(node.above, lag + 1), this.#value(node.below, lag + 1)];
        this.#pushNumber(before);
        this.#pushNumber(other);
        code.simd(BINARY['le']!);
        this.#pushNumber(x);
        this.#pushNumber(y);
        code.simd(SIMD.gt).simd(SIMD.and);
        return true;
      }
      default:
        throw new BacktabError('internal', { detail: `${node.op} in vectors of rows` });
    }
  }

  /** Address of a column so many rows before its first. */
  #pointer(slot: number, lag: number): number {
    return this.#before(`column ${slot} ${lag}`, I32, (code) => {
      code.int(this.#layout.columns + 4 * slot).loadInt();
      if (lag > 0) code.int(8 * lag).op(OP.i32Sub);
    });
  }

  #number(slot: number): number {
    return this.#before(`number ${slot}`, V128, (code) => {
      code.int(this.#layout.numbers + 8 * slot);
      code.simd(SIMD.loadSplat).op(3, 0);
    });
  }

  #fixedNumber(value: number): number {
    const key = `constant ${Object.is(value, -0) ? '-0' : value}`;
    return this.#before(key, V128, (code) => code.number(value).simd(SIMD.numberSplat));
  }

  #fixedWord(bits: number): number {
    return this.#before(`word ${bits}`, V128, (code) => code.long(bits).simd(SIMD.wordSplat));
  }

  #before(key: string, type: typeof I32 | typeof V128, write: (code: FunctionWriter) => unknown): number {
    const known = this.#fixed.get(key);
    if (known !== undefined) return known;
    const code = this.#code;
    const local = code.local(type);
    code.inPrelude(() => {
      write(code);
      code.set(local);
    });
    this.#fixed.set(key, local);
    return local;
  }
}
