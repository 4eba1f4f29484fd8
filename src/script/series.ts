import type { Column } from '../core/column';
import type { AccountRecord } from './account-record';
import { annotationsOf, type Annotation } from './annotations';
import { ColumnEvaluator, type ParameterValues } from './column-evaluator';
import type { ColumnStore } from './column-store';
import type { Diagnostic } from './diagnostic';
import { neverHolding } from './never-holding';
import type { NodeId, Plan, PlanSeries } from './plan';

/** A line of the script with its values: what chart and value lens show. */
export interface NamedSeries extends Omit<PlanSeries, 'node'> {
  /** One value per bar, owned by the caller; bools are 1 and 0. */
  readonly values: Column;
}

/**
 * Values of a plan's plots and lenses over the store's bars, what it marks, colours and tells,
 * and what these bars tell of it.
 * Each column is a copy, free to be changed or transferred.
 *
 * @param record  what a run of the plan wrote down; without it plots and messages of the position have no values
 *
 * @throws BacktabError `parameter_unknown` | `parameter_out_of_range`
 */
export function planSeries(
  plan: Plan,
  parameters: ParameterValues,
  columns: ColumnStore,
  record: AccountRecord | null | undefined = null,
): {
  readonly plots: readonly NamedSeries[];
  readonly lenses: readonly NamedSeries[];
  readonly annotations: readonly Annotation[];
  readonly doubts: readonly Diagnostic[];
} {
  const evaluator = new ColumnEvaluator(plan, parameters, columns);
  evaluator.prepare([...plan.plots, ...plan.lenses].map(({ node }) => node));
  const column = (id: NodeId): Column =>
    record?.column(id) ??
    (plan.rates[id] === 'account' ? new Float64Array(columns.length).fill(NaN) : evaluator.column(id));
  const valued = ({ node, ...series }: PlanSeries): NamedSeries => ({
    ...series,
    values: column(node).slice(),
  });
  const lenses = plan.lenses.map(valued);
  return {
    plots: plan.plots.map(valued),
    lenses,
    doubts: neverHolding(lenses),
    annotations: annotationsOf(plan, columns.bars.time, column),
  };
}
