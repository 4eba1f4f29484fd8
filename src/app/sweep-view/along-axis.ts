import type { Column } from '../../core/column';
import type { MapSource } from './heat-grid';
import { groupedMedians } from './grouped-medians';
import { axisSteps, coordinate } from './places';

/** The metric along one parameter. */
export interface AxisProfile {
  readonly values: readonly number[];
  /** One per value; null where nothing was run. */
  readonly metric: readonly (number | null)[];
  /** Others held at the current setting, or the best over all of theirs. */
  readonly kind: 'slice' | 'best';
}

/**
 * Metric of a sweep along one of its parameters: the others are held at the current setting when
 * the sweep holds it, else each value stands for the best over the others.
 *
 * @param scores   one per row of the trials, higher is better; NaN where it is unknown
 * @param current  values in the order of the axes; null when there is no setting
 * @returns        null when the sweep has no such parameter
 */
export function alongAxis(
  { axes, trials }: MapSource,
  name: string,
  scores: Column,
  current: readonly number[] | null,
): AxisProfile | null {
  const axisIndex = axes.findIndex((axis) => axis.name === name);
  const axis = axes[axisIndex];
  if (!axis) return null;
  const held = axes.map((other, k) => other.values.indexOf(current?.[k] ?? NaN));
  const isSlice = held.every((place, k) => k === axisIndex || place >= 0);
  const steps = axisSteps(axes);
  const best: (number | null)[] = axis.values.map(() => null);
  trials.place.forEach((place, row) => {
    const value = scores[row]!;
    if (!Number.isFinite(value)) return;
    const along = (k: number): number => coordinate(place, steps[k]!, axes[k]!.values.length);
    if (isSlice && axes.some((_, k) => k !== axisIndex && along(k) !== held[k])) return;
    const at = along(axisIndex);
    best[at] = Math.max(best[at] ?? -Infinity, value);
  });
  return { values: axis.values, metric: best, kind: isSlice ? 'slice' : 'best' };
}

/** Median of the scores over all settings with each value of a parameter; NaN where none has a figure. */
export function mediansAlong({ axes, trials }: MapSource, index: number, scores: Column): Float64Array {
  const step = axisSteps(axes)[index]!;
  const { length } = axes[index]!.values;
  return groupedMedians(scores, (row) => coordinate(trials.place[row]!, step, length), length);
}
