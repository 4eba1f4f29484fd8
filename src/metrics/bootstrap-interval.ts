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

/** Several statistics of the same columns at once, in one order; null where one is undefined. */
export type JointStatistic = (columns: readonly Column[]) => readonly (number | null)[];

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
 * Confidence intervals of statistics by the stationary block bootstrap, which keeps what hangs together from row to
 * row; the same rows are drawn for all columns and statistics. The jackknife of BCa leaves out single rows, or up to
 * 1000 groups of neighbours for more rows than that.
 *
 * @param columns     columns of one length, `f64[n]` each, in order of time
 * @param statistics  what to estimate, pure functions of the columns they are given; they must not keep them
 * @param options     seed and settings
 * @returns           an interval for each statistic; null below 30 rows, with a first column that never moves and no
 *                    block length given, or when the statistic is undefined or not finite for the sample, a resample
 *                    or a part of it
 *
 * @throws BacktabError `length_mismatch` | `parameter_out_of_range`
 * @see Politis and Romano, The Stationary Bootstrap, Journal of the American Statistical Association, 1994
 * @see Künsch, The Jackknife and the Bootstrap for General Stationary Observations, Annals of Statistics, 1989 (groups)
 */
export const bootstrapIntervals = (
  columns: readonly Column[],
  statistics: readonly Statistic[],
  options: IntervalOptions,
): readonly (BootstrapInterval | null)[] => {
  const found = jointIntervals(columns, (drawn) => statistics.map((statistic) => statistic(drawn)), options);
  return statistics.map((_, k) => found[k] ?? null);
};

/**
 * The same for statistics that are computed together, where they share passes over the columns.
 *
 * @param columns  columns of one length, `f64[n]` each, in order of time
 * @param measure  as many statistics for every sample; a pure function that must not keep the columns
 * @param options  seed and settings
 * @returns        as `bootstrapIntervals`; none at all where the sample is too small for any
 *
 * @throws BacktabError `length_mismatch` | `parameter_out_of_range`
 */
export function jointIntervals(
  columns: readonly Column[],
  measure: JointStatistic,
  options: IntervalOptions,
): readonly (BootstrapInterval | null)[] {
  const { seed, resamples = RESAMPLE_COUNT.default, confidence = 0.95 } = options;
  checkOptions(columns, options);
  const [first] = columns;
  const best = first && first.length >= INTERVAL_MINIMUM ? (options.meanBlock ?? blockLength(first)) : null;
  if (best === null) return [];
  const meanBlock = Math.min(MEAN_BLOCK.max, Math.max(MEAN_BLOCK.min, best));
  const drawn = distributions(columns, measure, new RowDraw(meanBlock, seed), resamples);
  const parts = jackknives(columns, measure);
  return measure(columns).map((value, k) => {
    const estimate = value ?? NaN;
    const values = drawn[k]!;
    const left = parts[k]!;
    if (!Number.isFinite(estimate) || !values.every(Number.isFinite) || !left.every(Number.isFinite))
      return null;
    const sorted = values.sort();
    return {
      estimate,
      percentile: percentileInterval(sorted, confidence),
      bca: bcaInterval(sorted, estimate, left, confidence),
      ...spreadOf(sorted),
      meanBlock,
    };
  });
}

/** Intervals of one statistic; see `bootstrapIntervals`. */
export function bootstrapInterval(
  columns: readonly Column[],
  statistic: Statistic,
  options: IntervalOptions,
): BootstrapInterval | null {
  return bootstrapIntervals(columns, [statistic], options)[0] ?? null;
}

function checkOptions(columns: readonly Column[], options: IntervalOptions): void {
  const { seed, resamples = RESAMPLE_COUNT.default, confidence = 0.95, meanBlock = MEAN_BLOCK.min } = options;
  for (const column of columns) checkLength('columns', column.length, columns[0]!.length);
  checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
  checkInteger('resamples', resamples, RESAMPLE_COUNT.min, RESAMPLE_COUNT.max);
  checkRange('confidence', confidence, 0.5, 0.9999);
  checkRange('meanBlock', meanBlock, MEAN_BLOCK.min, MEAN_BLOCK.max);
}

/** Each statistic of each resample; NaN where it is undefined. */
function distributions(
  columns: readonly Column[],
  measure: JointStatistic,
  draw: RowDraw,
  resamples: number,
): readonly Column[] {
  const rows = new Uint32Array(columns[0]!.length);
  const drawn = columns.map((column): Column => new Float64Array(column.length));
  const values = measure(columns).map((): Column => new Float64Array(resamples));
  for (let path = 0; path < resamples; path++) {
    draw.draw(path, rows);
    columns.forEach((column, c) => {
      const target = drawn[c]!;
      for (let i = 0; i < rows.length; i++) target[i] = column[rows[i]!]!;
    });
    measure(drawn).forEach((value, k) => (values[k]![path] = value ?? NaN));
  }
  return values;
}

/** Each statistic without each group of neighbours in turn; NaN where it is undefined. */
function jackknives(columns: readonly Column[], measure: JointStatistic): readonly Column[] {
  const rows = columns[0]!.length;
  const groups = Math.min(rows, JACKKNIFE_GROUPS);
  const values = measure(columns).map((): Column => new Float64Array(groups));
  for (let group = 0; group < groups; group++) {
    const from = Math.floor((group * rows) / groups);
    const to = Math.floor(((group + 1) * rows) / groups);
    const rest = columns.map((column) => without(column, from, to));
    measure(rest).forEach((value, k) => (values[k]![group] = value ?? NaN));
  }
  return values;
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
