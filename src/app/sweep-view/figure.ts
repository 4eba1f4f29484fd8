import type { Column } from '../../core/column';
import { METRICS } from '../../core/metric-info';
import type { MetricInfo, Metrics } from '../../core/metrics';
import type { SweepOutcome } from '../../research/outcome';
import { goalOf, SHARPE, type ObjectiveSpec } from '../../workers/sweep-protocol';
import { formatInteger, formatNumber, formatPercent } from '../format';

/** What the settings of a sweep can be looked at by: one of the six figures, or what an objective came to. */
export interface FigureChoice {
  /** Key of the figure, or the objective's formula. */
  readonly id: string;
  readonly label: string;
}

/** A figure of all settings. */
export interface SweepFigure extends FigureChoice {
  /** One per row of the trials; higher is better, NaN where there is none. */
  readonly scores: Column;
  /** A score as text: `0.26`, a fall of `−17.7 %`. */
  write(score: number | null): string;
  /** Score of another run by its headline figures; null where it has none, and for formulas. */
  scoreOf(metrics: Metrics): number | null;
}

type Figured = Pick<SweepOutcome, 'objectives' | 'trials'>;
type Goal = ObjectiveSpec['goal'];

/** The figures of every sweep in the order in which they are offered. */
const OFFERED = ['sharpe', 'cagr', 'maxDrawdown', 'totalReturn', 'trades', 'finalEquity'] as const;

const infoOf = (id: string): MetricInfo | undefined => METRICS.find(({ key }) => key === id);

/** Name of a headline figure, or the formula itself. */
export const figureName = (id: string): string => infoOf(id)?.name ?? id;

/** What a sweep can be looked at by: its objectives, then the figures of every sweep. */
export function figureChoices({ objectives }: Pick<SweepOutcome, 'objectives'>): readonly FigureChoice[] {
  const ids = new Set([...objectives.map(({ formula }) => formula), ...OFFERED]);
  return [...ids].map((id) => ({ id, label: figureName(id) }));
}

/** A figure of a sweep; its first objective where it has no such figure. */
export function figureOf({ objectives, trials }: Figured, id: string | null): SweepFigure {
  const wanted = objectives.findIndex(({ formula }) => formula === id);
  const known = OFFERED.find((figure) => figure === id);
  if (wanted < 0 && known) {
    const goal = goalOf(known);
    const column = trials.figures[known];
    return sweepFigure(known, goal === 'maximize' ? column : column.map((value) => -value), goal);
  }
  const k = Math.max(wanted, 0);
  const { formula, goal } = objectives[k] ?? SHARPE;
  return sweepFigure(formula, trials.scores[k] ?? trials.figures.sharpe, goal);
}

const sweepFigure = (id: string, scores: Column, goal: Goal): SweepFigure => ({
  id,
  label: figureName(id),
  scores,
  write: (score) => valueText(id, score === null ? null : goal === 'maximize' ? score : -score),
  scoreOf(metrics) {
    const value = infoOf(id) ? metrics[id as keyof Metrics] : null;
    return value === null ? null : goal === 'maximize' ? value : -value;
  },
});

/** A figure as text; a fall has the sign of a loss. */
export function valueText(id: string, value: number | null): string {
  if (id === 'maxDrawdown') return formatPercent(value === null ? null : -value);
  switch (infoOf(id)?.unit) {
    case 'fraction':
      return formatPercent(value, { signed: id === 'cagr' || id === 'totalReturn' });
    case 'count':
    case 'bars':
    case 'money':
      return formatInteger(value);
    default:
      return formatNumber(value);
  }
}
