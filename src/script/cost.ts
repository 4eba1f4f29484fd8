import { formatCount } from '../core/format';
import { findIndicator } from '../indicators/catalogue';
import { variantOf } from '../indicators/variant';
import { variantText } from './canonical';
import { keptRows, steppedNodes } from './dependence';
import type { NodeId, Plan, PlanNode } from './plan';

/** Bytes of a value. */
const VALUE_BYTES = 8;

/** What a run of a plan costs, known before it: it does not depend on what the data hold. */
export interface PlanCost {
  /** Values that are known before the run, computed once. */
  readonly scalars: number;
  /** Values of the bars that are computed as whole columns, one each bar. */
  readonly columns: number;
  /** Values of the bars behind a state, computed in order from bar to bar. */
  readonly stepped: number;
  /** Values that the position decides, computed bar by bar while the engine runs. */
  readonly account: number;
  /** Calls of indicators, each once however many of its values are used. */
  readonly indicators: number;
  /** Values kept from bar to bar. */
  readonly states: number;
  /** Bytes of memory for each bar of the data: all columns, bars of their own frames counted as one. */
  readonly bytesPerBar: number;
  /** Bytes that histories and states keep, whatever the number of bars. */
  readonly keptBytes: number;
  /** Kinds of bars that it runs over: its own, longer ones, those of other datasets. */
  readonly frames: number;
  /** Order statements, looked at on each bar. */
  readonly orders: number;
}

type Indicator = Extract<PlanNode, { op: 'indicator' }>;

/**
 * The cost of a plan: how many values a bar takes, and how much memory. Nothing of a script can cost more, as it has no
 * loops and no recursion.
 */
export function planCost(plan: Plan): PlanCost {
  const { nodes, rates, states, frames, actions } = plan;
  const stepped = steppedNodes(plan);
  const isColumn = (id: NodeId): boolean => rates[id] === 'column';
  const ids = nodes.map((_, id) => id);
  const calls = new Map<string, Indicator>();
  for (const node of nodes) if (node.op === 'indicator') calls.set(callKey(node), node);
  const whole = ids.filter((id) => isColumn(id) && !stepped[id]);
  const ownColumns = whole.filter((id) => nodes[id]!.op !== 'price' && nodes[id]!.op !== 'indicator').length;
  const steppedColumns = ids.filter((id) => isColumn(id) && stepped[id]).length;
  const indicatorColumns = [...calls.values()].filter(isComputedWhole(plan, stepped)).map(outputsOf);
  return {
    scalars: ids.filter((id) => rates[id] === 'scalar').length,
    columns: whole.length,
    stepped: steppedColumns,
    account: ids.filter((id) => rates[id] === 'account').length,
    indicators: calls.size,
    states: states.length,
    bytesPerBar: VALUE_BYTES * (ownColumns + steppedColumns + sum(indicatorColumns)),
    keptBytes: VALUE_BYTES * (states.length + keptRows(plan)),
    frames: frames.length,
    orders: actions.length,
  };
}

/** The same in words, as `Computes 12 values a bar: 4 indicators. Takes 88 bytes a bar.` */
export function costWords(cost: PlanCost): string {
  const { columns, stepped, account, indicators, states, bytesPerBar, keptBytes, frames } = cost;
  const values = columns + stepped + account;
  const decided = account === 0 ? '' : `, ${account} of them decided by the position`;
  const kept = states === 0 ? '' : `, ${formatCount(states, 'state')}`;
  const others = frames === 1 ? '' : `, ${formatCount(frames - 1, 'other kind')} of bars`;
  const memory = keptBytes === 0 ? '' : ` and ${bytesText(keptBytes)} for what is looked back at`;
  return `Computes ${formatCount(values, 'value')} a bar${decided}: ${formatCount(indicators, 'indicator')}${kept}${others}. Takes ${bytesText(bytesPerBar)} a bar${memory}.`;
}

const callKey = ({ name, variant, inputs, params }: Indicator): string =>
  `${name}${variantText(variant)} ${inputs.join(' ')} ${params.join(' ')}`;

/** Whether an indicator is computed as columns of all its outputs. */
const isComputedWhole =
  (plan: Plan, stepped: readonly boolean[]) =>
  ({ inputs }: Indicator): boolean =>
    inputs.every((id) => plan.rates[id] !== 'account' && !stepped[id]);

function outputsOf({ name, variant }: Indicator): number {
  const indicator = findIndicator(name);
  return indicator ? variantOf(indicator, variant).outputs.length : 1;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** `88 bytes`, `1.2 MB`. */
function bytesText(bytes: number): string {
  if (bytes < 1000) return formatCount(bytes, 'byte');
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${Number(size.toPrecision(3))} ${unit}`;
}
