import type { Column } from '../core/column';
import { ColumnEvaluator, type ParameterValues } from './column-evaluator';
import type { ColumnStore } from './column-store';
import type { Plan, PlanSeries } from './plan';

/** A line of the script with its values: what chart and value lens show. */
export interface NamedSeries extends Omit<PlanSeries, 'node'> {
  /** One value per bar, owned by the caller; bools are 1 and 0. */
  readonly values: Column;
}

/**
 * Values of a plan's plots and lenses over the store's bars. Each column is a copy, free to be
 * changed or transferred.
 *
 * @throws BacktabError `parameter_unknown` | `parameter_out_of_range`
 */
export function planSeries(
  plan: Plan,
  parameters: ParameterValues,
  columns: ColumnStore,
): { readonly plots: readonly NamedSeries[]; readonly lenses: readonly NamedSeries[] } {
  const evaluator = new ColumnEvaluator(plan, parameters, columns);
  const valued = ({ node, ...series }: PlanSeries): NamedSeries => ({
    ...series,
    values: evaluator.column(node).slice(),
  });
  return { plots: plan.plots.map(valued), lenses: plan.lenses.map(valued) };
}
