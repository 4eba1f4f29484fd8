import { checkInteger, checkLength, checkRange } from '../core/check';
import type { Column } from '../core/column';
import { bcaInterval } from './bca-interval';
import { blockLength } from './block-length';
import { percentileInterval, type Interval } from './percentile-interval';
import { RowDraw } from './resample-rows';

/** Fewest rows for an interval. */
export const INTERVAL_MINIMUM = 30;

/** Groups of rows that the jackknife leaves out, at most; with fewer rows each is a group. */
export const JACKKNIFE_GROUPS = 1000;

/** Range of the number of resamples. */
export const RESAMPLE_COUNT = { min: 100, max: 1_000_000, default: 2000 } as const;

/** A statistic of columns with the same rows; null where it is undefined. */
export type Statistic = (columns: readonly Column[]) => number | null;

/** How an interval is made. */
export interface IntervalOptions {
  /** Integer in [0, 2^53); the same seed gives the same interval, bit for bit. */
  readonly seed: number;
  /** Integer in [100, 1,000,000]; 2000 when omitted. */
  readonly resamples?: number;
  /** In [0.5, 0.9999]; 0.95 when omitted. */
  readonly confidence?: number;
  /** Mean block length in rows, in [1, 100,000]; that of Politis and White for the first column when omitted. */
  readonly meanBlock?: number;
}

/** Range of the mean block length, rows. */
export const MEAN_BLOCK = { min: 1, max: 100_000 } as const;

/** An estimate with its intervals, in the unit of the statistic. */
export interface BootstrapInterval {
  readonly estimate: number;
  readonly percentile: Interval;
  /** null when the estimate lies beyond all resamples. */
  readonly bca: Interval | null;
  /** Mean and sample deviation (the standard error) of the resamples. */
  readonly mean: number;
  readonly error: number;
  readonly meanBlock: number;
}

/**
 * Confidence intervals of any statistic by the stationary block bootstrap, which keeps what hangs together from row
 * to row; the same rows are drawn for all columns. The jackknife of BCa leaves out single rows, or up to 1000 groups
 * of neighbours for more rows than that.
 *
 * @param columns    columns of one length, `f64[n]` each, in order of time
 * @param statistic  what to estimate, a pure function of the columns it is given; it must not keep them
 * @param options    seed and settings
 * @returns          null below 30 rows, with a first column that never moves and no block length given, or when the
 *                   statistic is undefined or not finite for the sample, a resample or a part of it
 *
 * @throws BacktabError `length_mismatch` | `parameter_out_of_range`
 * @see Politis and Romano, The Stationary Bootstrap, Journal of the American Statistical Association, 1994
 * @see Künsch, The Jackknife and the Bootstrap for General Stationary Observations, Annals of Statistics, 1989 (groups)
 */
export function bootstrapInterval(
  columns: readonly Column[],
  statistic: Statistic,
  options: IntervalOptions,
): BootstrapInterval | null {
  const { seed, resamples = RESAMPLE_COUNT.default, confidence = 0.95 } = options;
  const [first = new Float64Array(0)] = columns;
  for (const column of columns) checkLength('columns', column.length, first.length);
  checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
  checkInteger('resamples', resamples, RESAMPLE_COUNT.min, RESAMPLE_COUNT.max);
  checkRange('confidence', confidence, 0.5, 0.9999);
  if (options.meanBlock !== undefined) {
    checkRange('meanBlock', options.meanBlock, MEAN_BLOCK.min, MEAN_BLOCK.max);
  }
  if (first.length < INTERVAL_MINIMUM) return null;
  const best = options.meanBlock ?? blockLength(first);
  const estimate = statistic(columns);
  if (best === null || estimate === null || !Number.isFinite(estimate)) return null;
  const meanBlock = Math.min(MEAN_BLOCK.max, Math.max(MEAN_BLOCK.min, best));
  const sorted = distributionOf(columns, statistic, new RowDraw(meanBlock, seed), resamples);
  const parts = sorted && jackknifeOf(columns, statistic);
  if (!sorted || !parts) return null;
  return {
    estimate,
    percentile: percentileInterval(sorted, confidence),
    bca: bcaInterval(sorted, estimate, parts, confidence),
    ...spreadOf(sorted),
    meanBlock,
  };
}

/** The statistic of each resample, ascending; null when one is undefined. */
function distributionOf(
  columns: readonly Column[],
  statistic: Statistic,
  draw: RowDraw,
  resamples: number,
): Column | null {
  const rows = new Uint32Array(columns[0]!.length);
  const drawn = columns.map((column): Column => new Float64Array(column.length));
  const values: Column = new Float64Array(resamples);
  for (let path = 0; path < resamples; path++) {
    draw.draw(path, rows);
    columns.forEach((column, c) => {
      const target = drawn[c]!;
      for (let i = 0; i < rows.length; i++) target[i] = column[rows[i]!]!;
    });
    values[path] = statistic(drawn) ?? NaN;
  }
  return values.every(Number.isFinite) ? values.sort() : null;
}

/** The statistic without each group of neighbours in turn; null when one is undefined. */
function jackknifeOf(columns: readonly Column[], statistic: Statistic): Column | null {
  const rows = columns[0]!.length;
  const groups = Math.min(rows, JACKKNIFE_GROUPS);
  const values: Column = new Float64Array(groups);
  for (let group = 0; group < groups; group++) {
    const from = Math.floor((group * rows) / groups);
    const to = Math.floor(((group + 1) * rows) / groups);
    values[group] = statistic(columns.map((column) => without(column, from, to))) ?? NaN;
  }
  return values.every(Number.isFinite) ? values : null;
}

function without(column: Column, from: number, to: number): Column {
  const rest: Column = new Float64Array(column.length - (to - from));
  rest.set(column.subarray(0, from));
  rest.set(column.subarray(to), from);
  return rest;
}

function spreadOf(values: Column): { mean: number; error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1)) };
}
