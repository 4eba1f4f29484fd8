import type { SweepAxis } from '../outcome';

/** The values of the axes at a place. */
export function valuesAt(axes: readonly SweepAxis[], place: number): readonly number[] {
  const out: number[] = axes.map(() => NaN);
  let rest = place;
  for (let k = axes.length - 1; k >= 0; k--) {
    const { values } = axes[k]!;
    out[k] = values[rest % values.length]!;
    rest = Math.floor(rest / values.length);
  }
  return out;
}

/** The place of a point of the unit cube, one coordinate in [0, 1) per axis. */
export const placeOfPoint = (axes: readonly SweepAxis[], point: ArrayLike<number>): number =>
  axes.reduce((place, { values }, k) => place * values.length + Math.floor(point[k]! * values.length), 0);

/** Position of a row-major cell along each axis. */
export function coordinates(axes: readonly SweepAxis[], index: number): readonly number[] {
  const out: number[] = [];
  let rest = index;
  for (let k = axes.length - 1; k >= 0; k--) {
    const length = axes[k]!.values.length;
    out[k] = rest % length;
    rest = Math.floor(rest / length);
  }
  return out;
}
