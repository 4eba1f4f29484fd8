import { BacktabError } from '../core/errors';
import type { Column } from '../core/column';
import type { AccountView } from '../core/strategy';
import { batch } from '../indicators/batch';
import { findIndicator } from '../indicators/catalogue';
import type { Indicator } from '../indicators/indicator';
import { variantOf } from '../indicators/variant';
import { BINARY, UNARY } from './arithmetic';
import { childrenOf, variantText } from './canonical';
import { frameText, type ColumnStore } from './column-store';
import { planCost } from './cost';
import { paramsOf, steppedNodes } from './dependence';
import {
  aligned,
  binaryColumn,
  chosen,
  crossedOver,
  delayed,
  unaryColumn,
  type Operand,
} from './elementwise';
import { clockColumn } from './frame-rows';
import { SCRIPT_LIMITS } from './limits';
import type { Frame, NodeId, Plan, PlanNode } from './plan';
import { RowProgram } from './row-program';

/** Values of a plan's parameters by name; the script's default where one is absent. */
export type ParameterValues = Readonly<Record<string, number>>;

/**
 * All parameters of a plan with their values.
 *
 * @throws BacktabError `parameter_unknown` for a name that the script does not have,
 *         `parameter_out_of_range` for a value that is not finite
 */
export function resolveParameters(plan: Plan, values: ParameterValues): ReadonlyMap<string, number> {
  const resolved = new Map(plan.params.map((param) => [param.name, param.default]));
  for (const [name, value] of Object.entries(values)) {
    const param = plan.params.find((p) => p.name === name);
    if (!param)
      throw new BacktabError('parameter_unknown', { name, known: [...resolved.keys()].join(', ') || 'none' });
    if (!Number.isFinite(value)) {
      throw new BacktabError('parameter_out_of_range', { name, value, min: param.min, max: param.max });
    }
    resolved.set(name, value);
  }
  return resolved;
}

/**
 * Values of a plan's scalar and column nodes under one set of parameters. Indicators and whatever
 * does not depend on parameters come from the store; the rest is computed once per evaluator. What a
 * state stands behind is computed row by row.
 */
export class ColumnEvaluator {
  readonly #plan: Plan;
  readonly #store: ColumnStore;
  /** Value of each scalar node. */
  readonly #scalars: Column;
  readonly #columns = new Map<NodeId, Column>();
  readonly #structures = new Map<NodeId, number>();
  /** Whether a node depends on a parameter. */
  readonly #varies: readonly boolean[];
  readonly #stepped: readonly boolean[];
  /** Tells its states from those of other evaluators of the store. */
  readonly #number: number;

  /**
   * @throws BacktabError `parameter_unknown` | `parameter_out_of_range` | `script_too_costly`
   */
  constructor(plan: Plan, parameters: ParameterValues, store: ColumnStore) {
    checkMemory(plan, store.length);
    store.tidy();
    this.#plan = plan;
    this.#store = store;
    this.#scalars = scalarValues(plan, resolveParameters(plan, parameters));
    this.#varies = paramsOf(plan).map((names) => names.length > 0);
    this.#stepped = steppedNodes(plan);
    this.#number = store.nextNumber();
  }

  /** Computes columns that will be asked for, together where that takes one pass. */
  prepare(roots: readonly NodeId[]): void {
    this.#ensure(roots.filter((id) => this.#plan.rates[id] === 'column'));
  }

  /** Value of a scalar node, or the column of a column node. Neither is for writing. */
  operand(id: NodeId): Operand {
    return this.#plan.rates[id] === 'scalar' ? this.#scalars[id]! : this.column(id);
  }

  /**
   * Column of a node that is not of account rate; a scalar is repeated on every row.
   *
   * @throws BacktabError `parameter_out_of_range` when an indicator refuses its parameters
   */
  column(root: NodeId): Column {
    if (this.#plan.rates[root] === 'scalar')
      return new Float64Array(this.#store.length).fill(this.#scalars[root]!);
    if (!this.#columns.has(root)) this.#ensure([root]);
    return this.#columns.get(root)!;
  }

  /** Computes what the roots need: first what goes row by row, then the rest in an order that can be computed. */
  #ensure(roots: readonly NodeId[]): void {
    const needed = this.#needed(roots);
    const stepped = needed.filter((id) => this.#stepped[id]);
    const frames = new Set(stepped.map((id) => this.#plan.frameOf[id]!));
    for (const frame of frames)
      this.#step(
        stepped.filter((id) => this.#plan.frameOf[id] === frame),
        frame,
      );
    for (const id of needed) if (!this.#columns.has(id)) this.#columns.set(id, this.#compute(id));
  }

  /** Column nodes that the roots need and that are not there yet, ascending. */
  #needed(roots: readonly NodeId[]): NodeId[] {
    const needed = new Set<NodeId>();
    const open: NodeId[] = [...roots];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (this.#plan.rates[id] !== 'column' || needed.has(id) || this.#columns.has(id)) continue;
      needed.add(id);
      if (!this.#stepped[id]) open.push(...childrenOf(this.#plan.nodes[id]!));
    }
    return [...needed].toSorted((a, b) => a - b);
  }

  /** Runs through the rows of a frame once and keeps the values of some nodes. */
  #step(roots: readonly NodeId[], frame: number): void {
    const program = new RowProgram({
      plan: this.#plan,
      roots,
      computes: (id) => this.#stepped[id]!,
      operand: (id) => this.operand(id),
    });
    const reads = roots.map((id) => program.reader(id));
    const rows = this.#rowsOf(frame);
    const columns = roots.map(() => new Float64Array(rows));
    for (let row = 0; row < rows; row++) {
      program.run(row, NO_ACCOUNT);
      for (let k = 0; k < reads.length; k++) columns[k]![row] = reads[k]!(row);
    }
    roots.forEach((id, k) => this.#columns.set(id, columns[k]!));
  }

  #frame(row: number): Frame {
    return this.#plan.frames[row]!;
  }

  #rowsOf(frame: number): number {
    return this.#store.frame(this.#frame(frame)).closes.length;
  }

  #compute(id: NodeId): Column {
    const node = this.#plan.nodes[id]!;
    if (node.op === 'price') return this.#store.frame(this.#frame(node.frame ?? 0)).bars[node.column];
    if (node.op === 'indicator') return this.#indicator(node);
    const frame = this.#plan.frameOf[id]!;
    if (this.#varies[id]) return this.#elementwise(node, frame);
    return this.#store.columns(this.#structureOf(id), () => [this.#elementwise(node, frame)])[0]!;
  }

  #aligned({ of, frame }: Extract<PlanNode, { op: 'align' }>): Column {
    const from = this.#frame(this.#plan.frameOf[of]!);
    return aligned(this.#columns.get(of)!, this.#store.alignment(from, this.#frame(frame)));
  }

  #indicator(node: Extract<PlanNode, { op: 'indicator' }>): Column {
    const indicator = variantOf(knownIndicator(node.name), node.variant);
    const params = node.params.map((param) => this.#scalars[param]!);
    const inputs = node.inputs.map((input) => this.#structureOf(input));
    const structure = this.#store.structure(
      `indicator ${node.name}${variantText(node.variant)} (${inputs.join(' ')}) (${params.join(' ')})`,
    );
    const outputs = this.#store.columns(structure, () =>
      batch(
        indicator,
        node.inputs.map((input) => this.#columns.get(input)!),
        params,
      ),
    );
    return outputs[node.output]!;
  }

  #elementwise(node: PlanNode, frame: number): Column {
    const length = this.#rowsOf(frame);
    switch (node.op) {
      case 'clock':
        return clockColumn(this.#store.frame(this.#frame(frame)), node.field);
      case 'align':
        return this.#aligned(node);
      case 'history':
        return delayed(this.#known(node.of), node.bars, length);
      case 'unary':
        return unaryColumn(node.operator, this.#columns.get(node.of)!);
      case 'binary':
        return binaryColumn(node.operator, this.#known(node.left), this.#known(node.right), length);
      case 'conditional':
        return chosen(this.#known(node.test), this.#known(node.yes), this.#known(node.no), length);
      case 'cross': {
        const [left, right] = [this.#known(node.left), this.#known(node.right)];
        return node.direction === 'over'
          ? crossedOver(left, right, length)
          : crossedOver(right, left, length);
      }
      default:
        throw new BacktabError('internal', { detail: `${node.op} is not a column` });
    }
  }

  #known(id: NodeId): Operand {
    return this.#plan.rates[id] === 'scalar' ? this.#scalars[id]! : this.#columns.get(id)!;
  }

  /** Number of a node's structure in the store; parameters count by value. */
  #structureOf(root: NodeId): number {
    const open: NodeId[] = [root];
    while (open.length > 0) {
      const id = open.at(-1)!;
      const children = this.#plan.rates[id] === 'scalar' ? [] : childrenOf(this.#plan.nodes[id]!);
      const waiting = this.#structures.has(id)
        ? []
        : children.filter((child) => !this.#structures.has(child));
      open.push(...waiting);
      if (waiting.length > 0) continue;
      open.pop();
      if (!this.#structures.has(id))
        this.#structures.set(id, this.#store.structure(this.#structureText(id, children)));
    }
    return this.#structures.get(root)!;
  }

  #structureText(id: NodeId, children: readonly NodeId[]): string {
    if (this.#plan.rates[id] === 'scalar') return `scalar ${this.#scalars[id]}`;
    const node = this.#plan.nodes[id]!;
    const parts = children.map((child) => this.#structures.get(child)).join(' ');
    switch (node.op) {
      case 'price':
        return `price ${node.column}${frameText(this.#frame(node.frame ?? 0))}`;
      case 'state':
        return `state ${this.#number} ${node.state}`;
      case 'clock':
        return `clock ${node.field}${frameText(this.#frame(node.frame ?? 0))}`;
      case 'align':
        return `align ${parts} ${frameText(this.#frame(node.frame))}`;
      case 'indicator':
        return `output ${node.name}${variantText(node.variant)} ${node.output} ${parts}`;
      case 'history':
        return `history ${node.bars} ${parts}`;
      case 'cross':
        return `cross ${node.direction} ${parts}`;
      case 'unary':
      case 'binary':
        return `${node.operator} ${parts}`;
      default:
        return `${node.op} ${parts}`;
    }
  }
}

/** @throws BacktabError `script_too_costly` when the columns would not fit */
function checkMemory(plan: Plan, bars: number): void {
  const bytes = bars * planCost(plan).bytesPerBar;
  const limit = SCRIPT_LIMITS.runBytes;
  if (bytes > limit) throw new BacktabError('script_too_costly', { bytes, bars, limit });
}

/** For values that read no account. */
const NO_ACCOUNT: AccountView = {
  equity: NaN,
  cash: NaN,
  positionSize: 0,
  entryPrice: NaN,
  barsHeld: NaN,
  markets: [],
};

function knownIndicator(name: string): Indicator {
  const indicator = findIndicator(name);
  if (!indicator) throw new BacktabError('internal', { detail: `there is no indicator ${name}` });
  return indicator;
}

/** Values of scalar nodes in order; NaN for other rates. */
function scalarValues(plan: Plan, parameters: ReadonlyMap<string, number>): Column {
  const values = new Float64Array(plan.nodes.length).fill(NaN);
  writeScalars(plan, parameters, values);
  return values;
}

function writeScalars(plan: Plan, parameters: ReadonlyMap<string, number>, values: Column): void {
  plan.nodes.forEach((node, id) => {
    if (plan.rates[id] === 'scalar') values[id] = scalarValue(node, values, parameters);
  });
}

/** Computes one scalar node of a plan for many sets of parameters, all of them given by name. */
export function scalarProgram(plan: Plan, root: NodeId): (parameters: ReadonlyMap<string, number>) => number {
  const values = new Float64Array(plan.nodes.length).fill(NaN);
  return (parameters) => {
    writeScalars(plan, parameters, values);
    return values[root]!;
  };
}

function scalarValue(node: PlanNode, values: Column, parameters: ReadonlyMap<string, number>): number {
  switch (node.op) {
    case 'constant':
      return node.value;
    case 'param':
      return parameters.get(node.name) ?? NaN;
    case 'unary':
      return UNARY[node.operator](values[node.of]!);
    case 'binary':
      return BINARY[node.operator](values[node.left]!, values[node.right]!);
    case 'conditional':
      return values[values[node.test] === 1 ? node.yes : node.no]!;
    default:
      throw new BacktabError('internal', { detail: `${node.op} is not a scalar` });
  }
}
