import { exp } from '../core/math/exp';
import { log } from '../core/math/log';
import { log10 } from '../core/math/log10';
import { pow } from '../core/math/pow';
import type { BinaryOperator, UnaryOperator } from './plan';

type Unary = (x: number) => number;
type Binary = (x: number, y: number) => number;

/** One-operand operators on f64; booleans are 1 and 0, and NaN counts as false. */
export const UNARY: Readonly<Record<UnaryOperator, Unary>> = {
  neg: (x) => -x,
  not: (x) => (x === 1 ? 0 : 1),
  sign: Math.sign,
  floor: Math.floor,
  ceil: Math.ceil,
  round: Math.round,
  sqrt: Math.sqrt,
  exp,
  ln: log,
  log10,
};

/** Two-operand operators on f64; a comparison with NaN is 0, also `ne`. */
export const BINARY: Readonly<Record<BinaryOperator, Binary>> = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  div: (x, y) => x / y,
  mod: (x, y) => x % y,
  pow,
  lt: (x, y) => (x < y ? 1 : 0),
  le: (x, y) => (x <= y ? 1 : 0),
  gt: (x, y) => (x > y ? 1 : 0),
  ge: (x, y) => (x >= y ? 1 : 0),
  eq: (x, y) => (x === y ? 1 : 0),
  ne: (x, y) => (x < y || x > y ? 1 : 0),
  and: (x, y) => (x === 1 && y === 1 ? 1 : 0),
  or: (x, y) => (x === 1 || y === 1 ? 1 : 0),
};

/** Operators whose result is a truth value. */
export const TRUTH_OPERATORS: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>([
  'lt',
  'le',
  'gt',
  'ge',
  'eq',
  'ne',
  'and',
  'or',
]);
