import type { SweepNode, SweepNodeId, SweepProgram, BinaryOperator } from '../../../core/sweep-program';
import { BacktabError } from '../../../core/errors';
import { F64, I32, OP, type FunctionWriter } from './function-writer';
import { ACCOUNT, type ProgramLayout } from './program-layout';

type Of<K extends SweepNode['op']> = Extract<SweepNode, { op: K }>;

/** Functions that generated code calls, in the order of their imports: those without an instruction of their own. */
export const UNARY_CALLS = ['sign', 'round', 'exp', 'ln', 'log10'] as const;
export const BINARY_CALLS = ['mod', 'pow'] as const;

const UNARY: Readonly<Record<string, number>> = {
  neg: OP.f64Neg,
  floor: OP.f64Floor,
  ceil: OP.f64Ceil,
  sqrt: OP.f64Sqrt,
};
const BINARY: Partial<Record<BinaryOperator, number>> = {
  add: OP.f64Add,
  sub: OP.f64Sub,
  mul: OP.f64Mul,
  div: OP.f64Div,
  lt: OP.f64Lt,
  le: OP.f64Le,
  gt: OP.f64Gt,
  ge: OP.f64Ge,
  eq: OP.f64Eq,
};
const TRUTHS: ReadonlySet<string> = new Set(['lt', 'le', 'gt', 'ge', 'eq', 'ne', 'and', 'or']);

/** A value in a local variable: a number, or a truth value as a whole number. */
interface Value {
  readonly local: number;
  readonly isTruth: boolean;
}

/**
 * Code of a program's nodes in one function. Every node is computed once, before it is used, whatever is chosen later;
 * those that an earlier row is wanted of are computed once for each row.
 */
export class ExpressionCode {
  readonly #program: SweepProgram;
  readonly #layout: ProgramLayout;
  readonly #code: FunctionWriter;
  readonly #row: number;
  readonly #values = new Map<string, Value>();

  /** @param row  local with the row */
  constructor(program: SweepProgram, layout: ProgramLayout, code: FunctionWriter, row: number) {
    this.#program = program;
    this.#layout = layout;
    this.#code = code;
    this.#row = row;
  }

  /** Puts a node on the stack as a number. */
  pushNumber(id: SweepNodeId): void {
    this.#pushNumber(this.#value(id, 0));
  }

  /** Puts a node on the stack as 1 or 0. */
  pushTruth(id: SweepNodeId): void {
    this.#pushTruth(this.#value(id, 0));
  }

  /** Computes a node where it is not yet. */
  compute(id: SweepNodeId): void {
    this.#value(id, 0);
  }

  #pushNumber({ local, isTruth }: Value): void {
    this.#code.get(local);
    if (isTruth) this.#code.op(OP.f64FromI32);
  }

  #pushTruth({ local, isTruth }: Value): void {
    this.#code.get(local);
    if (!isTruth) this.#code.number(1).op(OP.f64Eq);
  }

  #value(id: SweepNodeId, lag: number): Value {
    const key = `${id} ${lag}`;
    const known = this.#values.get(key);
    if (known) return known;
    const isTruth = this.#make(id, lag);
    const local = this.#code.local(isTruth ? I32 : F64);
    this.#code.set(local);
    const value = { local, isTruth };
    this.#values.set(key, value);
    return value;
  }

  /** Leaves a node's value on the stack and answers whether it is a truth value. */
  #make(id: SweepNodeId, lag: number): boolean {
    const node = this.#program.nodes[id]!;
    const code = this.#code;
    switch (node.op) {
      case 'constant':
        code.number(node.value);
        return false;
      case 'number':
        code.int(this.#layout.numbers + 8 * node.slot).loadNumber();
        return false;
      case 'column':
        this.#column(node, lag);
        return false;
      case 'account':
        code.int(this.#layout.account).loadNumber(ACCOUNT[node.field]);
        return false;
      case 'state':
        this.#state(node);
        return false;
      case 'unary':
        return this.#unary(node, lag);
      case 'binary':
        return this.#binary(node, lag);
      case 'conditional':
        return this.#conditional(node, lag);
      case 'history':
        return this.#history(id, node, lag);
      case 'cross':
        return this.#cross(id, node, lag);
    }
  }

  #column({ slot }: Of<'column'>, lag: number): void {
    const code = this.#code;
    if (lag > 0) code.get(this.#row).int(lag).op(OP.i32GeS, OP.if, F64);
    code.int(this.#layout.columns + 4 * slot).loadInt();
    code.get(this.#row);
    if (lag > 0) code.int(lag).op(OP.i32Sub);
    code.int(3).op(OP.i32Shl, OP.i32Add).loadNumber();
    if (lag > 0) code.op(OP.else).number(NaN).op(OP.end);
  }

  /** Before the first row there is none: it is what it begins with. */
  #state({ state }: Of<'state'>): void {
    const kept = this.#layout.states[state]!;
    const initial = this.#value(this.#program.states[state]!.initial, 0);
    const code = this.#code;
    code.int(kept).loadNumber();
    this.#pushNumber(initial);
    code.int(kept).loadInt(8).op(OP.select);
  }

  #unary({ operator, of }: Of<'unary'>, lag: number): boolean {
    const value = this.#value(of, lag);
    if (operator === 'not') {
      this.#pushTruth(value);
      this.#code.op(OP.i32Eqz);
      return true;
    }
    this.#pushNumber(value);
    const instruction = UNARY[operator];
    if (instruction !== undefined) this.#code.op(instruction);
    else this.#code.call(UNARY_CALLS.findIndex((name) => name === operator));
    return false;
  }

  #binary({ operator, left, right }: Of<'binary'>, lag: number): boolean {
    const [x, y] = [this.#value(left, lag), this.#value(right, lag)];
    const code = this.#code;
    if (operator === 'and' || operator === 'or') {
      this.#pushTruth(x);
      this.#pushTruth(y);
      code.op(operator === 'and' ? OP.i32And : OP.i32Or);
      return true;
    }
    this.#pushNumber(x);
    this.#pushNumber(y);
    if (operator === 'ne') {
      code.op(OP.f64Lt);
      this.#pushNumber(x);
      this.#pushNumber(y);
      code.op(OP.f64Gt, OP.i32Or);
      return true;
    }
    const instruction = BINARY[operator];
    if (instruction !== undefined) code.op(instruction);
    else code.call(UNARY_CALLS.length + BINARY_CALLS.findIndex((name) => name === operator));
    return TRUTHS.has(operator);
  }

  #conditional({ test, yes, no }: Of<'conditional'>, lag: number): boolean {
    const [t, y, n] = [this.#value(test, lag), this.#value(yes, lag), this.#value(no, lag)];
    const isTruth = y.isTruth && n.isTruth;
    for (const arm of [y, n]) {
      if (isTruth) this.#pushTruth(arm);
      else this.#pushNumber(arm);
    }
    this.#pushTruth(t);
    this.#code.op(OP.select);
    return isTruth;
  }

  #history(id: SweepNodeId, { of, bars }: Of<'history'>, lag: number): boolean {
    const code = this.#code;
    const ring = this.#layout.rings.get(id);
    if (ring !== undefined) {
      this.pushRingPlace(bars);
      code.loadNumber(ring);
      return false;
    }
    const value = this.#value(of, lag + bars);
    this.#pushNumber(value);
    code.number(NaN);
    code
      .get(this.#row)
      .int(lag + bars)
      .op(OP.i32GeS, OP.select);
    return false;
  }

  /** Puts the place of the row in a ring of so many rows on the stack. */
  pushRingPlace(bars: number): void {
    this.#code.get(this.#row).int(bars).op(OP.i32RemU).int(3).op(OP.i32Shl);
  }

  #cross(id: SweepNodeId, { above, below }: Of<'cross'>, lag: number): boolean {
    const code = this.#code;
    const [x, y] = [this.#value(above, lag), this.#value(below, lag)];
    const kept = this.#layout.crosses.get(id);
    if (kept === undefined) {
      const [xBefore, yBefore] = [this.#value(above, lag + 1), this.#value(below, lag + 1)];
      code.get(this.#row).int(lag).op(OP.i32GtS);
      this.#pushNumber(xBefore);
      this.#pushNumber(yBefore);
      code.op(OP.f64Le, OP.i32And);
    } else {
      if (lag > 0) throw new BacktabError('internal', { detail: 'an earlier row of the account' });
      code.int(kept).loadInt();
    }
    this.#pushNumber(x);
    this.#pushNumber(y);
    code.op(OP.f64Gt, OP.i32And);
    if (kept === undefined) return true;
    code.int(kept);
    this.#pushNumber(x);
    this.#pushNumber(y);
    code.op(OP.f64Le).storeInt();
    return true;
  }
}
