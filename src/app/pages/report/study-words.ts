import { METRICS } from '../../../core/metric-info';
import type {
  SensitivityKind,
  SensitivityMetric,
  SensitivityStudy,
  VariantResult,
} from '../../../research/sensitivity/shape';
import { formatNumber, formatPercent } from '../../format';
import type { ShownColumn } from '../../plots/column-layout';

/** What each study is about, as a heading. */
export const STUDY_TITLES: Readonly<Record<SensitivityKind, string>> = {
  costs: 'Dearer trading',
  start: 'Another first day',
  delay: 'Late orders',
  skip: 'Missed entries',
};

/** Figures that a study can sum up. */
export const STUDY_METRICS: readonly { readonly id: SensitivityMetric; readonly label: string }[] = (
  ['cagr', 'sharpe', 'totalReturn'] as const
).map((id) => ({ id, label: METRICS.find(({ key }) => key === id)?.name ?? id }));

/** A value of the figure, with its sign. */
export const studyValue = (value: number | null, metric: SensitivityMetric): string =>
  metric === 'sharpe'
    ? formatNumber(value, { signed: true })
    : formatPercent(value, { decimals: 1, signed: true });

/** A variant in words, as `3 bars late: −0.4 %, 21 trades`. */
export const variantWords = ({ label, figures }: VariantResult, metric: SensitivityMetric): string =>
  `${label.slice(0, 1).toUpperCase()}${label.slice(1)}: ${studyValue(figures[metric], metric)}, ${figures.trades} ${
    figures.trades === 1 ? 'trade' : 'trades'
  }.`;

/** The variants of a study along one axis as columns; those without a value are left out. */
export const studyColumns = ({ results, metric, kind }: SensitivityStudy): readonly ShownColumn[] =>
  results.map((result) => ({
    label: kind === 'start' ? result.label.replace(/^from /, '') : String(result.at[0] ?? ''),
    words: variantWords(result, metric),
    value: result.figures[metric] ?? NaN,
    beside: null,
  }));

/** One cell of a study along two axes. */
export interface StudyCell {
  readonly result: VariantResult;
  readonly value: number | null;
  /** Whether it is the run as it is. */
  readonly asRun: boolean;
}

/** A study along two axes as a table: a row for each value of the first one. */
export interface StudyGrid {
  readonly rows: readonly { readonly value: number; readonly cells: readonly (StudyCell | null)[] }[];
  readonly columns: readonly number[];
}

/** Lays a study of two axes out as a table. */
export function studyGrid({ axes, results, metric, base }: SensitivityStudy): StudyGrid {
  const [down, across] = axes;
  const cellAt = (row: number, column: number): StudyCell | null => {
    const result = results.find(({ at }) => at[0] === row && at[1] === column);
    if (!result) return null;
    const asRun = result.figures.costs === base.costs && result.figures.totalReturn === base.totalReturn;
    return { result, value: result.figures[metric], asRun };
  };
  const columns = across?.values ?? [];
  return {
    columns,
    rows: (down?.values ?? []).map((value) => ({
      value,
      cells: columns.map((column) => cellAt(value, column)),
    })),
  };
}

/** Place of a value on the diverging scale, 0 greatest loss to 1 greatest gain, 0.5 for zero. */
export function divergingShare(value: number, most: number): number {
  return most > 0 ? 0.5 + Math.min(Math.max(value / most, -1), 1) / 2 : 0.5;
}
