import { METRICS } from '../../../core/metric-info';
import type { SweepCell, SweepOutcome } from '../../../research/outcome';
import { formatInteger, formatNumber, formatPercent } from '../../format';
import type { HistogramMark } from '../../sweep-view/histogram';

/** Figures that a sweep gives for each cell. */
export type SweepMetric = keyof SweepCell['metrics'];

/** What the colour of the heat map may show. */
export const SWEEP_METRICS: readonly { readonly id: SweepMetric; readonly label: string }[] = (
  ['sharpe', 'cagr', 'maxDrawdown', 'totalReturn', 'trades', 'finalEquity'] as const
).map((id) => ({ id, label: METRICS.find((metric) => metric.key === id)?.name ?? id }));

/** A figure as the map compares it, higher is better: a fall counts as negative. */
export const signedMetric = (value: number | null, metric: SweepMetric): number | null =>
  value !== null && metric === 'maxDrawdown' ? -value : value;

/** A cell's figure as the map compares it. */
export const signedFigure = (cell: SweepCell, metric: SweepMetric): number | null =>
  signedMetric(cell.metrics[metric], metric);

/** A figure of `signedMetric` as text. */
export function figureText(value: number | null, metric: SweepMetric): string {
  if (metric === 'sharpe') return formatNumber(value);
  if (metric === 'trades' || metric === 'finalEquity') return formatInteger(value);
  return formatPercent(value, { signed: metric !== 'maxDrawdown' });
}

/** A cell's figure as text. */
export const cellText = (cell: SweepCell, metric: SweepMetric): string =>
  figureText(signedFigure(cell, metric), metric);

/** Sharpe ratio of a cell with its standard error where that is known: `0.80 ± 0.23`. */
export function sharpeWithError({ metrics, sharpeError }: SweepCell): string {
  const sharpe = formatNumber(metrics.sharpe);
  return sharpeError === null ? sharpe : `${sharpe} ± ${formatNumber(sharpeError)}`;
}

/**
 * Whether a cell is as good as the plateau while those around it are not: a lucky spike, most likely.
 *
 * @param floor  least Sharpe ratio of the plateau; null without one
 */
export function standsAlone({ metrics, neighbours }: SweepCell, floor: number | null): boolean {
  if (floor === null || neighbours === null || metrics.sharpe === null) return false;
  return metrics.sharpe >= floor && neighbours < floor;
}

/** The best value of a sweep; null when no cell has one. */
export function bestOf(sweep: SweepOutcome, metric: SweepMetric): number | null {
  let best: number | null = null;
  for (const figure of sweep.trials.figures[metric]) {
    const value = Number.isNaN(figure) ? null : signedMetric(figure, metric);
    if (value !== null && (best === null || value > best)) best = value;
  }
  return best;
}

/** The marks that are known, with their names. */
export function histogramMarks(known: {
  readonly own: number | null;
  readonly holding: number | null;
  readonly luck: number | null;
  readonly best: number | null;
}): readonly HistogramMark[] {
  const marks = [
    { name: 'yours', value: known.own, tone: 'yours' },
    { name: 'holding', value: known.holding, tone: 'index' },
    { name: 'by luck', value: known.luck, tone: 'luck' },
    { name: 'best', value: known.best, tone: 'best' },
  ] as const;
  return marks.flatMap(({ name, value, tone }) => (value === null ? [] : [{ name, value, tone }]));
}
