import { EPSILON } from '../primitives/near-zero';
import { ROUNDING } from '../primitives/window-fit';
import { naturalLogarithm } from './math-kernels';
import type { Condition, Operand, Series } from './series';
import { exactComoments } from './statistic-kernels';

/** Whether rows do not vary beyond rounding, from their variance and their level. */
export function isFlatWindow(variance: Series, level: Series | number): Condition {
  const noise: Operand = typeof level === 'number' ? EPSILON * level : level.times(EPSILON);
  return variance.atMost(typeof noise === 'number' ? noise * noise : noise.times(noise));
}

/** Simple return from the row before, a fraction; from a price of zero 0. */
export function simpleReturns(x: Series): Series {
  const before = x.lag(1);
  return before.equals(0).pick(0, x.minus(before).over(before));
}

/** Logarithm of the ratio of a price to the one `rows` bars before; NaN unless it is a positive number. */
export function logRatios(x: Series, rows: number): Series {
  const before = x.lag(rows);
  const ratio = x.over(before);
  const isPositive = before.above(0).and(ratio.above(0)).and(ratio.below(Infinity));
  return isPositive.pick(naturalLogarithm(ratio), NaN);
}

/** What is known of a least-squares line over the last rows. */
export interface Fit {
  readonly slope: Series;
  readonly intercept: Series;
  readonly residual: Series;
  readonly residualVariance: Series;
  readonly rSquared: Series;
}

/**
 * Least-squares line of `y` on `x` over the last `period` pairs, with an intercept.
 *
 * @param unit  level that the rows are rounded at besides their own mean: 1 for returns, else 0
 */
export function windowFit(y: Series, x: Series, period: number, unit = 0): Fit {
  const { meanX, meanY, varianceX, varianceY, covariance } = exactComoments(x, y, period);
  const isStill = isFlatWindow(varianceX, meanX.abs().plus(unit));
  const isLevel = isFlatWindow(varianceY, meanY.abs().plus(unit));
  const slope = isStill.pick(0, covariance.over(varianceX));
  const explained = slope.times(covariance);
  const left = varianceY.minus(explained);
  return {
    slope,
    intercept: meanY.minus(slope.times(meanX)),
    residual: y.minus(meanY).minus(slope.times(x.minus(meanX))),
    residualVariance: isLevel.or(left.atMost(varianceY.times(ROUNDING))).pick(0, left),
    rSquared: isStill.or(isLevel).pick(0, explained.over(varianceY).min(1)),
  };
}
