import { METRICS } from '../../../core/metric-info';
import type { SweepCell } from '../../../research/outcome';
import { formatInteger, formatNumber, formatPercent } from '../../format';

/** Figures that a sweep gives for each cell. */
export type SweepMetric = keyof SweepCell['metrics'];

/** What the colour of the heat map may show. */
export const SWEEP_METRICS: readonly { readonly id: SweepMetric; readonly label: string }[] = (
  ['sharpe', 'cagr', 'maxDrawdown', 'totalReturn', 'trades', 'finalEquity'] as const
).map((id) => ({ id, label: METRICS.find((metric) => metric.key === id)?.name ?? id }));

/** A cell's figure as text. */
export function cellText(cell: SweepCell, metric: SweepMetric): string {
  const value = cell.metrics[metric];
  if (metric === 'sharpe') return formatNumber(value);
  if (metric === 'trades' || metric === 'finalEquity') return formatInteger(value);
  if (metric === 'maxDrawdown') return formatPercent(value === null ? null : -value);
  return formatPercent(value, { signed: true });
}
