import { FASTEST, SLOWEST } from '../primitives/adaptive-average';
import { emaWeight } from '../primitives/seeded-average';
import type { Kernel } from './kernel';
import { isInput, MOST_SLIDING, windowSum } from './kernels';
import { applied, series, type Operand, type Series } from './series';

const none = (): number => 0;

const WEIGHTED_ROWS: Kernel = {
  name: 'weightedRows',
  inputs: 1,
  outputs: 1,
  state: none,
  history: ([rows = NaN]) => rows - 1,
  warmUp: ([rows = NaN]) => rows - 1,
};

/** Most rows of `weightedRows`: it takes each row's whole window. */
export const MOST_WEIGHTED = 200;

/**
 * Sum of the last rows, each times the weight of its age.
 *
 * @param weights  from the newest row on, at most `MOST_WEIGHTED`
 */
export const weightedRows = (x: Series, weights: readonly number[]): Series =>
  applied(WEIGHTED_ROWS, [x], [weights.length, ...weights])[0]!;

const MOMENTUM_FILTER: Kernel = {
  name: 'momentumFilter',
  inputs: 2,
  outputs: 1,
  state: () => 3,
  history: none,
  warmUp: none,
};

/**
 * `y += weight * (x - y) + momentum * (y - y[1])`, whose first two values are those of `seed`: a filter of two poles
 * whose rounding does not grow with its length.
 */
export const momentumFilter = (x: Series, seed: Series, weight: number, momentum: number): Series =>
  applied(MOMENTUM_FILTER, [x, seed], [weight, momentum])[0]!;

const MCGINLEY: Kernel = {
  name: 'mcginley',
  inputs: 1,
  outputs: 1,
  state: () => 2,
  history: none,
  warmUp: ([rows = NaN]) => rows - 1,
};

/** McGinley's average, begun with the mean of the first `rows` rows; `divisor` is of the weight of a new row. */
export const mcginleyAverage = (x: Series, rows: number, divisor: number): Series =>
  applied(MCGINLEY, [x], [rows, 1 / Math.sqrt(Math.sqrt(divisor))])[0]!;

const BEGUN_WITH: Kernel = {
  name: 'begunWith',
  inputs: 2,
  outputs: 1,
  state: () => 1,
  history: none,
  warmUp: none,
};

/** `rest`, with another row before its first one: that of `first`, which begins there. */
export function begunWith(first: Operand, rest: Series): Series {
  const row = typeof first === 'number' ? series(rest.graph, first).early(rest.begin - 1) : first;
  return applied(BEGUN_WITH, [row, rest.early(row.begin)], [])[0]!;
}

const RUNNING_MAX: Kernel = {
  name: 'runningMax',
  inputs: 1,
  outputs: 1,
  state: none,
  history: none,
  warmUp: none,
};

/** Greatest of all rows so far and of `least`. */
export const runningMax = (x: Series, least: number): Series => applied(RUNNING_MAX, [x], [least])[0]!;

const VARIABLE_MEAN: Kernel = {
  name: 'variableMean',
  inputs: 2,
  outputs: 1,
  state: ([, limit = NaN]) => 2 * Math.max(limit, 64) + 6,
  history: none,
  warmUp: ([, limit = NaN]) => limit - 1,
};

/** Longest window of `variableMean`: its rounding grows with it. */
export const LONGEST_VARIABLE = 1000;

/** Mean of as many rows as `periods` says, without its fraction and held within `least` and `limit`. */
export const variableMean = (x: Series, periods: Series, least: number, limit: number): Series =>
  applied(VARIABLE_MEAN, [x, periods], [least, limit])[0]!;

const SIXFOLD: Kernel = {
  name: 'sixfoldAverage',
  inputs: 1,
  outputs: 1,
  state: () => 15,
  history: none,
  warmUp: ([, , seed = NaN]) => 6 * (seed - 1),
};

/** Up to as many rows it pays to take twice so as to take two halves at once. */
const MOST_EARLY = 600;
/** Share of a guess that no number holds. */
const NOTHING = 1e-17;

/**
 * Rows after which nothing is left in six nested averages of what they began with: the share of it is the chance of
 * less than six successes in as many trials. 0 where there are too many.
 */
function rowsToForget(weight: number): number {
  const chances = [1, 0, 0, 0, 0, 0];
  for (let rows = 1; rows <= MOST_EARLY; rows++) {
    for (let k = 5; k >= 0; k--) chances[k] = chances[k]! * (1 - weight) + (chances[k - 1] ?? 0) * weight;
    if (chances.reduce((sum, chance) => sum + chance, 0) < NOTHING) return rows;
  }
  return 0;
}

/**
 * Tillson's T3: the third to sixth of six nested exponential averages, each times its factor.
 *
 * @param factors  of all six; those of the first two are 0
 * @param seed     rows of the mean that each begins with
 */
export function sixfoldAverage(x: Series, period: number, factors: readonly number[], seed: number): Series {
  const weight = emaWeight(period);
  let scale = 1;
  const scaled = factors.map((factor) => factor * (scale *= weight));
  return applied(SIXFOLD, [x], [1 - weight, weight, seed, rowsToForget(weight), ...scaled.slice(2)])[0]!;
}

/** f64 that are kept of Kaufman's average, most of them of the rows at work. */
const KAUFMAN_STATE = 268;

const KAUFMAN: Kernel = {
  name: 'kaufmanAverage',
  inputs: 3,
  outputs: 1,
  state: () => KAUFMAN_STATE,
  history: () => 1,
  lead: 1,
  warmUp: none,
};

const WINDOW_PATH: Kernel = {
  name: 'windowPath',
  inputs: 1,
  outputs: 1,
  state: ([period = NaN]) => 2 * period + 22,
  history: () => 1,
  lead: 1,
  warmUp: ([period = NaN]) => period - 1,
};

const LEVEL_PATH: Kernel = {
  name: 'levelPath',
  inputs: 1,
  outputs: 1,
  state: () => 5,
  history: ([period = NaN]) => period + 1,
  lead: 1,
  warmUp: ([period = NaN]) => period - 1,
};

/** Up to this period sums of what is computed row by row are faster. */
const SHORT_PATH = 10;

/** Sum of the sizes of the last `period` changes from row to row. */
export function pathLength(x: Series, period: number): Series {
  if (period <= SHORT_PATH) return windowSum(x.change().abs(), period);
  const kernel = isInput(x) && period <= MOST_SLIDING ? LEVEL_PATH : WINDOW_PATH;
  return applied(kernel, [x.from(x.begin + 1)], [period, 1])[0]!;
}

/** Kaufman's adaptive average; from row `period` on. */
export const kaufmanAverage = (x: Series, period: number): Series =>
  applied(KAUFMAN, [x, x.lag(period), pathLength(x, period)], [SLOWEST, FASTEST])[0]!;
