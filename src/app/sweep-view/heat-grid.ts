import type { SweepCell, SweepOutcome } from '../../research/outcome';
import { cellAt } from '../../workers/sweep-protocol';
import { placesOf } from './along-axis';

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

/** Which two parameters a map shows, and what its cells say of the others. */
export interface MapView {
  /** Axis from bottom to top; null where there is one parameter only. */
  readonly rows: number | null;
  /** Axis from left to right. */
  readonly columns: number;
  /** The others held at `places`, or the median or the best over all of their values. */
  readonly others: 'slice' | 'median' | 'best';
  /** Place on each axis. */
  readonly places: readonly number[];
}

/** The first two parameters, the others at their first values. */
export const plainView = ({ axes }: Pick<SweepOutcome, 'axes'>): MapView => ({
  rows: axes.length > 1 ? 0 : null,
  columns: axes.length > 1 ? 1 : 0,
  others: 'slice',
  places: axes.map(() => 0),
});

/** What a map says of the parameters that it does not show, as `trail 4` or `median over trail`; empty without any. */
export function othersWords({ axes }: Pick<SweepOutcome, 'axes'>, view: MapView): string {
  const others = axes.filter((_, k) => k !== view.rows && k !== view.columns);
  if (others.length === 0) return '';
  if (view.others !== 'slice') return `${view.others} over ${others.map(({ name }) => name).join(' and ')}`;
  return others.map((axis) => `${axis.name} ${axis.values[view.places[axes.indexOf(axis)] ?? 0]}`).join(', ');
}

/** Lays a sweep out as a grid of two of its parameters. With one, the grid has a single row. */
export function heatGrid(
  outcome: SweepOutcome,
  metric: MetricOf,
  view: MapView = plainView(outcome),
): HeatGrid {
  const rowAxis = view.rows === null ? undefined : outcome.axes[view.rows];
  const columnAxis = outcome.axes[view.columns];
  const columns = columnAxis?.values ?? [];
  const rowValues = rowAxis?.values ?? [NaN];
  const figure = figures(outcome, metric);
  const found = view.others === 'slice' ? slice(outcome, view) : bestOfOthers(outcome, view, figure);

  const cells: HeatCell[] = [];
  for (let row = 0; row < rowValues.length; row++) {
    for (let column = 0; column < columns.length; column++) {
      const { index, over } = found(rowValues.length - 1 - row, column);
      const value =
        view.others === 'median' ? middle(over.flatMap((one) => figure(one) ?? [])) : figure(index);
      cells.push({ row, column, index, cell: cellAt(outcome, index), value });
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

/** The cell of the sweep that a place on the map stands for, and all that it stands for. */
type Found = (row: number, column: number) => { readonly index: number; readonly over: readonly number[] };

const figures =
  (outcome: SweepOutcome, metric: MetricOf) =>
  (index: number): number | null => {
    const cell = cellAt(outcome, index);
    const value = cell ? metric(cell) : null;
    return value !== null && Number.isFinite(value) ? value : null;
  };

function slice({ axes }: SweepOutcome, { rows, columns, places }: MapView): Found {
  return (row, column) => {
    const index = axes.reduce((base, axis, k) => {
      const place = k === rows ? row : k === columns ? column : (places[k] ?? 0);
      return base * axis.values.length + place;
    }, 0);
    return { index, over: [index] };
  };
}

/** The best over the other parameters stands for all of them; where none was run, the first. */
function bestOfOthers(
  outcome: SweepOutcome,
  { rows, columns }: MapView,
  figure: (index: number) => number | null,
): Found {
  const width = outcome.axes[columns]?.values.length ?? 1;
  const buckets = new Map<number, number[]>();
  outcome.trials.place.forEach((index) => {
    const places = placesOf(outcome, index);
    const key = (rows === null ? 0 : (places[rows] ?? 0)) * width + (places[columns] ?? 0);
    const bucket = buckets.get(key);
    if (bucket) bucket.push(index);
    else buckets.set(key, [index]);
  });
  return (row, column) => {
    const over = buckets.get(row * width + column) ?? [];
    const best = over.reduce(
      (top, index) => ((figure(index) ?? -Infinity) > (figure(top) ?? -Infinity) ? index : top),
      over[0] ?? 0,
    );
    return { index: best, over };
  };
}

const median = (cells: readonly HeatCell[]): number | null =>
  middle(cells.flatMap(({ value }) => value ?? []));

function middle(unsorted: readonly number[]): number | null {
  const values = unsorted.toSorted((a, b) => a - b);
  const half = values.length >> 1;
  if (values.length === 0) return null;
  return values.length % 2 === 1
    ? (values[half] ?? null)
    : ((values[half - 1] ?? 0) + (values[half] ?? 0)) / 2;
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
