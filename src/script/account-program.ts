import type { AccountView } from '../core/strategy';
import { BINARY, UNARY } from './arithmetic';
import { childrenOf } from './canonical';
import type { ColumnEvaluator } from './column-evaluator';
import type { NodeId, Plan, PlanNode } from './plan';

type Read = (row: number) => number;
type Step = (row: number, account: AccountView) => void;

/** What a step keeps from one bar to the next. */
interface Memory {
  readonly reset: () => void;
  readonly save: () => readonly number[];
  readonly restore: (saved: readonly number[]) => void;
}

/**
 * The part of a plan that depends on the position: its nodes as steps over slots, in order, built
 * once and run once per bar. Rows must come in order, as histories and crossings remember.
 */
export class AccountProgram {
  readonly #plan: Plan;
  readonly #columns: ColumnEvaluator;
  /** Value of each account-rate node at the row of the last run. */
  readonly #slots: Float64Array;
  readonly #steps: Step[] = [];
  readonly #memories: Memory[] = [];

  /** @param roots  nodes that orders need, of any rate */
  constructor(plan: Plan, columns: ColumnEvaluator, roots: readonly NodeId[]) {
    this.#plan = plan;
    this.#columns = columns;
    this.#slots = new Float64Array(plan.nodes.length).fill(NaN);
    for (const id of accountNodes(plan, roots)) this.#steps.push(this.#step(id, plan.nodes[id]!));
  }

  /** Whether it must run on every bar, because a step remembers earlier ones. */
  get remembers(): boolean {
    return this.#memories.length > 0;
  }

  /** Forgets earlier bars. */
  reset(): void {
    for (const { reset } of this.#memories) reset();
  }

  /** What its steps remember, for a snapshot. */
  save(): readonly (readonly number[])[] {
    return this.#memories.map(({ save }) => save());
  }

  restore(saved: readonly (readonly number[])[]): void {
    this.#memories.forEach(({ restore }, k) => restore(saved[k] ?? []));
  }

  /** Computes the account-rate values of a row. */
  run(row: number, account: AccountView): void {
    for (const step of this.#steps) step(row, account);
  }

  /** Reads a node of any rate: scalars and columns at once, account-rate ones after `run`. */
  reader(id: NodeId): Read {
    if (this.#plan.rates[id] === 'account') {
      const slots = this.#slots;
      return () => slots[id]!;
    }
    const operand = this.#columns.operand(id);
    return typeof operand === 'number' ? () => operand : (row) => operand[row]!;
  }

  #step(id: NodeId, node: PlanNode): Step {
    const slots = this.#slots;
    const read = childrenOf(node).map((child) => this.reader(child));
    const [a, b, c] = [read[0] ?? none, read[1] ?? none, read[2] ?? none];
    switch (node.op) {
      case 'account': {
        const { field } = node;
        return (_, account) => (slots[id] = account[field]);
      }
      case 'unary': {
        const apply = UNARY[node.operator];
        return (row) => (slots[id] = apply(a(row)));
      }
      case 'binary': {
        const apply = BINARY[node.operator];
        return (row) => (slots[id] = apply(a(row), b(row)));
      }
      case 'conditional':
        return (row) => (slots[id] = a(row) === 1 ? b(row) : c(row));
      case 'history':
        return this.#history(id, node.bars, a);
      case 'cross':
        return node.direction === 'over' ? this.#cross(id, a, b) : this.#cross(id, b, a);
      default:
        return () => undefined;
    }
  }

  #history(id: NodeId, bars: number, of: Read): Step {
    const slots = this.#slots;
    const ring = new Float64Array(bars).fill(NaN);
    let next = 0;
    this.#memories.push({
      reset: () => void ring.fill(NaN),
      save: () => [next, ...ring],
      restore: ([at = 0, ...values]) => {
        next = at;
        ring.set(values);
      },
    });
    return (row) => {
      slots[id] = ring[next]!;
      ring[next] = of(row);
      next = next + 1 === bars ? 0 : next + 1;
    };
  }

  #cross(id: NodeId, above: Read, below: Read): Step {
    const slots = this.#slots;
    let wasAtOrBelow = false;
    this.#memories.push({
      reset: () => void (wasAtOrBelow = false),
      save: () => [Number(wasAtOrBelow)],
      restore: ([was = 0]) => void (wasAtOrBelow = was === 1),
    });
    return (row) => {
      const [x, y] = [above(row), below(row)];
      slots[id] = wasAtOrBelow && x > y ? 1 : 0;
      wasAtOrBelow = x <= y;
    };
  }
}

const none: Read = () => NaN;

/** Account-rate nodes that the roots need, ascending. */
function accountNodes(plan: Plan, roots: readonly NodeId[]): readonly NodeId[] {
  const found = new Set<NodeId>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (plan.rates[id] !== 'account' || found.has(id)) continue;
    found.add(id);
    open.push(...childrenOf(plan.nodes[id]!));
  }
  return [...found].toSorted((a, b) => a - b);
}
