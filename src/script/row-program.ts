import { BacktabError } from '../core/errors';
import type { AccountView, MarketView } from '../core/strategy';
import { findIndicator } from '../indicators/catalogue';
import { restoreState, saveState, type StreamState } from '../indicators/state';
import { variantOf } from '../indicators/variant';
import { BINARY, UNARY } from './arithmetic';
import { childrenOf, variantText } from './canonical';
import { reads } from './dependence';
import type { AccountField, NodeId, Plan, PlanNode } from './plan';

type Read = (row: number) => number;
type Step = (row: number, account: AccountView) => void;
type Of<K extends PlanNode['op']> = Extract<PlanNode, { op: K }>;

/** What a step keeps from one bar to the next. */
interface Memory {
  readonly reset: () => void;
  readonly save: () => StreamState;
  readonly restore: (saved: StreamState) => void;
}

/** What a program is made of. */
export interface RowProgramSetup {
  readonly plan: Plan;
  /** Nodes whose values are wanted, of any rate. */
  readonly roots: readonly NodeId[];
  /** Whether the program computes a node; the others are read. */
  readonly computes: (id: NodeId) => boolean;
  /** A node that is not computed here: a number for all rows, or its column. */
  readonly operand: (id: NodeId) => Float64Array | number;
}

/**
 * The part of a plan that goes on from bar to bar, as it reads the position or a state: its nodes as steps over slots,
 * in order, built once and run once per bar. Rows must come in order.
 */
export class RowProgram {
  readonly #plan: Plan;
  readonly #setup: RowProgramSetup;
  /** Value of each computed node at the row of the last run. */
  readonly #slots: Float64Array;
  readonly #steps: Step[] = [];
  /** Taken at the end of a bar, when all values are known. */
  readonly #keeps: ((row: number) => void)[] = [];
  /** By node, or by call of an indicator: programs of one plan with other roots know them by the same names. */
  readonly #memories = new Map<string, Memory>();
  /** Where the outputs of one indicator call stand, by call. */
  readonly #streams = new Map<string, Float64Array>();

  constructor(setup: RowProgramSetup) {
    this.#plan = setup.plan;
    this.#setup = setup;
    this.#slots = new Float64Array(setup.plan.nodes.length).fill(NaN);
    for (const id of computedNodes(setup)) this.#steps.push(this.#step(id, setup.plan.nodes[id]!));
  }

  /** Whether it must run on every bar, because a step remembers earlier ones. */
  get remembers(): boolean {
    return this.#memories.size > 0;
  }

  /** Forgets earlier bars. */
  reset(): void {
    for (const { reset } of this.#memories.values()) reset();
  }

  /** What its steps remember, for a snapshot. */
  save(): Readonly<Record<string, StreamState>> {
    return Object.fromEntries([...this.#memories].map(([key, { save }]) => [key, save()]));
  }

  restore(saved: Readonly<Record<string, StreamState>>): void {
    for (const [key, { restore }] of this.#memories) {
      const state = saved[key];
      if (state !== undefined) restore(state);
    }
  }

  /** Computes the values of a row. */
  run(row: number, account: AccountView): void {
    for (const step of this.#steps) step(row, account);
    for (const keep of this.#keeps) keep(row);
  }

  /** Reads a node of any rate: what is computed here after `run`, the rest at once. */
  reader(id: NodeId): Read {
    if (this.#setup.computes(id)) {
      const slots = this.#slots;
      return () => slots[id]!;
    }
    const operand = this.#setup.operand(id);
    return typeof operand === 'number' ? () => operand : (row) => operand[row]!;
  }

  #step(id: NodeId, node: PlanNode): Step {
    const slots = this.#slots;
    const [a = none, b = none, c = none] = node.op === 'indicator' ? [] : this.#readers(childrenOf(node));
    switch (node.op) {
      case 'account':
        return this.#account(id, node);
      case 'state':
        return this.#state(id, node);
      case 'indicator':
        return this.#indicator(id, node);
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
        throw new BacktabError('internal', { detail: `${node.op} is not computed row by row` });
    }
  }

  #readers(ids: readonly NodeId[]): readonly Read[] {
    return ids.map((id) => this.reader(id));
  }

  #account(id: NodeId, { field, market }: Of<'account'>): Step {
    const slots = this.#slots;
    if (market === undefined) return (_, account) => (slots[id] = account[field]);
    return (_, account) => {
      const view = account.markets.find(({ name }) => name === market);
      slots[id] = view ? fieldOf(view, account, field) : NaN;
    };
  }

  #state(id: NodeId, { state }: Of<'state'>): Step {
    const slots = this.#slots;
    const { initial, next } = this.#plan.states[state]!;
    const begin = this.reader(initial);
    const become = this.reader(next);
    let kept = NaN;
    let isKept = false;
    this.#memories.set(String(id), {
      reset: () => void (isKept = false),
      save: () => [isKept, kept],
      restore: (saved) => {
        const [was, value] = saved as readonly [boolean, number];
        [isKept, kept] = [was, value];
      },
    });
    this.#keeps.push((row) => {
      kept = become(row);
      isKept = true;
    });
    return (row) => (slots[id] = isKept ? kept : begin(row));
  }

  /** An indicator of values that are computed here: its stream, stepped once per bar for all its outputs. */
  #indicator(id: NodeId, node: Of<'indicator'>): Step {
    const slots = this.#slots;
    const key = `${node.name}${variantText(node.variant)} ${node.inputs.join(' ')} ${node.params.join(' ')}`;
    const known = this.#streams.get(key);
    if (known) return () => (slots[id] = known[node.output]!);
    const indicator = findIndicator(node.name);
    if (!indicator) throw new BacktabError('internal', { detail: `there is no indicator ${node.name}` });
    const form = variantOf(indicator, node.variant);
    const params = this.#readers(node.params).map((read) => read(0));
    const inputs = this.#readers(node.inputs);
    const out = new Float64Array(form.outputs.length);
    const row = new Float64Array(inputs.length);
    let stream = form.stream(params);
    this.#streams.set(key, out);
    this.#memories.set(key, {
      reset: () => void (stream = form.stream(params)),
      save: () => saveState(stream),
      restore: (saved) => {
        stream = form.stream(params);
        restoreState(stream, saved);
      },
    });
    return (at) => {
      for (let k = 0; k < row.length; k++) row[k] = inputs[k]!(at);
      stream.next(row, out);
      slots[id] = out[node.output]!;
    };
  }

  #history(id: NodeId, bars: number, of: Read): Step {
    const slots = this.#slots;
    const ring = new Float64Array(bars).fill(NaN);
    let next = 0;
    this.#memories.set(String(id), {
      reset: () => void ring.fill(NaN),
      save: () => [next, ring.slice()],
      restore: (saved) => {
        const [at, values] = saved as readonly [number, Float64Array];
        next = at;
        ring.set(values);
      },
    });
    this.#keeps.push((row) => {
      ring[next] = of(row);
      next = next + 1 === bars ? 0 : next + 1;
    });
    return () => (slots[id] = ring[next]!);
  }

  #cross(id: NodeId, above: Read, below: Read): Step {
    const slots = this.#slots;
    let wasAtOrBelow = false;
    this.#memories.set(String(id), {
      reset: () => void (wasAtOrBelow = false),
      save: () => wasAtOrBelow,
      restore: (was) => void (wasAtOrBelow = was === true),
    });
    return (row) => {
      const [x, y] = [above(row), below(row)];
      slots[id] = wasAtOrBelow && x > y ? 1 : 0;
      wasAtOrBelow = x <= y;
    };
  }
}

const none: Read = () => NaN;

function fieldOf(view: MarketView, account: AccountView, field: AccountField): number {
  return field === 'equity' || field === 'cash' ? account[field] : view[field];
}

/** Nodes that the program computes for its roots, ascending: a state brings what it becomes. */
function computedNodes({ plan, roots, computes }: RowProgramSetup): readonly NodeId[] {
  const found = new Set<NodeId>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || !computes(id)) continue;
    found.add(id);
    open.push(...reads(plan, plan.nodes[id]!));
  }
  return [...found].toSorted((a, b) => a - b);
}
