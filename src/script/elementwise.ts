import type { Column } from '../core/column';
import { UNARY } from './arithmetic';
import { pow } from '../core/math/pow';
import type { BinaryOperator, UnaryOperator } from './plan';

/** A column, or one number that stands for every row. */
export type Operand = Column | number;

type Loop = (x: Column, y: Column, stepX: number, stepY: number, out: Column) => void;

/**
 * One loop per operator, so that each stays specialised; a step of 0 repeats a single value. The
 * operators are those of `arithmetic.ts`; a test holds both equal.
 */
const LOOPS: Readonly<Record<BinaryOperator, Loop>> = {
  add(x, y, p, q, out) {
    for (let i = 0; i < out.length; i++) out[i] = x[i * p]! + y[i * q]!;
  },
  sub(x, y, p, q, out) {
    for (let i = 0; i < out.length; i++) out[i] = x[i * p]! - y[i * q]!;
  },
  mul(x, y, p, q, out) {
    for (let i = 0; i < out.length; i++) out[i] = x[i * p]! * y[i * q]!;
  },
  div(x, y, p, q, out) {
    for (let i = 0; i < out.length; i++) out[i] = x[i * p]! / y[i * q]!;
  },
  mod(x, y, p, q, out) {
    for (let i = 0; i < out.length; i++) out[i] = x[i * p]! % y[i * q]!;
  },
  pow(x, y, p, q, out) {
    for (let i = 0; i < out.length; i++) out[i] = pow(x[i * p]!, y[i * q]!);
  },
  lt(x, y, p, q, out) {
    for (let i = 0; i < out.length; i++) out[i] = x[i * p]! < y[i * q]! ? 1 : 0;
  },
  le(x, y, p, q, out) {
    for (let i = 0; i < out.length; i++) out[i] = x[i * p]! <= y[i * q]! ? 1 : 0;
  },
  gt(x, y, p, q, out) {
    for (let i = 0; i < out.length; i++) out[i] = x[i * p]! > y[i * q]! ? 1 : 0;
  },
  ge(x, y, p, q, out) {
    for (let i = 0; i < out.length; i++) out[i] = x[i * p]! >= y[i * q]! ? 1 : 0;
  },
  eq(x, y, p, q, out) {
    for (let i = 0; i < out.length; i++) out[i] = x[i * p] === y[i * q]! ? 1 : 0;
  },
  ne(x, y, p, q, out) {
    for (let i = 0; i < out.length; i++) {
      const a = x[i * p]!;
      const b = y[i * q]!;
      out[i] = a < b || a > b ? 1 : 0;
    }
  },
  and(x, y, p, q, out) {
    for (let i = 0; i < out.length; i++) out[i] = x[i * p] === 1 && y[i * q] === 1 ? 1 : 0;
  },
  or(x, y, p, q, out) {
    for (let i = 0; i < out.length; i++) out[i] = x[i * p] === 1 || y[i * q] === 1 ? 1 : 0;
  },
};

/** `left operator right` on each row. */
export function binaryColumn(
  operator: BinaryOperator,
  left: Operand,
  right: Operand,
  length: number,
): Column {
  const out = new Float64Array(length);
  LOOPS[operator](rows(left), rows(right), step(left), step(right), out);
  return out;
}

/** The operator on each row. */
export function unaryColumn(operator: UnaryOperator, of: Column): Column {
  const apply = UNARY[operator];
  const out = new Float64Array(of.length);
  for (let i = 0; i < out.length; i++) out[i] = apply(of[i]!);
  return out;
}

/** The column at rows of other bars: `from[rows[i]]`, NaN where that is -1. */
export function aligned(from: Column, rows: Int32Array): Column {
  const out = new Float64Array(rows.length);
  for (let i = 0; i < out.length; i++) out[i] = rows[i]! < 0 ? NaN : from[rows[i]!]!;
  return out;
}

/** `yes` on rows where `test` is 1, else `no`. */
export function chosen(test: Operand, yes: Operand, no: Operand, length: number): Column {
  const [t, y, n] = [rows(test), rows(yes), rows(no)];
  const [p, q, r] = [step(test), step(yes), step(no)];
  const out = new Float64Array(length);
  for (let i = 0; i < length; i++) out[i] = t[i * p] === 1 ? y[i * q]! : n[i * r]!;
  return out;
}

/** The operand `bars` rows later: NaN on rows before its first value. */
export function delayed(of: Operand, bars: number, length: number): Column {
  const out = new Float64Array(length).fill(NaN, 0, bars);
  if (typeof of === 'number') return out.fill(of, bars);
  if (bars < length) out.set(of.subarray(0, length - bars), bars);
  return out;
}

/** 1 on rows where `left` is above `right` and was not above one row before; 0 where either is NaN. */
export function crossedOver(left: Operand, right: Operand, length: number): Column {
  const [x, y] = [rows(left), rows(right)];
  const [p, q] = [step(left), step(right)];
  const out = new Float64Array(length);
  let wasAtOrBelow = false;
  for (let i = 0; i < length; i++) {
    const a = x[i * p]!;
    const b = y[i * q]!;
    out[i] = wasAtOrBelow && a > b ? 1 : 0;
    wasAtOrBelow = a <= b;
  }
  return out;
}

const rows = (operand: Operand): Column => (typeof operand === 'number' ? Float64Array.of(operand) : operand);

const step = (operand: Operand): number => (typeof operand === 'number' ? 0 : 1);
