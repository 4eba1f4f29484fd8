import type { Graph } from './graph';
import { KEPT, type Kernel } from './kernel';
import type { BinaryOperation, NodeId, UnaryOperation } from './node';

/** A number for each row, or the same one for all. */
export type Operand = Series | number;

/**
 * A number for each row of a graph, from row `begin` on. Its methods give other series of the graph and
 * compute nothing.
 */
export class Series {
  readonly graph: Graph;
  readonly id: NodeId;
  readonly begin: number;

  /**
   * @param id     expression of a row
   * @param begin  first row that it is defined in
   */
  constructor(graph: Graph, id: NodeId, begin: number) {
    this.graph = graph;
    this.id = id;
    this.begin = begin;
  }

  plus(other: Operand): Series {
    return this.#with('add', other);
  }

  minus(other: Operand): Series {
    return this.#with('sub', other);
  }

  times(other: Operand): Series {
    return this.#with('mul', other);
  }

  over(other: Operand): Series {
    return this.#with('div', other);
  }

  /** The lesser of two numbers, neither of them NaN; of two zeros either. */
  min(other: Operand): Series {
    return this.#with('min', other);
  }

  /** The greater of two numbers, neither of them NaN; of two zeros either. */
  max(other: Operand): Series {
    return this.#with('max', other);
  }

  abs(): Series {
    return this.#by('abs');
  }

  negated(): Series {
    return this.#by('neg');
  }

  sqrt(): Series {
    return this.#by('sqrt');
  }

  floor(): Series {
    return this.#by('floor');
  }

  ceil(): Series {
    return this.#by('ceil');
  }

  below(other: Operand): Condition {
    return this.#compare('lt', other);
  }

  atMost(other: Operand): Condition {
    return this.#compare('le', other);
  }

  equals(other: Operand): Condition {
    return this.#compare('eq', other);
  }

  above(other: Operand): Condition {
    return series(this.graph, other).below(this);
  }

  atLeast(other: Operand): Condition {
    return series(this.graph, other).atMost(this);
  }

  /** The value `rows` rows ago. */
  lag(rows: number): Series {
    return new Series(this.graph, this.graph.delayed(this.id, rows), this.begin + rows);
  }

  /** Distance from the value `rows` rows ago. */
  change(rows = 1): Series {
    return this.minus(this.lag(rows));
  }

  /** The same from a later row on: what follows takes that one for its first. */
  from(begin: number): Series {
    return new Series(this.graph, this.id, Math.max(begin, this.begin));
  }

  /** The same from an earlier row on, for a kernel that takes rows from there and knows where they are defined. */
  early(begin: number): Series {
    return new Series(this.graph, this.id, begin);
  }

  /** The same, computed once and then read: worth it for a quotient that is also taken of earlier rows or in a later pass. */
  kept(): Series {
    return applied(KEPT, [this], [])[0]!;
  }

  #with(op: BinaryOperation, other: Operand): Series {
    const right = series(this.graph, other);
    return new Series(
      this.graph,
      this.graph.binary(op, this.id, right.id),
      Math.max(this.begin, right.begin),
    );
  }

  #by(op: UnaryOperation): Series {
    return new Series(this.graph, this.graph.unary(op, this.id), this.begin);
  }

  #compare(op: BinaryOperation, other: Operand): Condition {
    const { id, begin } = this.#with(op, other);
    return new Condition(this.graph, id, begin);
  }
}

/** Whether something holds, for each row of a graph from row `begin` on. */
export class Condition {
  readonly graph: Graph;
  readonly id: NodeId;
  readonly begin: number;

  constructor(graph: Graph, id: NodeId, begin: number) {
    this.graph = graph;
    this.id = id;
    this.begin = begin;
  }

  and(other: Condition): Condition {
    return this.#with('and', other);
  }

  or(other: Condition): Condition {
    return this.#with('or', other);
  }

  /** This holds and the other does not. */
  andNot(other: Condition): Condition {
    return this.#with('and_not', other);
  }

  not(): Condition {
    return new Condition(this.graph, this.graph.unary('not', this.id), this.begin);
  }

  /** Whether it held `rows` rows ago. */
  lag(rows: number): Condition {
    return new Condition(this.graph, this.graph.delayed(this.id, rows), this.begin + rows);
  }

  /** One number where it holds, another where it does not. */
  pick(yes: Operand, no: Operand): Series {
    const [a, b] = [series(this.graph, yes), series(this.graph, no)];
    const begin = Math.max(this.begin, a.begin, b.begin);
    return new Series(this.graph, this.graph.select(this.id, a.id, b.id), begin);
  }

  #with(op: BinaryOperation, other: Condition): Condition {
    const begin = Math.max(this.begin, other.begin);
    return new Condition(this.graph, this.graph.binary(op, this.id, other.id), begin);
  }
}

/** An operand as a series. */
export const series = (graph: Graph, operand: Operand): Series =>
  typeof operand === 'number' ? new Series(graph, graph.constant(operand), 0) : operand;

/**
 * What a kernel makes of series.
 *
 * @returns  one series per output of the kernel, begun after its warm-up
 */
export function applied(kernel: Kernel, inputs: readonly Series[], params: readonly number[]): Series[] {
  const { graph } = inputs[0]!;
  const begin = Math.max(...inputs.map((input) => input.begin));
  const ids = inputs.map((input) => input.id);
  const first = begin + kernel.warmUp(params);
  return graph
    .call(kernel, ids, params, begin)
    .map((column) => new Series(graph, graph.column(column, 0), first));
}
