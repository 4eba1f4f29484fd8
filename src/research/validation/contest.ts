import type { Column } from '../../core/column';
import { blockLength } from '../../metrics/block-length';
import { stationaryVariance } from '../../metrics/stationary-variance';

/** Trials side by side: how much each earned beyond the benchmark, and how sure that is. */
export interface Contest {
  /** One a trial, `f64[n]`: return of each row less that of the benchmark. */
  readonly columns: readonly Column[];
  /** `f64[trials]`, mean of each column. */
  readonly means: Column;
  /** `f64[trials]`, standard error of each mean under the stationary bootstrap; 0 without movement. */
  readonly errors: Column;
  /** Mean block length of the bootstrap, rows. */
  readonly meanBlock: number;
}

/** `f64[columns]`, standard error of the mean of each column under the stationary bootstrap; 0 without movement. */
export const columnErrors = (columns: readonly Column[], meanBlock: number): Column =>
  Float64Array.from(columns, (column) =>
    Math.sqrt((stationaryVariance(column, meanBlock) ?? 0) / column.length),
  );

/**
 * Means and errors of the columns.
 *
 * @param meanBlock  rows; that of `contestBlock` when omitted
 * @param errors     of the columns; `columnErrors` when omitted
 */
export const contestOf = (
  columns: readonly Column[],
  meanBlock = contestBlock(columns),
  errors = columnErrors(columns, meanBlock),
): Contest => ({ columns, means: Float64Array.from(columns, meanOf), errors, meanBlock });

/**
 * Mean block length for all columns at once: the larger of the automatic lengths (Politis and White) of their mean and of
 * the column with the highest mean, 1 at least; the root of the rows where neither is known.
 */
export function contestBlock(columns: readonly Column[]): number {
  const rows = columns[0]?.length ?? 0;
  const average: Column = new Float64Array(rows);
  let best: Column = average;
  let highest = -Infinity;
  for (const column of columns) {
    const mean = meanOf(column);
    if (mean > highest) [best, highest] = [column, mean];
    for (let i = 0; i < rows; i++) average[i]! += column[i]! / columns.length;
  }
  const known = [blockLength(average), blockLength(best)].filter((length) => length !== null);
  return Math.max(1, ...(known.length > 0 ? known : [Math.sqrt(rows)]));
}

/** Column with the highest mean; the first of equals. */
export function bestOf({ means }: Contest): number {
  let best = 0;
  for (let k = 1; k < means.length; k++) if (means[k]! > means[best]!) best = k;
  return best;
}

const meanOf = (column: Column): number => column.reduce((sum, value) => sum + value, 0) / column.length;
