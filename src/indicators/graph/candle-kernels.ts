import type { Kernel } from './kernel';
import { applied, type Series } from './series';

/** Most means of one range and period, one for each number of bars ago. */
const MOST_MEANS = 5;
/** f64 that are kept of each. */
const MEAN_STATE = 6;

const recentMeansKernel = (outputs: number): Kernel => ({
  name: 'recentMeans',
  inputs: 2,
  outputs,
  state: () => 1 + MOST_MEANS * MEAN_STATE,
  history: ([period = NaN, , , means = NaN, ...agos]) => period + agos[means - 1]!,
  warmUp: ([, first = NaN]) => first,
});
const RECENT_MEANS = Array.from({ length: MOST_MEANS }, (_, k) => recentMeansKernel(k + 1));

/** A range of a bar: the distance of two series, or their difference with its sign. */
export interface MeasuredRange {
  readonly upper: Series;
  readonly lower: Series;
  readonly isSigned: boolean;
}

/**
 * Means of a range over the `period` bars before each of some bars ago.
 *
 * @param range  begun at row 0
 * @param first  row of the first means, at which their sums are begun
 * @param agos   ascending, at most five
 * @returns      one series for each of `agos`
 */
export function recentMeans(
  { upper, lower, isSigned }: MeasuredRange,
  period: number,
  first: number,
  agos: readonly number[],
): readonly Series[] {
  const places = Array.from({ length: MOST_MEANS }, (_, k) => agos[k] ?? 0);
  const params = [period, first, Number(isSigned), agos.length, ...places];
  return applied(RECENT_MEANS[agos.length - 1]!, [upper, lower], params);
}

const DOJI: Kernel = {
  name: 'doji',
  inputs: 4,
  outputs: 1,
  state: () => 2,
  history: ([period = NaN]) => period,
  warmUp: ([, first = NaN]) => first,
};

/** What a bar's body is compared with. */
export interface BodyLimit {
  readonly range: MeasuredRange;
  /** Bars before the present one over which the range's mean is taken. */
  readonly period: number;
  /** Share of that mean. */
  readonly part: number;
}

/**
 * 100 where the body is at most a part of a range's mean, else 0: what an expression of `recentMeans` would say, in one
 * pass.
 *
 * @param first  row of the first value, at which the sum is begun
 */
export function dojis(
  open: Series,
  close: Series,
  { range, period, part }: BodyLimit,
  first: number,
): Series {
  const params = [period, first, Number(range.isSigned), part];
  return applied(DOJI, [range.upper, range.lower, open, close], params)[0]!;
}

const CONFIRMATION: Kernel = {
  name: 'confirmation',
  inputs: 4,
  outputs: 1,
  state: () => 3,
  history: () => 0,
  warmUp: () => 0,
};

/** Patterns with their levels, and the close that may confirm them. */
export interface Confirmable {
  /** Values of the pattern, 0 where there is none. */
  readonly found: Series;
  /** Level of a bullish pattern. */
  readonly upper: Series;
  /** Level of a bearish one. */
  readonly lower: Series;
  readonly close: Series;
}

/** The patterns, and twice a pattern's value where one of the next `within` bars closes beyond its level. */
export const confirmation = ({ found, upper, lower, close }: Confirmable, within: number): Series =>
  applied(CONFIRMATION, [found, upper, lower, close], [within])[0]!;
