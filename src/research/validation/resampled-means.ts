import type { Column } from '../../core/column';
import { RowDraw } from '../../metrics/resample-rows';

/** Writes the rows of resample `path` into `out`. */
export type RowSource = (path: number, out: Uint32Array) => void;

/** Rows of the stationary bootstrap (Philox streams, one a path). */
export function stationaryRows(meanBlock: number, seed: number): RowSource {
  const draw = new RowDraw(meanBlock, seed);
  return (path, out) => draw.draw(path, out);
}

/**
 * Means of columns over resampled rows, the same rows for all columns. A mean depends on its column and its rows alone.
 *
 * @param columns  `f64[n]` each
 * @param rows     of each resample
 * @param from     resamples `[from, to)`
 * @returns        `f64[to - from][columns]`
 */
export function resampledMeans(
  columns: readonly Column[],
  rows: RowSource,
  from: number,
  to: number,
): Column {
  const count = columns[0]?.length ?? 0;
  const drawn = new Uint32Array(count);
  const times = Array.from({ length: AT_ONCE }, (): Column => new Float64Array(count));
  const means = Array.from({ length: AT_ONCE }, (): Column => new Float64Array(columns.length));
  const out: Column = new Float64Array((to - from) * columns.length);
  for (let path = from; path < to; path += AT_ONCE) {
    const many = Math.min(AT_ONCE, to - path);
    for (let k = 0; k < many; k++) countRows(rows, path + k, drawn, times[k]!);
    writeMeans(columns, times, means);
    for (let k = 0; k < many; k++) out.set(means[k]!, (path + k - from) * columns.length);
  }
  return out;
}

/** Resamples that share a pass over the columns. */
const AT_ONCE = 4;

/** How often each row is drawn in a resample. */
function countRows(rows: RowSource, path: number, drawn: Uint32Array, times: Column): void {
  rows(path, drawn);
  times.fill(0);
  for (let i = 0; i < drawn.length; i++) times[drawn[i]!]! += 1;
}

/** Means of each column by the counts of four resamples. */
function writeMeans(columns: readonly Column[], times: readonly Column[], means: readonly Column[]): void {
  const sums: Column = new Float64Array(AT_ONCE);
  for (let c = 0; c < columns.length; c++) {
    const column = columns[c]!;
    fourSums(column, times as Four, sums);
    for (let k = 0; k < AT_ONCE; k++) means[k]![c] = sums[k]! / column.length;
  }
}

type Four = readonly [Column, Column, Column, Column];

/** Products of a column with four others, summed up in order of the rows. */
function fourSums(column: Column, [a, b, c, d]: Four, out: Column): void {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    first += value * a[i]!;
    second += value * b[i]!;
    third += value * c[i]!;
    fourth += value * d[i]!;
  }
  out[0] = first;
  out[1] = second;
  out[2] = third;
  out[3] = fourth;
}
