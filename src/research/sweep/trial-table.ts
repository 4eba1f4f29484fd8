import type { SweepCell, SweepOutcome, TrialFigure } from '../outcome';
import { valuesAt } from './grid-place';

/** Figures that every way of running a setting gives. */
export const TRIAL_FIGURES = [
  'totalReturn',
  'cagr',
  'sharpe',
  'maxDrawdown',
  'trades',
  'finalEquity',
] as const satisfies readonly TrialFigure[];

/** Row of a place in ascending places; -1 where it was not run. */
export function rowOfPlace(places: Float64Array, place: number): number {
  if (places[place] === place) return place;
  let low = 0;
  let high = places.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = places[middle]!;
    if (found === place) return middle;
    if (found < place) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The setting of a row. */
export function cellOfRow({ axes, trials }: Pick<SweepOutcome, 'axes' | 'trials'>, row: number): SweepCell {
  const { figures } = trials;
  return {
    parameters: valuesAt(axes, trials.place[row]!),
    metrics: {
      totalReturn: known(figures.totalReturn[row]!),
      cagr: known(figures.cagr[row]!),
      sharpe: known(figures.sharpe[row]!),
      maxDrawdown: known(figures.maxDrawdown[row]!),
      trades: figures.trades[row]!,
      finalEquity: figures.finalEquity[row]!,
    },
    exact: trials.exact[row] === 1,
    sharpeError: known(trials.sharpeError[row]!),
    neighbours: known(trials.neighbours[row]!),
  };
}

/** The setting at a place of the grid; null where none was run. */
export function cellAt(outcome: Pick<SweepOutcome, 'axes' | 'trials'>, place: number): SweepCell | null {
  const row = rowOfPlace(outcome.trials.place, place);
  return row < 0 ? null : cellOfRow(outcome, row);
}

/** A column from optional figures: NaN stands for none. */
export const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
