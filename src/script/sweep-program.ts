import { BacktabError } from '../core/errors';
import { MOST_SWEEP_ORDERS, type SweepNode, type SweepOrder, type SweepProgram } from '../core/sweep-program';
import { childrenOf } from './canonical';
import { paramsOf, reads, steppedNodes } from './dependence';
import { laneRefusal } from './lane-plan';
import { actionNodes } from './order-nodes';
import type { NodeId, Plan, PlanAction, PlanNode } from './plan';
import { scalarReader, type ScalarReader } from './scalar-reader';
import { sizeNodes } from './sizing';
import type { ParameterValues } from './column-evaluator';

/** A plan as a program over columns that trials share. */
export interface LoweredProgram {
  readonly program: SweepProgram;
  /** Node of each column of a trial. */
  readonly columns: readonly NodeId[];
  /** Each number of a trial, from the values of the swept parameters. */
  readonly numbers: readonly ScalarReader[];
}

/** Why a plan has no program, as `an order has the option 'limit'`. */
export type Lowering = LoweredProgram | { readonly program: null; readonly reason: string };

/** Nodes that are computed at each row of a trial where trials differ in them; the others are columns. */
const ELEMENTWISE: ReadonlySet<PlanNode['op']> = new Set([
  'unary',
  'binary',
  'conditional',
  'history',
  'cross',
] as const);

/**
 * The program of a plan. What does not depend on a swept parameter, and every indicator, is a column; what is made of
 * columns and swept parameters by arithmetic, comparisons and choices stays in the program, as does whatever reads the account.
 *
 * @param names       swept parameters, in the order of a trial's values
 * @param parameters  values of the others; the script's defaults where absent
 */
export function sweepProgram(plan: Plan, names: readonly string[], parameters: ParameterValues): Lowering {
  const reason = laneRefusal(plan);
  if (reason !== null) return { program: null, reason };
  if (plan.actions.length > MOST_SWEEP_ORDERS)
    return { program: null, reason: `it has more than ${MOST_SWEEP_ORDERS} orders` };
  const lowering = new ProgramLowering(plan, names, parameters);
  const foreign = lowering.needed.map((id) => foreignNode(plan, id)).find((found) => found !== null);
  return foreign === undefined ? lowering.lowered() : { program: null, reason: foreign };
}

/** Why a node that reads the account is the exact engine's alone. */
function foreignNode(plan: Plan, id: NodeId): string | null {
  const node = plan.nodes[id]!;
  if (plan.rates[id] !== 'account') return null;
  if (node.op === 'indicator') return `the indicator '${node.name}' follows the account`;
  if (node.op === 'account' && node.market !== undefined)
    return 'it reads the position in another instrument';
  return null;
}

class ProgramLowering {
  /** Nodes of the plan that stand in the program, in its order. */
  readonly needed: readonly NodeId[];
  readonly #plan: Plan;
  readonly #names: readonly string[];
  readonly #parameters: ParameterValues;
  readonly #params: readonly (readonly string[])[];
  readonly #stepped: readonly boolean[];
  readonly #columns: NodeId[] = [];
  readonly #numbers: ScalarReader[] = [];
  /** Row of a node of the plan in the program. */
  readonly #rows: ReadonlyMap<NodeId, number>;
  /** Row of a state of the plan in the program. */
  readonly #states = new Map<number, number>();

  constructor(plan: Plan, names: readonly string[], parameters: ParameterValues) {
    this.#plan = plan;
    this.#names = names;
    this.#parameters = parameters;
    this.#params = paramsOf(plan);
    this.#stepped = steppedNodes(plan);
    this.needed = this.#neededNodes();
    this.#rows = new Map(this.needed.map((id, row) => [id, row]));
  }

  lowered(): LoweredProgram {
    const plan = this.#plan;
    for (const id of this.needed) {
      const node = plan.nodes[id]!;
      if (node.op === 'state' && this.#isInside(id)) this.#states.set(node.state, this.#states.size);
    }
    const nodes = this.needed.map((id) => this.#node(id));
    const follows = this.needed.map((id) => plan.rates[id] === 'account');
    const remembers = nodes.some(
      ({ op }, row) => follows[row] && (op === 'state' || op === 'history' || op === 'cross'),
    );
    const orders = plan.actions.map((action) => this.#order(action));
    const program: SweepProgram = {
      nodes,
      follows,
      states: [...this.#states.keys()].map((state) => {
        const { initial, next } = plan.states[state]!;
        return { initial: this.#row(initial), next: this.#row(next) };
      }),
      orders,
      columns: this.#columns.length,
      numbers: this.#numbers.length,
      remembers,
    };
    return { program, columns: this.#columns, numbers: this.#numbers };
  }

  /** What orders need, ascending: a state brings what it becomes. */
  #neededNodes(): readonly NodeId[] {
    const found = new Set<NodeId>();
    const open = this.#plan.actions.flatMap(actionNodes);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      if (this.#isInside(id)) open.push(...reads(this.#plan, this.#plan.nodes[id]!));
    }
    return [...found].toSorted((a, b) => a - b);
  }

  /** Whether the program computes a node from others, rather than being given it. */
  #isInside(id: NodeId): boolean {
    const rate = this.#plan.rates[id];
    if (rate !== 'column') return rate === 'account';
    return this.#varies(id) && !this.#stepped[id] && ELEMENTWISE.has(this.#plan.nodes[id]!.op);
  }

  #varies(id: NodeId): boolean {
    return this.#params[id]!.some((name) => this.#names.includes(name));
  }

  #node(id: NodeId): SweepNode {
    const { rates } = this.#plan;
    if (rates[id] === 'scalar') return this.#scalar(id);
    if (!this.#isInside(id)) return { op: 'column', slot: this.#columns.push(id) - 1 };
    const node = this.#plan.nodes[id]!;
    switch (node.op) {
      case 'account':
        return { op: 'account', field: node.field };
      case 'state':
        return { op: 'state', state: this.#states.get(node.state)! };
      case 'unary':
        return { op: 'unary', operator: node.operator, of: this.#row(node.of) };
      case 'binary':
        return {
          op: 'binary',
          operator: node.operator,
          left: this.#row(node.left),
          right: this.#row(node.right),
        };
      case 'conditional': {
        const [test = 0, yes = 0, no = 0] = childrenOf(node).map((child) => this.#row(child));
        return { op: 'conditional', test, yes, no };
      }
      case 'history':
        return { op: 'history', of: this.#row(node.of), bars: node.bars };
      case 'cross': {
        const [left, right] = [this.#row(node.left), this.#row(node.right)];
        return node.direction === 'over'
          ? { op: 'cross', above: left, below: right }
          : { op: 'cross', above: right, below: left };
      }
      default:
        throw new BacktabError('internal', { detail: `${node.op} in a program of a sweep` });
    }
  }

  #scalar(id: NodeId): SweepNode {
    const read = scalarReader(this.#plan, id, this.#names, this.#parameters);
    if (this.#varies(id)) return { op: 'number', slot: this.#numbers.push(read) - 1 };
    return { op: 'constant', value: read([]) };
  }

  #row(id: NodeId): number {
    return this.#rows.get(id)!;
  }

  #order(action: PlanAction): SweepOrder {
    const when = this.#row(action.when);
    if (action.kind === 'exit') return { kind: 'exit', when, position: action.position };
    if (action.kind !== 'enter')
      throw new BacktabError('internal', { detail: `${action.kind} in a program of a sweep` });
    const { side, sizing, stop, target, trailing } = action;
    const [size = 0] = sizeNodes(sizing);
    return {
      kind: 'enter',
      when,
      side,
      sizing: sizing.kind as Extract<SweepOrder, { kind: 'enter' }>['sizing'],
      size: this.#row(size),
      stop: stop === null ? null : this.#row(stop),
      target: target === null ? null : this.#row(target),
      trailing:
        trailing === null || trailing.kind === 'atr'
          ? null
          : { kind: trailing.kind, distance: this.#row(trailing.distance) },
    };
  }
}
