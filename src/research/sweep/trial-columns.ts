import type { Column } from '../../core/column';
import type { SweepOutcome } from '../outcome';

/**
 * The settings of a sweep as columns for a file, in order: its parameters, figures, what formulas came to, `exact` (1 or
 * 0), the standard error of the Sharpe ratio, and the median first score of the neighbours. NaN where there is none.
 */
export function trialColumns({
  axes,
  objectives,
  trials,
}: Pick<SweepOutcome, 'axes' | 'objectives' | 'trials'>): Readonly<Record<string, Column>> {
  const columns: Record<string, Column> = {};
  let stride = axes.reduce((product, { values }) => product * values.length, 1);
  for (const { name, values } of axes) {
    stride /= values.length;
    const step = stride;
    columns[name] = trials.place.map((place) => values[Math.floor(place / step) % values.length]!);
  }
  Object.assign(columns, trials.figures);
  objectives.forEach(({ formula, goal }, k) => {
    columns[formula] ??= trials.scores[k]!.map((score) => (goal === 'maximize' ? score : -score));
  });
  const { sharpeError, neighbours } = trials;
  return { ...columns, exact: Float64Array.from(trials.exact), sharpeError, neighbours };
}
