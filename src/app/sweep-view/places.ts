import type { SweepAxis, SweepOutcome } from '../../research/outcome';

/** By how much a place grows with one value more of each axis. */
export function axisSteps(axes: readonly SweepAxis[]): readonly number[] {
  const steps = axes.map(() => 1);
  for (let k = axes.length - 2; k >= 0; k--) steps[k] = steps[k + 1]! * axes[k + 1]!.values.length;
  return steps;
}

/** Position of a place along one axis. */
export const coordinate = (place: number, step: number, length: number): number =>
  Math.floor(place / step) % length;

/** Position on each axis of a row-major place. */
export function placesOf({ axes }: Pick<SweepOutcome, 'axes'>, place: number): readonly number[] {
  const steps = axisSteps(axes);
  return axes.map(({ values }, k) => coordinate(place, steps[k]!, values.length));
}

/** Row-major place of a setting; null when the sweep does not hold it. */
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
