import type { SweepOutcome } from '../../../research/outcome';
import { formatNumber } from '../../format';
import type { HistogramMark } from '../../sweep-view/histogram';

/** Sharpe ratio with its standard error where that is known: `0.80 ± 0.23`. */
export function sharpeWithError(sharpe: number, error: number): string {
  const text = formatNumber(sharpe);
  return Number.isNaN(error) ? text : `${text} ± ${formatNumber(error)}`;
}

/**
 * Whether a setting is as good as the plateau while those around it are not: a lucky spike, most likely.
 *
 * @param row    of the trials
 * @param floor  least first score of the plateau; null without one
 */
export function standsAlone(
  { trials }: Pick<SweepOutcome, 'trials'>,
  row: number,
  floor: number | null,
): boolean {
  if (floor === null) return false;
  return trials.scores[0]![row]! >= floor && trials.neighbours[row]! < floor;
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
