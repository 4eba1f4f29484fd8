import type { SweepOutcome } from '../../research/outcome';
import { cellOfRow } from '../../workers/sweep-protocol';
import type { MetricOf } from './heat-grid';

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
 * @param current  values in the order of the axes; null when there is no setting
 * @returns        null when the sweep has no such parameter
 */
export function alongAxis(
  outcome: SweepOutcome,
  name: string,
  metric: MetricOf,
  current: readonly number[] | null,
): AxisProfile | null {
  const axisIndex = outcome.axes.findIndex((axis) => axis.name === name);
  const axis = outcome.axes[axisIndex];
  if (!axis) return null;
  const held = outcome.axes.map((other, k) => other.values.indexOf(current?.[k] ?? NaN));
  const isSlice = held.every((place, k) => k === axisIndex || place >= 0);
  const best: (number | null)[] = axis.values.map(() => null);
  outcome.trials.place.forEach((index, row) => {
    const value = metric(cellOfRow(outcome, row));
    if (value === null || !Number.isFinite(value)) return;
    const places = placesOf(outcome, index);
    if (isSlice && places.some((place, k) => k !== axisIndex && place !== held[k])) return;
    const at = places[axisIndex] ?? 0;
    best[at] = Math.max(best[at] ?? -Infinity, value);
  });
  return { values: axis.values, metric: best, kind: isSlice ? 'slice' : 'best' };
}

/** Place on each axis of a row-major index. */
export function placesOf({ axes }: Pick<SweepOutcome, 'axes'>, index: number): number[] {
  const places: number[] = [];
  let rest = index;
  for (let k = axes.length - 1; k >= 0; k--) {
    const size = axes[k]?.values.length ?? 1;
    places.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return places;
}

/** Row-major index of a setting; null when the sweep does not hold it. */
export function indexOfSetting(
  { axes }: Pick<SweepOutcome, 'axes'>,
  setting: readonly number[] | null,
): number | null {
  if (!setting || setting.length !== axes.length) return null;
  let index = 0;
  for (const [k, axis] of axes.entries()) {
    const place = axis.values.indexOf(setting[k] ?? NaN);
    if (place < 0) return null;
    index = index * axis.values.length + place;
  }
  return index;
}
