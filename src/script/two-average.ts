import { childrenOf } from './canonical';
import { executionOptions, STATEMENTS } from './order-nodes';
import type { NodeId, Plan, PlanAction, PlanNode } from './plan';

/** Whether a plan is what the two-average sweep kernel computes (`TwoAverageSweep` in core). */
export type TwoAverageMatch =
  | {
      readonly kind: 'match';
      /** Parameters that set the two periods. */
      readonly fastParam: string;
      readonly slowParam: string;
      /** Name of the average in the catalogue. */
      readonly average: 'sma' | 'ema';
      /** The two averages: the entry is where the fast one crosses above the slow one. */
      readonly fastNode: NodeId;
      readonly slowNode: NodeId;
      /** Levels of the bracket, of scalar or column rate, independent of both parameters. */
      readonly stop: NodeId | null;
      readonly target: NodeId | null;
      /** Percent of equity, scalar, independent of both parameters. */
      readonly percent: NodeId;
    }
  | {
      readonly kind: 'refused';
      /** Why, as `the entry is not a crossing of two values`; follows "The exact engine is used: ". */
      readonly reason: string;
    };

type Enter = Extract<PlanAction, { kind: 'enter' }>;
type IndicatorNode = Extract<PlanNode, { op: 'indicator' }>;

/** What the kernels know; any other statement is refused by name. */
const KNOWN_ACTIONS: ReadonlySet<PlanAction['kind']> = new Set(['enter', 'exit'] as const);

const refused = (reason: string): TwoAverageMatch => ({ kind: 'refused', reason });

/**
 * Recognises a long-only strategy of two averages: one entry where the one crosses above the
 * other, one exit where it crosses back below, a size in percent of equity. Whatever differs is
 * refused with the reason, so that the exact engine runs it.
 */
export function twoAveragePlan(plan: Plan): TwoAverageMatch {
  const foreign = plan.actions.find(({ kind }) => !KNOWN_ACTIONS.has(kind));
  if (foreign) return refused(`the statement '${STATEMENTS[foreign.kind]}' is the exact engine's alone`);
  const entries = plan.actions.filter((action) => action.kind === 'enter');
  const exits = plan.actions.filter((action) => action.kind === 'exit');
  const [entry] = entries;
  const [exit] = exits;
  if (!entry || entries.length > 1)
    return refused(`the script has ${count(entries.length, 'entry', 'entries')}, not one`);
  if (!exit || exits.length > 1)
    return refused(`the script has ${count(exits.length, 'exit', 'exits')}, not one`);
  if (entry.side !== 'buy') return refused('the entry is short');
  if (exit.position === 'short') return refused('the exit leaves short positions only');
  for (const [name, action] of [
    ['entry', entry],
    ['exit', exit],
  ] as const) {
    const [option] = executionOptions(action);
    if (option) return refused(`the ${name} has the option '${option}'`);
  }

  const pair = crossedPair(plan, entry.when);
  if (!pair) return refused('the entry is not a crossing of two values');
  const leaving = crossedPair(plan, exit.when);
  const isOpposite = leaving && leaving.above === pair.below && leaving.below === pair.above;
  if (!isOpposite) return refused('the exit is not the opposite crossing of the same two values');
  return matchAverages(plan, entry, pair.above, pair.below);
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** What crosses above what, whichever way it was written. */
function crossedPair(plan: Plan, id: NodeId): { above: NodeId; below: NodeId } | null {
  const node = plan.nodes[id];
  if (node?.op !== 'cross') return null;
  return node.direction === 'over'
    ? { above: node.left, below: node.right }
    : { above: node.right, below: node.left };
}

function matchAverages(plan: Plan, entry: Enter, fastNode: NodeId, slowNode: NodeId): TwoAverageMatch {
  const fast = averageOf(plan, fastNode);
  const slow = averageOf(plan, slowNode);
  if (!fast || !slow) return refused('the crossing values are not both averages (sma or ema)');
  if (fast.node.variant || slow.node.variant)
    return refused('an average follows another convention than the default');
  if (fast.node.name !== slow.node.name) return refused('the two averages are of different kinds');
  if (fast.node.inputs[0] !== slow.node.inputs[0]) return refused('the two averages read different values');
  if (fast.param === null || slow.param === null) return refused('a period is not a parameter by itself');
  if (fast.param === slow.param) return refused('both averages have the same period');
  const swept = [fast.param, slow.param];
  if (depends(plan, fast.node.inputs[0] ?? 0, swept))
    return refused('the averaged values depend on a period');
  return matchOrder(plan, entry, swept, {
    kind: 'match',
    fastParam: fast.param,
    slowParam: slow.param,
    average: fast.node.name === 'ema' ? 'ema' : 'sma',
    fastNode,
    slowNode,
  });
}

function averageOf(plan: Plan, id: NodeId): { node: IndicatorNode; param: string | null } | null {
  const node = plan.nodes[id];
  if (node?.op !== 'indicator' || (node.name !== 'sma' && node.name !== 'ema')) return null;
  const period = plan.nodes[node.params[0] ?? -1];
  return { node, param: period?.op === 'param' ? period.name : null };
}

type Matched = Omit<Extract<TwoAverageMatch, { kind: 'match' }>, 'stop' | 'target' | 'percent'>;

function matchOrder(plan: Plan, entry: Enter, swept: readonly string[], matched: Matched): TwoAverageMatch {
  const { sizing, stop, target } = entry;
  if (sizing.kind !== 'percent_of_equity') return refused('the size is not a percent of equity');
  if (plan.rates[sizing.percent] !== 'scalar') return refused('the size changes from bar to bar');
  for (const [name, level] of [
    ['stop', stop],
    ['target', target],
  ] as const) {
    if (level !== null && plan.rates[level] === 'account')
      return refused(`the ${name} depends on the position`);
    if (level !== null && depends(plan, level, swept))
      return refused(`the ${name} depends on a swept parameter`);
  }
  if (depends(plan, sizing.percent, swept)) return refused('the size depends on a swept parameter');
  return { ...matched, stop, target, percent: sizing.percent };
}

/** Whether a value depends on one of the parameters. */
function depends(plan: Plan, root: NodeId, names: readonly string[]): boolean {
  const seen = new Set<NodeId>();
  const open = [root];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = plan.nodes[id];
    if (!node || seen.has(id)) continue;
    if (node.op === 'param' && names.includes(node.name)) return true;
    seen.add(id);
    open.push(...childrenOf(node));
  }
  return false;
}
