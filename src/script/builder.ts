import { BINARY, UNARY } from './arithmetic';
import { SCRIPT_LIMITS } from './limits';
import type { BinaryOperator, Frame, NodeId, NodeRate, PlanNode, PlanState, UnaryOperator } from './plan';

/** What is known later is the rate of what is made of it. */
const RATE_ORDER: Readonly<Record<NodeRate, number>> = { scalar: 0, column: 1, account: 2 };

/** Builds the nodes of a plan: equal values are one node, constants are folded. */
export class PlanBuilder {
  readonly nodes: PlanNode[] = [];
  readonly rates: NodeRate[] = [];
  /** The run's own bars first. */
  readonly frames: Frame[] = [{ data: null, interval: null }];
  /** Row of each node's frame in `frames`; -1 for scalars. */
  readonly frameOf: number[] = [];
  readonly states: { -readonly [K in keyof PlanState]: PlanState[K] }[] = [];
  /** Value of each scalar node at the parameters' defaults; NaN for other rates. */
  readonly defaults: number[] = [];
  readonly #accountStates: ReadonlySet<number>;
  readonly #ids = new Map<string, NodeId>();
  readonly #built = new Map<string, NodeId>();
  #full = false;

  /** @param accountStates  rows of the states that depend on the position */
  constructor(accountStates: ReadonlySet<number> = new Set()) {
    this.#accountStates = accountStates;
  }

  /** Whether the plan grew beyond `SCRIPT_LIMITS.nodes`; its nodes are useless then. */
  get full(): boolean {
    return this.#full;
  }

  rateOf(id: NodeId): NodeRate {
    return this.rates[id]!;
  }

  /** Value of a constant node, undefined for others. */
  constantOf(id: NodeId): number | undefined {
    const node = this.nodes[id];
    return node?.op === 'constant' ? node.value : undefined;
  }

  constant(value: number): NodeId {
    return this.add({ op: 'constant', value }, [], 'scalar', value);
  }

  param(name: string, value: number): NodeId {
    return this.add({ op: 'param', name }, [], 'scalar', value);
  }

  /** A price, a field of clock or account, or an indicator's output. */
  source(node: Extract<PlanNode, { op: 'price' | 'clock' | 'account' | 'indicator' }>): NodeId {
    const children = node.op === 'indicator' ? [...node.inputs, ...node.params] : [];
    return this.add(node, children, node.op === 'account' ? 'account' : 'column');
  }

  /** Row of a frame among the plan's. */
  frame({ data, interval }: Frame): number {
    const known = this.frames.findIndex((frame) => frame.data === data && frame.interval === interval);
    return known >= 0 ? known : this.frames.push({ data, interval }) - 1;
  }

  /** A value of one frame as another sees it; scalars are the same in all. */
  align(of: NodeId, frame: number): NodeId {
    const from = this.frameOf[of]!;
    return from < 0 || from === frame ? of : this.add({ op: 'align', of, frame }, [of], 'column');
  }

  /** A value that is kept from bar to bar; `states` says what it becomes. */
  state(initial: NodeId, frame: number): NodeId {
    const state = this.states.push({ initial, next: initial }) - 1;
    const id = this.add({ op: 'state', state }, [], this.#accountStates.has(state) ? 'account' : 'column');
    this.frameOf[id] = frame;
    this.states[state]!.next = id;
    return id;
  }

  /** A value that follows from others by a state: built once for equal keys. */
  once(key: string, build: () => NodeId): NodeId {
    const known = this.#built.get(key) ?? build();
    this.#built.set(key, known);
    return known;
  }

  unary(operator: UnaryOperator, of: NodeId): NodeId {
    const value = this.constantOf(of);
    if (value !== undefined) return this.constant(UNARY[operator](value));
    return this.add({ op: 'unary', operator, of }, [of], 'scalar', UNARY[operator](this.defaults[of]!));
  }

  binary(operator: BinaryOperator, left: NodeId, right: NodeId): NodeId {
    const a = this.constantOf(left);
    const b = this.constantOf(right);
    if (a !== undefined && b !== undefined) return this.constant(BINARY[operator](a, b));
    if (operator === 'and' || operator === 'or') {
      const known = a ?? b;
      const rest = a === undefined ? left : right;
      if (known !== undefined)
        return (known === 1) === (operator === 'and') ? rest : this.constant(known === 1 ? 1 : 0);
    }
    const value = BINARY[operator](this.defaults[left]!, this.defaults[right]!);
    return this.add({ op: 'binary', operator, left, right }, [left, right], 'scalar', value);
  }

  conditional(test: NodeId, yes: NodeId, no: NodeId): NodeId {
    const known = this.constantOf(test);
    if (known !== undefined) return known === 1 ? yes : no;
    if (yes === no) return yes;
    const value = this.defaults[this.defaults[test] === 1 ? yes : no]!;
    return this.add({ op: 'conditional', test, yes, no }, [test, yes, no], 'scalar', value);
  }

  /** Two values that never change never cross. */
  cross(direction: 'over' | 'under', left: NodeId, right: NodeId): NodeId {
    if (this.rateOf(left) === 'scalar' && this.rateOf(right) === 'scalar') return this.constant(0);
    return this.add({ op: 'cross', direction, left, right }, [left, right], 'column');
  }

  /** The value some bars ago; NaN before the data, also of what never changes. */
  history(of: NodeId, bars: number): NodeId {
    if (bars === 0) return of;
    return this.add({ op: 'history', of, bars }, [of], 'column');
  }

  /** Smaller of two; NaN when either is. */
  min(a: NodeId, b: NodeId): NodeId {
    return this.#choose('le', a, b);
  }

  /** Larger of two; NaN when either is. */
  max(a: NodeId, b: NodeId): NodeId {
    return this.#choose('ge', a, b);
  }

  abs(x: NodeId): NodeId {
    return this.conditional(this.binary('lt', x, this.constant(0)), this.unary('neg', x), x);
  }

  #choose(operator: 'le' | 'ge', a: NodeId, b: NodeId): NodeId {
    const otherwise = operator === 'le' ? 'lt' : 'gt';
    const second = this.conditional(this.binary(otherwise, b, a), b, this.constant(NaN));
    return this.conditional(this.binary(operator, a, b), a, second);
  }

  add(node: PlanNode, children: readonly NodeId[], least: NodeRate, value = NaN): NodeId {
    const key = keyOf(node);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    if (this.nodes.length >= SCRIPT_LIMITS.nodes) {
      this.#full = true;
      return 0;
    }
    const id = this.nodes.length;
    let rate = least;
    for (const child of children)
      if (RATE_ORDER[this.rates[child]!] > RATE_ORDER[rate]) rate = this.rates[child]!;
    const isScalar = rate === 'scalar';
    this.nodes.push(node);
    this.rates.push(rate);
    this.frameOf.push(isScalar ? -1 : this.#frameOfNew(node, children));
    this.defaults.push(isScalar ? value : NaN);
    this.#ids.set(key, id);
    return id;
  }

  #frameOfNew(node: PlanNode, children: readonly NodeId[]): number {
    if (node.op === 'align') return node.frame;
    if (node.op === 'price' || node.op === 'clock') return node.frame ?? 0;
    return children.reduce((frame, child) => Math.max(frame, this.frameOf[child]!), 0);
  }
}

/** Text that is equal for equal nodes only. */
function keyOf(node: PlanNode): string {
  switch (node.op) {
    case 'constant':
      return `constant ${Object.is(node.value, -0) ? '-0' : node.value}`;
    case 'unary':
      return `${node.operator} ${node.of}`;
    case 'binary':
      return `${node.operator} ${node.left} ${node.right}`;
    case 'conditional':
      return `? ${node.test} ${node.yes} ${node.no}`;
    case 'history':
      return `history ${node.of} ${node.bars}`;
    case 'cross':
      return `${node.direction} ${node.left} ${node.right}`;
    case 'indicator':
      return node.variant
        ? JSON.stringify(node)
        : `${node.name} ${node.output} ${node.inputs.join(',')} ${node.params.join(',')}`;
    default:
      return JSON.stringify(node);
  }
}
