import type { Convention } from '../convention';
import type { MaType } from '../ma-type';
import { EPSILON } from '../primitives/near-zero';
import { MAMA_LIMITS, T3_FACTOR } from '../primitives/moving-average';
import { t3Factors } from '../primitives/nested-average';
import { mesaAverage } from './cycle-kernels';
import {
  definedAverage,
  directionalSums,
  exponentialAverage,
  filter,
  sideSums,
  triangularMean,
  weightedAverage,
  wilderAverage,
  windowMax,
  windowMean,
  windowMin,
  windowSum,
} from './kernels';
import { lastValid } from './math-kernels';
import type { Condition, Operand, Series } from './series';
import { kaufmanAverage, sixfoldAverage } from './smoothing-kernels';

/** TA-Lib's zero test. */
export const isNearZero = (x: Series): Condition => x.abs().below(EPSILON);

/** Range of a bar including the gap from the close before; from row 1 on. */
export function trueRange(high: Series, low: Series, close: Series): Series {
  const before = close.lag(1);
  return high.minus(low).max(high.minus(before).abs()).max(low.minus(before).abs());
}

/**
 * Where a close lies between the lowest low and the highest high of the last `period` bars, 0 to 100. Rounded as the
 * twin does it: what is built on it may turn on whether two rows are equal.
 */
export function rangePosition(high: Series, low: Series, close: Series, period: number): Series {
  const lowest = windowMin(low, period);
  const percent = windowMax(high, period).minus(lowest).over(100);
  return percent.equals(0).pick(0, close.minus(lowest).over(percent));
}

/**
 * Sum of an exponential average, the average of that, and so on, each times its factor.
 *
 * @param seed  rows of the mean that each begins with
 */
export function nestedAverage(x: Series, period: number, factors: readonly number[], seed = period): Series {
  let nested = x;
  let total: Series | undefined;
  for (const factor of factors) {
    nested = exponentialAverage(nested, period, seed);
    const part = nested.times(factor);
    if (factor !== 0) total = total ? total.plus(part) : part;
  }
  return total ?? nested.times(0);
}

const AVERAGES: { readonly [T in MaType]?: (x: Series, period: number, seed: number) => Series } = {
  sma: (x, period) => windowMean(x, period),
  ema: exponentialAverage,
  wma: weightedAverage,
  dema: (x, period, seed) => nestedAverage(x, period, [2, -1], seed),
  tema: (x, period, seed) => nestedAverage(x, period, [3, -3, 1], seed),
  trima: (x, period) => triangularMean(x, period),
  kama: kaufmanAverage,
  mama: (x) => mesaAverage(x, MAMA_LIMITS.fast, MAMA_LIMITS.slow)[0]!,
  t3: (x, period, seed) => sixfoldAverage(x, period, t3Factors(T3_FACTOR), seed),
};

/** A moving average of any type that has a graph; how exponential ones begin is up to the convention. */
export function average(
  type: MaType,
  x: Series,
  period: number,
  convention: Convention = 'talib',
): Series | undefined {
  const seed = convention === 'tradingview' ? 1 : period;
  return period === 1 ? x : AVERAGES[type]?.(x, period, seed);
}

/** Exponential average; with a period of 1 the rows themselves. */
export const emaOf = (x: Series, period: number, convention: Convention): Series =>
  period === 1 ? x : exponentialAverage(x, period, convention === 'tradingview' ? 1 : period);

/** `a / b`, and `otherwise` where `b` is 0. */
export const ratio = (a: Series, b: Series, otherwise: Operand = 0): Series =>
  b.equals(0).pick(otherwise, a.over(b));

/** The same as the one output of a graph. */
export function averages(
  type: MaType,
  x: Series,
  period: number,
  convention: Convention = 'talib',
): readonly Series[] | undefined {
  const series = average(type, x, period, convention);
  return series && [series];
}

/** Share of rises in all movement, 0 to 100; where there is none 0, under TradingView's convention without falls 100. */
export function relativeStrength(gain: Series, loss: Series, convention: Convention = 'talib'): Series {
  const movement = gain.plus(loss);
  const share = gain.over(movement).times(100);
  return convention === 'tradingview' ? loss.equals(0).pick(100, share) : isNearZero(movement).pick(0, share);
}

/** Mean of the last four rows weighted 1, 2, 2, 1. */
export const symmetricAverage = (x: Series): Series =>
  x.lag(3).plus(x.lag(2).times(2)).plus(x.lag(1).times(2)).plus(x).over(6);

/** Where a bar closed between its low (-1) and its high (+1); 0 for a bar without range. */
export function closeLocation(high: Series, low: Series, close: Series): Series {
  const range = high.minus(low);
  return range.above(0).pick(close.minus(low).minus(high.minus(close)).over(range), 0);
}

/** Wilder's running sum: of the first `period - 1` rows, then less a `period`-th a row. */
export const wilderSum = (x: Series, period: number): Series =>
  period === 1 ? x : filter(x, { rows: period - 1, share: 1, keep: 1 - 1 / period, weight: 1 });

/** How far a bar's range reaches beyond the range before, on the side where it reaches further. */
export function directionalMovement(high: Series, low: Series): { plus: Series; minus: Series } {
  const up = high.change();
  const down = low.lag(1).minus(low);
  return {
    plus: up.above(0).and(up.above(down)).pick(up, 0),
    minus: down.above(0).and(down.above(up)).pick(down, 0),
  };
}

/** Wilder's directional index, and where it is defined. */
export function directionalIndex(
  bars: readonly Series[],
  period: number,
): { value: Series; isDefined: Condition } {
  const { plus, minus, range } = directionalSums(bars, period);
  const sum = plus.plus(minus);
  const isFlat = isNearZero(range).or(sum.times(100).below(range.times(EPSILON)));
  return { value: minus.minus(plus).abs().times(100).over(sum), isDefined: isFlat.not() };
}

/** Wilder's average directional index; from row `2 period - 1` on. */
export function averageDirectionalIndex(bars: readonly Series[], period: number): Series {
  const { value, isDefined } = directionalIndex(bars, period);
  return definedAverage(isDefined.pick(value, NaN), period);
}

/** A directional indicator: the share of movement to one side in the true range. */
export function directionalIndicator(
  bars: readonly Series[],
  period: number,
  side: 'plus' | 'minus',
): Series {
  const { moved, range } = sideSums(bars, period, side);
  const share = moved.over(range);
  return isNearZero(range).pick(0, period === 1 ? share : share.times(100));
}

/** Directional indicators as TradingView takes them, of means; from row `period` on. */
export function averagedDirection(
  [high, low, close]: readonly Series[],
  period: number,
): { plus: Series; minus: Series } {
  const movement = directionalMovement(high!, low!);
  const mean = wilderAverage(trueRange(high!, low!, close!), period);
  const hasRange = mean.equals(0).not();
  const share = (side: Series): Series =>
    lastValid(wilderAverage(side, period).times(100).over(mean), hasRange);
  return { plus: share(movement.plus), minus: share(movement.minus) };
}

/** TradingView's directional index. */
export function averagedIndex(bars: readonly Series[], period: number): Series {
  const { plus, minus } = averagedDirection(bars, period);
  return ratio(plus.minus(minus).abs(), plus.plus(minus)).times(100);
}

/** Most parts that a longer window is put together from. */
const MOST_PARTS = 4;

/**
 * Sum of the last `length` rows, put together from a shorter window's and single rows where that takes few parts.
 *
 * @param part  sum of the last `partLength` rows
 */
export function widerSum(x: Series, part: Series, partLength: number, length: number): Series {
  const parts = Math.floor(length / partLength);
  const rest = length - parts * partLength;
  if (parts < 1 || parts > MOST_PARTS || rest > MOST_PARTS) return windowSum(x, length);
  let total = part;
  for (let k = 1; k < parts; k++) total = total.plus(part.lag(k * partLength));
  for (let k = length - rest; k < length; k++) total = total.plus(x.lag(k));
  return total;
}
