import type { Convention } from '../convention';
import { EPSILON } from '../primitives/near-zero';
import { trueRange } from './blocks';
import { wilderAverage, windowMax, windowMin, windowMoments, windowSum } from './kernels';
import { naturalLogarithm } from './math-kernels';
import type { Moments } from './moment-kernels';
import type { Condition, Series } from './series';
import { begunWith } from './smoothing-kernels';

/** Wilder-smoothed true range; TradingView takes the first bar, too, with its own range. */
export function averageTrueRange(
  [high, low, close]: readonly Series[],
  period: number,
  convention: Convention = 'talib',
): Series {
  const range = trueRange(high!, low!, close!);
  return wilderAverage(convention === 'talib' ? range : begunWith(high!.minus(low!), range), period);
}

/** Middle between the highest high and the lowest low of the last `period` bars. */
export const middleOfRange = (high: Series, low: Series, period: number): Series =>
  windowMax(high, period).plus(windowMin(low, period)).over(2);

/** Bands at a distance from a middle line: `upper`, `middle`, `lower`. */
export const bandsAround = (middle: Series, width: Series): readonly Series[] => [
  middle.plus(width),
  middle,
  middle.minus(width),
];

/** Bands at some deviations from a mean. */
export const deviationBands = ({ mean, variance }: Moments, multiplier: number): readonly Series[] =>
  bandsAround(mean, variance.max(0).sqrt().times(multiplier));

/** Logarithm of the ratio of two prices; NaN unless both are positive and their ratio is a positive number. */
export function logRatio(to: Series, from: Series): Series {
  const ratio = to.over(from);
  const isDefined = from.above(0).and(ratio.above(0)).and(ratio.below(Infinity));
  return isDefined.pick(naturalLogarithm(ratio), NaN);
}

/** Mean and population variance of the last `period` rows, NaN while one of them is. */
export function definedMoments(x: Series, period: number): Moments {
  const isNumber = x.equals(x);
  const isWhole = windowSum(isNumber.pick(0, 1), period).equals(0);
  const { mean, variance } = windowMoments(isNumber.pick(x, 0), period);
  return { mean: isWhole.pick(mean, NaN), variance: isWhole.pick(variance, NaN) };
}

/** The number, or 0 where it is negative; NaN stays. */
export const notNegative = (x: Series): Series => x.below(0).pick(0, x);

/** Whether rows do not vary beyond rounding: their deviation is at most 1e-14 of their level. */
export function isFlat(variance: Series, level: Series): Condition {
  const noise = level.times(EPSILON);
  return variance.atMost(noise.times(noise));
}
