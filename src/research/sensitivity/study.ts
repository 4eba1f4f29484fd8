import { formatFigure, type FigureUnit } from '../../core/figure';
import { formatCount, formatPercent } from '../../core/format';
import { METRICS } from '../../core/metric-info';
import { median } from '../../metrics/median';
import type {
  SensitivityMetric,
  SensitivityPlan,
  SensitivityStudy,
  SensitivitySummary,
  VariantFigures,
  VariantResult,
} from './shape';

/**
 * What the variants of a plan found, with the answer to its question.
 *
 * @param plan     the study
 * @param base     figures of the run as it is
 * @param figures  of each variant, in the order of the plan
 * @param metric   figure that is summed up
 */
export function sensitivityStudy(
  plan: SensitivityPlan,
  base: VariantFigures,
  figures: readonly VariantFigures[],
  metric: SensitivityMetric,
): SensitivityStudy {
  const { kind, question, assumptions, axes } = plan;
  const results = plan.variants.flatMap(({ label, at }, i): VariantResult[] => {
    const found = figures[i];
    return found ? [{ label, at, figures: found }] : [];
  });
  const summary = summaryOf(results, metric);
  const answer = answerOf(summary, base[metric], metric);
  return { kind, question, assumptions, axes, metric, base, results, summary, answer };
}

/** @param results  variants in the order of their plan; the first of equals is named */
export function summaryOf(results: readonly VariantResult[], metric: SensitivityMetric): SensitivitySummary {
  const known = results.flatMap(({ label, figures }) => {
    const value = figures[metric];
    return value === null ? [] : [{ label, value }];
  });
  const count = known.length;
  const ranked = known.toSorted((a, b) => a.value - b.value);
  return {
    known: count,
    variants: results.length,
    median: count === 0 ? null : median(known.map(({ value }) => value)),
    aboveZero: count === 0 ? null : known.filter(({ value }) => value > 0).length / count,
    worst: ranked[0] ?? null,
    best: ranked.at(-1) ?? null,
  };
}

const UNITS: Readonly<Record<SensitivityMetric, FigureUnit>> = {
  cagr: 'fraction a year',
  sharpe: 'ratio',
  totalReturn: 'fraction',
};

/** A value of the figure in words, as `−1.20 % a year`. */
export const figureWords = (value: number | null, metric: SensitivityMetric): string =>
  formatFigure(value, UNITS[metric], '', { signed: true });

/** Name of the figure, as `Growth a year`. */
export const metricName = (metric: SensitivityMetric): string =>
  METRICS.find(({ key }) => key === metric)?.name ?? metric;

function answerOf(summary: SensitivitySummary, base: number | null, metric: SensitivityMetric): string {
  const { known, variants, aboveZero, worst, best } = summary;
  if (!worst || !best)
    return `${metricName(metric)} is undefined for all ${formatCount(variants, 'variant')}.`;
  const missing = variants - known;
  const without = missing > 0 ? ` ${formatCount(missing, 'variant')} without a value.` : '';
  return (
    `${metricName(metric)} ${figureWords(base, metric)} as run; median ${figureWords(summary.median, metric)} over ${formatCount(known, 'variant')}, ` +
    `${formatPercent(aboveZero, { decimals: 0 })} of them above zero. Worst ${figureWords(worst.value, metric)} (${worst.label}), ` +
    `best ${figureWords(best.value, metric)} (${best.label}).${without}`
  );
}
