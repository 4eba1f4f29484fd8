import type { Column } from '../../core/column';
import type { SweepAxis, SweepOutcome } from '../../research/outcome';
import { extentOf } from './extent';
import { groupedMedians } from './grouped-medians';
import { axisSteps, coordinate } from './places';

/** More cells than so many are joined to blocks of neighbours. */
export const MOST_CELLS = 2500;

/** What a map is made from. */
export type MapSource = Pick<SweepOutcome, 'axes' | 'trials'>;

/** Values of a parameter that one row or column stands for: one, or neighbours from the least to the greatest. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** A sweep as a grid: columns left to right along the second axis, rows from the top along the first, falling. */
export interface HeatGrid {
  readonly columns: readonly Band[];
  /** Greatest values first; a single one that is NaN where there is one parameter only. */
  readonly rows: readonly Band[];
  readonly columnName: string;
  readonly rowName: string;
  /** Row by row from the top. */
  readonly cells: readonly HeatCell[];
  /** Values that a cell joins along the rows' and the columns' axis. */
  readonly block: { readonly rows: number; readonly columns: number };
  readonly low: number;
  readonly high: number;
  readonly columnMedians: readonly (number | null)[];
  readonly rowMedians: readonly (number | null)[];
  /** Position in `cells` of a place; null where the map does not show it. */
  cellOf(place: number | null): number | null;
}

export interface HeatCell {
  readonly row: number;
  readonly column: number;
  /** Place of the setting that it stands for: the best of those that it covers, else the first. */
  readonly place: number;
  /** Whether a setting that it covers was run. */
  readonly run: boolean;
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

/** `5`, or `5–9` for neighbours. */
export const bandText = ({ low, high }: Band): string => (low === high ? `${low}` : `${low}–${high}`);

/** `5`, or `5 to 9` for neighbours. */
export const bandWords = ({ low, high }: Band): string => (low === high ? `${low}` : `${low} to ${high}`);

/**
 * Lays a sweep out as a grid of two of its parameters. With one, the grid has a single row. Beyond 2,500 cells
 * neighbours are joined to blocks, which stand for the best of their settings, or for the median where the view asks
 * for it.
 *
 * @param scores  one per row of the trials, higher is better; NaN where it is unknown
 */
export function heatGrid(source: MapSource, scores: Column, view: MapView = plainView(source)): HeatGrid {
  const { axes } = source;
  const columnAxis = axes[view.columns];
  const rowAxis = view.rows === null ? undefined : axes[view.rows];
  const block = blockOf(rowAxis?.values.length ?? 1, columnAxis?.values.length ?? 1);
  const columns = bandsOf(columnAxis, block.columns);
  const rising = bandsOf(rowAxis, block.rows);
  const at = cellFinder(axes, view, block, rising.length, columns.length);
  const size = rising.length * columns.length;
  const best = bestRows(source, scores, at, size);
  const medians =
    view.others === 'median' ? groupedMedians(scores, (row) => at(source.trials.place[row]!), size) : null;
  const firstPlace = firstPlaces(axes, view, block);

  const cells = Array.from(best, (trial, k): HeatCell => {
    const row = Math.floor(k / columns.length);
    const column = k % columns.length;
    const place = trial < 0 ? firstPlace(rising.length - 1 - row, column) : source.trials.place[trial]!;
    const value = medians ? medians[k]! : trial < 0 ? NaN : scores[trial]!;
    return { row, column, place, run: trial >= 0, value: Number.isFinite(value) ? value : null };
  });
  const values = Float64Array.from(cells, ({ value }) => value ?? NaN);
  const { low, high } = extentOf(values) ?? { low: 0, high: 1 };
  return {
    columns,
    rows: rising.toReversed(),
    columnName: columnAxis?.name ?? '',
    rowName: rowAxis?.name ?? '',
    cells,
    block,
    low,
    high,
    columnMedians: knownOf(groupedMedians(values, (k) => k % columns.length, columns.length)),
    rowMedians: knownOf(groupedMedians(values, (k) => Math.floor(k / columns.length), rising.length)),
    cellOf(place) {
      const cell = place === null ? -1 : at(place);
      return cell < 0 ? null : cell;
    },
  };
}

const knownOf = (values: Float64Array): readonly (number | null)[] =>
  Array.from(values, (value) => (Number.isNaN(value) ? null : value));

/** How many values of either axis one cell joins, so that the cells are few enough and nearly square. */
function blockOf(rows: number, columns: number): HeatGrid['block'] {
  const block = { rows: 1, columns: 1 };
  const across = (): number => Math.ceil(columns / block.columns);
  const up = (): number => Math.ceil(rows / block.rows);
  while (across() * up() > MOST_CELLS) {
    if (across() >= up()) block.columns += 1;
    else block.rows += 1;
  }
  return block;
}

function bandsOf(axis: SweepAxis | undefined, joined: number): readonly Band[] {
  const values = axis?.values ?? [NaN];
  const count = Math.ceil(values.length / joined);
  return Array.from({ length: count }, (_, k) => ({
    low: values[k * joined]!,
    high: values[Math.min((k + 1) * joined, values.length) - 1]!,
  }));
}

/** Position in the grid, from the top, of a place; -1 where the map does not show it. */
function cellFinder(
  axes: readonly SweepAxis[],
  { rows, columns, others, places }: MapView,
  block: HeatGrid['block'],
  rowCount: number,
  columnCount: number,
): (place: number) => number {
  const steps = axisSteps(axes);
  const held = axes.flatMap((_, k) => (others !== 'slice' || k === rows || k === columns ? [] : [k]));
  const along = (place: number, k: number): number => coordinate(place, steps[k]!, axes[k]!.values.length);
  return (place) => {
    for (const k of held) if (along(place, k) !== (places[k] ?? 0)) return -1;
    const row = rows === null ? 0 : Math.floor(along(place, rows) / block.rows);
    const column = Math.floor(along(place, columns) / block.columns);
    return (rowCount - 1 - row) * columnCount + column;
  };
}

/** Row of the best trial of each cell, of those without a figure the first; -1 for none. */
function bestRows(
  { trials }: MapSource,
  scores: Column,
  at: (place: number) => number,
  size: number,
): Int32Array {
  const best = new Int32Array(size).fill(-1);
  for (let row = 0; row < trials.place.length; row++) {
    const cell = at(trials.place[row]!);
    if (cell < 0) continue;
    const known = best[cell]!;
    const score = scores[row]!;
    if (known < 0 || score > scores[known]! || (Number.isNaN(scores[known]!) && !Number.isNaN(score)))
      best[cell] = row;
  }
  return best;
}

/** Place of the first setting of a block, the rows counted from below. */
function firstPlaces(
  axes: readonly SweepAxis[],
  { rows, columns, others, places }: MapView,
  block: HeatGrid['block'],
): (row: number, column: number) => number {
  const steps = axisSteps(axes);
  return (row, column) =>
    axes.reduce((sum, _, k) => {
      const held = others === 'slice' ? (places[k] ?? 0) : 0;
      const along = k === rows ? row * block.rows : k === columns ? column * block.columns : held;
      return sum + along * steps[k]!;
    }, 0);
}

/** Place of a value between the least and the greatest, in [0, 1]; 0.5 when all are equal. */
export const shareOf = (grid: Pick<HeatGrid, 'low' | 'high'>, value: number): number =>
  grid.high > grid.low ? Math.min(Math.max((value - grid.low) / (grid.high - grid.low), 0), 1) : 0.5;

/** Where the outline of an area runs around one of its cells; null for cells outside. */
export function outlineOf(
  { rows, columns }: Pick<HeatGrid, 'rows' | 'columns'>,
  at: number,
  area: ReadonlySet<number>,
): Outline | null {
  if (!area.has(at)) return null;
  const row = Math.floor(at / columns.length);
  const column = at % columns.length;
  return {
    top: row === 0 || !area.has(at - columns.length),
    right: column === columns.length - 1 || !area.has(at + 1),
    bottom: row === rows.length - 1 || !area.has(at + columns.length),
    left: column === 0 || !area.has(at - 1),
  };
}

/** Cell reached from `at` by an arrow, Home or End; `at` itself at an edge, null for other keys. */
export function neighbourCell(
  grid: Pick<HeatGrid, 'rows' | 'columns'>,
  at: number,
  key: string,
  withCommand: boolean,
): number | null {
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
