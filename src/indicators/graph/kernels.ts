import type { Kernel } from './kernel';
import { applied, type Series } from './series';

const one = (given: Omit<Kernel, 'inputs' | 'outputs'>): Kernel => ({ ...given, inputs: 1, outputs: 1 });
const none = (): number => 0;

const FILTER = one({
  name: 'filter',
  state: () => 2,
  history: none,
  warmUp: ([rows = NaN]) => rows - 1,
});

/** How a recursive filter starts and goes on. */
export interface FilterSettings {
  /** Rows that are added up for the first value. */
  readonly rows: number;
  /** What their sum is multiplied by. */
  readonly share: number;
  /** Weight of the value before. */
  readonly keep: number;
  /** Weight of the present row. */
  readonly weight: number;
}

/** `y = keep * y[1] + weight * x`, begun with the sum of the first `rows` rows times `share`. */
export function filter(x: Series, { rows, share, keep, weight }: FilterSettings): Series {
  return applied(FILTER, [x], [rows, share, keep, weight])[0]!;
}

/** Exponential average, begun with the mean of the first `period` rows. */
export const exponentialAverage = (x: Series, period: number): Series =>
  filter(x, { rows: period, share: 1 / period, keep: 1 - 2 / (period + 1), weight: 2 / (period + 1) });

/** Wilder's average, begun with the mean of the first `period` rows. */
export const wilderAverage = (x: Series, period: number): Series =>
  filter(x, { rows: period, share: 1 / period, keep: 1 - 1 / period, weight: 1 / period });

const WINDOW_SUM = one({
  name: 'windowSum',
  state: ([period = NaN]) => period + 6,
  history: ([period = NaN]) => period,
  warmUp: ([period = NaN]) => period - 1,
});

/** Sum of the last `period` rows, times `scale`. */
export const windowSum = (x: Series, period: number, scale = 1): Series =>
  applied(WINDOW_SUM, [x], [period, scale])[0]!;

/** Mean of the last `period` rows. */
export const windowMean = (x: Series, period: number): Series =>
  period === 1 ? x : windowSum(x, period, 1 / period);

const extreme = (name: 'windowMax' | 'windowMin'): Kernel => one({ ...WINDOW_SUM, name });
const WINDOW_MAX = extreme('windowMax');
const WINDOW_MIN = extreme('windowMin');

/** Greatest of the last `period` rows. */
export const windowMax = (x: Series, period: number): Series => applied(WINDOW_MAX, [x], [period])[0]!;

/** Least of the last `period` rows. */
export const windowMin = (x: Series, period: number): Series => applied(WINDOW_MIN, [x], [period])[0]!;
