import { intervalDuration, readInterval } from '../../core/interval';
import { findIndicator } from '../../indicators/catalogue';
import { variantOf } from '../../indicators/variant';
import { childrenOf } from '../../script/canonical';
import { ColumnEvaluator } from '../../script/column-evaluator';
import type { ColumnStore, ParameterValues } from '../../script/evaluate';
import type { NodeId, Plan } from '../../script/plan';

/** How far back a plan looks. */
export interface IndicatorSpan {
  /** Bars before the one that decides: warm-ups of indicators and histories, added up along the longest way. */
  readonly bars: number;
  /** Whether it has states, which may remember for ever. */
  readonly hasStates: boolean;
}

/**
 * Bars that a decision of a plan looks back on. Recursive indicators count with their warm-up, although a trace of
 * older bars stays in them; bars of a longer timeframe count as the bars of the run that they may hold.
 *
 * @throws BacktabError `parameter_unknown` | `parameter_out_of_range`
 */
export function indicatorSpan(plan: Plan, parameters: ParameterValues, columns: ColumnStore): IndicatorSpan {
  const barMs = columns.frame({ data: null, interval: null }).intervalMs;
  const evaluator = new ColumnEvaluator(plan, parameters, columns);
  const scalar = (id: NodeId): number => {
    const value = plan.rates[id] === 'scalar' ? evaluator.operand(id) : NaN;
    return typeof value === 'number' ? value : NaN;
  };
  const found: number[] = [];
  plan.nodes.forEach((node, id) => {
    const before = Math.max(0, ...childrenOf(node).map((child) => found[child] ?? 0));
    found.push(before + ownSpan(plan, id, scalar) * barsOfRow(plan, id, barMs));
  });
  return { bars: Math.ceil(Math.max(0, ...found)), hasStates: plan.states.length > 0 };
}

/** Rows of its own frame that a node looks back on by itself. */
function ownSpan(plan: Plan, id: NodeId, scalar: (id: NodeId) => number): number {
  const node = plan.nodes[id];
  if (node?.op === 'history') return node.bars;
  if (node?.op === 'cross') return 1;
  if (node?.op !== 'indicator') return 0;
  const indicator = findIndicator(node.name);
  if (!indicator) return 0;
  const lookback = variantOf(indicator, node.variant).lookback(node.params.map(scalar));
  return Number.isFinite(lookback) ? lookback : 0;
}

/** Bars of the run that a row of a node's frame may hold. */
function barsOfRow(plan: Plan, id: NodeId, barMs: number): number {
  const frame = plan.frames[plan.frameOf[id] ?? 0];
  const interval = frame?.interval ? readInterval(frame.interval) : null;
  return interval && barMs > 0 ? Math.max(1, Math.ceil(intervalDuration(interval) / barMs)) : 1;
}
