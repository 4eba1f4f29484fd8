import type { Kernel } from './kernel';
import { applied, type Series } from './series';

const windowed = (
  name: string,
  inputs: number,
  outputs: number,
  state: (period: number) => number,
): Kernel => ({
  name,
  inputs,
  outputs,
  state: ([period = NaN]) => state(period),
  history: ([period = NaN]) => period,
  warmUp: ([period = NaN]) => period - 1,
});

const WINDOW_CORRELATION = windowed('windowCorrelation', 2, 1, () => 18);

/** Shortest window of `windowCorrelation`. */
export const LEAST_CORRELATED = 9;

/**
 * Correlation of the last `period` pairs of rows, at least `LEAST_CORRELATED`; 0 where the product of their sums of
 * squares is below TA-Lib's zero test.
 */
export const windowCorrelation = (x: Series, y: Series, period: number): Series =>
  applied(WINDOW_CORRELATION, [x, y], [period])[0]!;

const WINDOW_SLOPE = windowed('windowSlope', 2, 1, () => 0);

/** The one period of `windowSlope`. */
export const SLOPED = 5;

/** Slope of `y` on `x` over the last five pairs of rows; 0 where `x` does not vary by TA-Lib's zero test. */
export const windowSlope = (x: Series, y: Series): Series => applied(WINDOW_SLOPE, [x, y], [SLOPED])[0]!;

/** Means, population variances and covariance of pairs of rows. */
export interface Comoments {
  readonly meanX: Series;
  readonly meanY: Series;
  readonly varianceX: Series;
  readonly varianceY: Series;
  readonly covariance: Series;
}

const EXACT_COMOMENTS = windowed('exactComoments', 2, 5, (period) => 6 * period + 15);

/** Moments of the last `period` pairs of rows with the twin's own rounding. */
export function exactComoments(x: Series, y: Series, period: number): Comoments {
  const [meanX, meanY, varianceX, varianceY, covariance] = applied(EXACT_COMOMENTS, [x, y], [period]);
  return {
    meanX: meanX!,
    meanY: meanY!,
    varianceX: varianceX!,
    varianceY: varianceY!,
    covariance: covariance!,
  };
}

const WINDOW_SHAPE = windowed('windowShape', 1, 4, (period) => 4 * period + 11);

/** Mean and central moments, second to fourth, of the last `period` rows. */
export function windowShape(
  x: Series,
  period: number,
): { mean: Series; variance: Series; third: Series; fourth: Series } {
  const [mean, variance, third, fourth] = applied(WINDOW_SHAPE, [x], [period]);
  return { mean: mean!, variance: variance!, third: third!, fourth: fourth! };
}

/** Longest window that is one row of numbers in order, or is counted through; of a longer one the order is kept. */
const MOST_SORTED = 512;

/** f64 that the order of a window takes: its buckets (`wasm/shared/ordered-rows.ts`). */
function orderedState(period: number): number {
  const buckets = Math.floor(period / 32) + 4;
  return 4 + (2 + 128) * buckets;
}

const WINDOW_QUANTILE = windowed('windowQuantile', 1, 1, (period) =>
  period > MOST_SORTED ? orderedState(period) : period + 1,
);

/** The value below which a share of the last `period` rows lies. */
export const windowQuantile = (x: Series, period: number, share: number): Series =>
  applied(WINDOW_QUANTILE, [x], [period, share])[0]!;

const WINDOW_MEDIAN_DISTANCE: Kernel = { ...WINDOW_QUANTILE, name: 'medianDistance' };

/** Median distance of the last `period` rows from their median. */
export const medianDistance = (x: Series, period: number): Series =>
  applied(WINDOW_MEDIAN_DISTANCE, [x], [period, 0.5])[0]!;

const COUNT_AT_MOST: Kernel = {
  ...windowed('countAtMost', 1, 1, (period) => (period > MOST_SORTED ? orderedState(period) : 0)),
  warmUp: ([period = NaN]) => period,
};

/** How many of the `period` rows before a row are not above it. */
export const countAtMost = (x: Series, period: number): Series => applied(COUNT_AT_MOST, [x], [period])[0]!;

const none = (): number => 0;
const recursion = (name: string, inputs: number, outputs: number, state: number): Kernel => ({
  name,
  inputs,
  outputs,
  state: () => state,
  history: none,
  warmUp: none,
});

const KALMAN_MEAN = recursion('kalmanMean', 1, 1, 3);

/** Level of a noisy series as a Kalman filter knows it at each row. */
export const kalmanLevel = (x: Series, process: number, measurement: number): Series =>
  applied(KALMAN_MEAN, [x], [process, measurement])[0]!;

const KALMAN_HEDGE = recursion('kalmanHedge', 2, 4, 5);

/** Slope, intercept, spread and its deviation of a line on `x` that wanders. */
export const kalmanLine = (y: Series, x: Series, step: number, measurement: number): readonly Series[] =>
  applied(KALMAN_HEDGE, [y, x], [step, measurement]);

const UNIT_ROOT: Kernel = {
  name: 'residualUnitRoot',
  inputs: 5,
  outputs: 1,
  state: ([, , count = NaN]) => 27 * (count + 2) + 8,
  history: ([, lags = NaN]) => 2 + lags,
  warmUp: ([period = NaN]) => period - 1,
};

/**
 * The Dickey-Fuller statistic of residuals `y - intercept - slope * x` over the last `period` pairs; 0 where `left`, the
 * variance of the residuals, is 0.
 */
export const unitRoot = (
  [y, x]: readonly [Series, Series],
  [slope, intercept, left]: readonly [Series, Series, Series],
  period: number,
  lags: number,
): Series => {
  const line = [slope, intercept, left].map((series) => series.early(y.begin));
  return applied(UNIT_ROOT, [y, x, ...line], [period, lags, period - 1 - lags])[0]!;
};
