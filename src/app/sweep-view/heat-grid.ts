import type { SweepCell, SweepOutcome } from '../../research/outcome';

/** Which figure the colours show. */
export type MetricOf = (cell: SweepCell) => number | null;

/** A sweep as a grid: columns left to right along the second axis, rows from the top along the first, falling. */
export interface HeatGrid {
  readonly columns: readonly number[];
  /** Values of the row axis, greatest first. */
  readonly rows: readonly number[];
  readonly columnName: string;
  readonly rowName: string;
  /** Row by row from the top. */
  readonly cells: readonly HeatCell[];
  readonly low: number;
  readonly high: number;
  readonly columnMedians: readonly (number | null)[];
  readonly rowMedians: readonly (number | null)[];
}

export interface HeatCell {
  readonly row: number;
  readonly column: number;
  /** Row-major index into the outcome's cells. */
  readonly index: number;
  /** null when it was skipped. */
  readonly cell: SweepCell | null;
  readonly value: number | null;
}

/** Sides of a cell on which the outline of a joined area runs. */
export interface Outline {
  readonly top: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
}

/**
 * Lays a sweep of one or two parameters out as a grid. With one, the grid has a single row. Of more,
 * the further ones are held at the values given.
 *
 * @param fixed  index of the value of each axis from the third on; the first value when absent
 */
export function heatGrid(outcome: SweepOutcome, metric: MetricOf, fixed: readonly number[] = []): HeatGrid {
  const [first, second, ...others] = outcome.axes;
  const rowAxis = second ? first : undefined;
  const columnAxis = second ?? first;
  const columns = columnAxis?.values ?? [];
  const rowValues = rowAxis?.values ?? [NaN];
  const slice = others.reduce((offset, axis, k) => offset * axis.values.length + (fixed[k] ?? 0), 0);
  const stride = others.reduce((size, axis) => size * axis.values.length, 1);

  const cells: HeatCell[] = [];
  for (let row = 0; row < rowValues.length; row++) {
    for (let column = 0; column < columns.length; column++) {
      const index = ((rowValues.length - 1 - row) * columns.length + column) * stride + slice;
      const cell = outcome.cells[index] ?? null;
      const value = cell ? metric(cell) : null;
      cells.push({
        row,
        column,
        index,
        cell,
        value: value !== null && Number.isFinite(value) ? value : null,
      });
    }
  }
  const values = cells.flatMap(({ value }) => (value === null ? [] : [value]));
  return {
    columns,
    rows: rowValues.toReversed(),
    columnName: columnAxis?.name ?? '',
    rowName: rowAxis?.name ?? '',
    cells,
    low: values.length > 0 ? Math.min(...values) : 0,
    high: values.length > 0 ? Math.max(...values) : 1,
    columnMedians: columns.map((_, k) => median(cells.filter(({ column }) => column === k))),
    rowMedians: rowValues.map((_, k) => median(cells.filter(({ row }) => row === k))),
  };
}

function median(cells: readonly HeatCell[]): number | null {
  const values = cells.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
  const middle = values.length >> 1;
  if (values.length === 0) return null;
  return values.length % 2 === 1
    ? (values[middle] ?? null)
    : ((values[middle - 1] ?? 0) + (values[middle] ?? 0)) / 2;
}

/** Place of a value between the least and the greatest, in [0, 1]; 0.5 when all are equal. */
export const shareOf = (grid: Pick<HeatGrid, 'low' | 'high'>, value: number): number =>
  grid.high > grid.low ? Math.min(Math.max((value - grid.low) / (grid.high - grid.low), 0), 1) : 0.5;

/** Where the outline of an area runs around one of its cells; null for cells outside. */
export function outlineOf(
  grid: HeatGrid,
  { row, column, index }: HeatCell,
  area: ReadonlySet<number>,
): Outline | null {
  if (!area.has(index)) return null;
  const width = grid.columns.length;
  const joined = (r: number, c: number): boolean => {
    const inside = r >= 0 && r < grid.rows.length && c >= 0 && c < width;
    const neighbour = inside ? grid.cells[r * width + c] : undefined;
    return neighbour !== undefined && area.has(neighbour.index);
  };
  return {
    top: !joined(row - 1, column),
    right: !joined(row, column + 1),
    bottom: !joined(row + 1, column),
    left: !joined(row, column - 1),
  };
}

/** Cell reached from `at` by an arrow, Home or End; `at` itself at an edge, null for other keys. */
export function neighbourCell(grid: HeatGrid, at: number, key: string, withCommand: boolean): number | null {
  const width = grid.columns.length;
  const row = Math.floor(at / width);
  const column = at % width;
  const to = (r: number, c: number): number =>
    Math.min(Math.max(r, 0), grid.rows.length - 1) * width + Math.min(Math.max(c, 0), width - 1);
  switch (key) {
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'Home':
      return to(withCommand ? 0 : row, 0);
    case 'End':
      return to(withCommand ? grid.rows.length - 1 : row, width - 1);
    default:
      return null;
  }
}

/** Every how many headers one is written so that they have room: 1, 2, 5, 10 … */
export function headerStep(count: number, size: number, room: number): number {
  const needed = room / Math.max(size, 0.1);
  for (const step of [1, 2, 5, 10, 20, 50, 100]) if (step >= needed) return step;
  return Math.max(count, 1);
}
