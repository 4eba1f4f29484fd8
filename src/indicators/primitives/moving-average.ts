import type { Convention } from '../convention';
import type { MaType } from '../ma-type';
import { AdaptiveAverage } from './adaptive-average';
import { EARLY_LOOKBACK } from './dominant-cycle';
import { MesaAverage } from './mesa-average';
import { NestedAverage, t3Factors } from './nested-average';
import { emaWeight, SeededAverage } from './seeded-average';
import { TriangularAverage } from './triangular-average';
import { WeightedAverage } from './weighted-average';
import { WindowAverage } from './window-average';

/** An average that moves on with each row. Its state is what `IndicatorStream` allows. */
export interface Smoother {
  /** Takes the next row and returns the average; NaN until warm. Leading NaN are skipped. */
  push(x: number): number;
}

/** TA-Lib's limits of MAMA where it is chosen as a type. */
export const MAMA_LIMITS = { fast: 0.5, slow: 0.05 } as const;
/** TA-Lib's volume factor of T3 where it is chosen as a type. */
export const T3_FACTOR = 0.7;

const MAKERS: { readonly [T in MaType]: (period: number, seed: number) => Smoother } = {
  sma: (period) => new WindowAverage(period),
  ema: (period, seed) => new SeededAverage(seed, emaWeight(period)),
  wma: (period) => new WeightedAverage(period),
  dema: (period, seed) => new NestedAverage(period, [2, -1], seed),
  tema: (period, seed) => new NestedAverage(period, [3, -3, 1], seed),
  trima: (period) => new TriangularAverage(period),
  kama: (period) => new AdaptiveAverage(period),
  mama: () => new MesaAverage(MAMA_LIMITS.fast, MAMA_LIMITS.slow),
  t3: (period, seed) => new NestedAverage(period, t3Factors(T3_FACTOR), seed),
};

const LOOKBACKS: { readonly [T in MaType]: (period: number) => number } = {
  sma: (period) => period - 1,
  ema: (period) => period - 1,
  wma: (period) => period - 1,
  dema: (period) => 2 * (period - 1),
  tema: (period) => 3 * (period - 1),
  trima: (period) => period - 1,
  kama: (period) => period,
  mama: () => EARLY_LOOKBACK,
  t3: (period) => 6 * (period - 1),
};

/** What TA-Lib gives for a period of 1, whatever the type. */
class Unchanged implements Smoother {
  push(x: number): number {
    return x;
  }
}

/** The types that are made of exponential averages: TradingView's start from the first row. */
const EXPONENTIAL: ReadonlySet<MaType> = new Set(['ema', 'dema', 'tema', 't3']);

/**
 * A moving average of any type.
 *
 * @param period      integer >= 1; 1 gives the rows as they are, and MAMA takes no other notice of it
 * @param convention  how exponential averages begin: with the mean of the first `period` rows, or under
 *                    `tradingview` with the first row
 */
export function movingAverage(type: MaType, period: number, convention: Convention = 'talib'): Smoother {
  if (period === 1) return new Unchanged();
  return MAKERS[type](period, convention === 'tradingview' ? 1 : period);
}

/** Rows of NaN before the first value of `movingAverage(type, period, convention)`. */
export function movingAverageLookback(
  type: MaType,
  period: number,
  convention: Convention = 'talib',
): number {
  const isImmediate = period === 1 || (convention === 'tradingview' && EXPONENTIAL.has(type));
  return isImmediate ? 0 : LOOKBACKS[type](period);
}
