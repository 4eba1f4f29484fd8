import type { SweepAxis } from './outcome';
import { coordinates } from './sweep/grid-place';

/** Axes up to which cells that touch at a corner are neighbours; with more there would be thousands. */
const CORNER_AXES = 3;

/**
 * Row-major indexes of the cells at most one step away along every axis, or along a single one where there are more
 * than three axes; the cell itself left out.
 */
export function neighbourhood(axes: readonly SweepAxis[], index: number): readonly number[] {
  const found: number[] = [];
  neighbourVisitor(axes)(index, (cell) => found.push(cell));
  return found;
}

/** What tells the neighbourhood of one cell after the other, without lists of them. */
export function neighbourVisitor(
  axes: readonly SweepAxis[],
): (index: number, visit: (cell: number) => void) => void {
  if (axes.length > CORNER_AXES) return (index, visit) => joined(axes, index).forEach(visit);
  const lengths = axes.map(({ values }) => values.length);
  const at = new Float64Array(axes.length);
  const walk = (axis: number, base: number, index: number, visit: (cell: number) => void): void => {
    if (axis === lengths.length) {
      if (base !== index) visit(base);
      return;
    }
    const length = lengths[axis]!;
    const last = Math.min(at[axis]! + 1, length - 1);
    for (let step = Math.max(0, at[axis]! - 1); step <= last; step++)
      walk(axis + 1, base * length + step, index, visit);
  };
  return (index, visit) => {
    for (let axis = lengths.length - 1, rest = index; axis >= 0; axis--) {
      const length = lengths[axis]!;
      at[axis] = rest % length;
      rest = Math.floor(rest / length);
    }
    walk(0, 0, index, visit);
  };
}

/** Row-major indexes of the cells one step away along a single axis. */
function joined(axes: readonly SweepAxis[], index: number): readonly number[] {
  const found: number[] = [];
  const places = coordinates(axes, index);
  let stride = 1;
  for (let k = axes.length - 1; k >= 0; k--) {
    const { length } = axes[k]!.values;
    if (places[k]! > 0) found.push(index - stride);
    if (places[k]! < length - 1) found.push(index + stride);
    stride *= length;
  }
  return found;
}

/**
 * The good ground around a cell: all cells of `floor` or more that are joined to it side by side.
 *
 * @param axes     of the sweep
 * @param scoreAt  of a row-major index; NaN for cells that were not run
 * @param best     the cell to start from
 * @param floor    least score that belongs to it
 * @returns        row-major indexes, ascending, `best` included
 */
export function plateau(
  axes: readonly SweepAxis[],
  scoreAt: (index: number) => number,
  best: number,
  floor: number,
): readonly number[] {
  const found = new Set([best]);
  const open = [best];
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    for (const next of joined(axes, cell)) {
      if (found.has(next) || !(scoreAt(next) >= floor)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Where a plateau meets the end of an axis. */
export interface TouchedEdge {
  readonly axis: SweepAxis;
  readonly end: 'smallest' | 'largest';
  /** Cells of the plateau on that edge. */
  readonly cells: number;
}

/** Ends of the axes that a plateau reaches, the one with most cells first. Axes of one value have no ends. */
export function touchedEdges(axes: readonly SweepAxis[], cells: readonly number[]): readonly TouchedEdge[] {
  const places = cells.map((cell) => coordinates(axes, cell));
  return axes
    .flatMap((axis, k) => {
      if (axis.values.length < 2) return [];
      const at = (row: number): number => places.filter((place) => place[k] === row).length;
      return [
        { axis, end: 'largest', cells: at(axis.values.length - 1) } as const,
        { axis, end: 'smallest', cells: at(0) } as const,
      ];
    })
    .filter((edge) => edge.cells > 0)
    .toSorted((a, b) => b.cells - a.cells);
}
