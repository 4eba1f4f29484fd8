import type { Convention } from '../convention';
import { emaWeight } from '../primitives/seeded-average';
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

/** Settings of an average of a given weight, begun with the mean of the first `rows` rows. */
export const weighted = (rows: number, weight: number): FilterSettings => ({
  rows,
  share: 1 / rows,
  keep: 1 - weight,
  weight,
});

/** Exponential average, begun with the mean of the first `seed` rows. */
export const exponentialAverage = (x: Series, period: number, seed = period): Series =>
  filter(x, weighted(seed, emaWeight(period)));

/** Wilder's average, begun with the mean of the first `period` rows. */
export const wilderAverage = (x: Series, period: number): Series =>
  filter(x, { rows: period, share: 1 / period, keep: 1 - 1 / period, weight: 1 / period });

const WINDOW_SUM = one({
  name: 'windowSum',
  state: ([period = NaN]) => period + 10,
  history: ([period = NaN]) => period,
  warmUp: ([period = NaN]) => period - 1,
});

/** Longest window that slides over the rows. */
export const MOST_SLIDING = 1024;
const LEVEL_SUM = one({ ...WINDOW_SUM, name: 'levelSum' });
const LEVEL_AVERAGE = one({ ...WINDOW_SUM, name: 'levelAverage' });

/** Whether a series is an input itself: prices and volumes hold their sign. */
export function isInput({ graph, id }: Series): boolean {
  const node = graph.nodes[id]!;
  return node.op === 'column' && node.column < graph.inputs;
}

/**
 * Sum of the last `period` rows, times `scale`.
 *
 * @param isLevel  whether rows hold their sign, as far as is known; others take longer then, and are as exact
 */
export const windowSum = (x: Series, period: number, scale = 1, isLevel = isInput(x)): Series =>
  applied(isLevel && period <= MOST_SLIDING ? LEVEL_SUM : WINDOW_SUM, [x], [period, scale])[0]!;

/** Mean of the last `period` rows. */
export const windowMean = (x: Series, period: number, isLevel = isInput(x)): Series =>
  period === 1 ? x : windowSum(x, period, 1 / period, isLevel);

/** Mean of the last `period` rows, those in the middle weighing most. */
export function triangularMean(x: Series, period: number): Series {
  const half = Math.floor(period / 2);
  return windowMean(windowMean(x, period - half), half + 1, isInput(x));
}

const extreme = (name: 'windowMax' | 'windowMin'): Kernel =>
  one({ ...WINDOW_SUM, name, state: ([period = NaN]) => period + 7 });
const WINDOW_MAX = extreme('windowMax');
const WINDOW_MIN = extreme('windowMin');

/** Greatest of the last `period` rows. */
export const windowMax = (x: Series, period: number): Series => applied(WINDOW_MAX, [x], [period])[0]!;

/** Least of the last `period` rows. */
export const windowMin = (x: Series, period: number): Series => applied(WINDOW_MIN, [x], [period])[0]!;

const windowKernel = (name: string, state: (period: number) => number, outputs = 2): Kernel => ({
  name,
  inputs: 1,
  outputs,
  state: ([period = NaN]) => state(period),
  history: ([period = NaN]) => period,
  warmUp: ([period = NaN]) => period - 1,
});

const WINDOW_MOMENTS = windowKernel('windowMoments', (period) => 2 * period + 12);

/** Mean and population variance of the last `period` rows, at least 2. */
export function windowMoments(x: Series, period: number): { mean: Series; variance: Series } {
  const [mean, variance] = applied(WINDOW_MOMENTS, [x], [period]);
  return { mean: mean!, variance: variance! };
}

const WINDOW_VARIANCE: Kernel = { ...WINDOW_MOMENTS, name: 'windowVariance', outputs: 1 };

/** The variance alone. */
export const windowVariance = (x: Series, period: number): Series =>
  applied(WINDOW_VARIANCE, [x], [period])[0]!;

const WINDOW_DEVIATION: Kernel = {
  name: 'windowDeviation',
  inputs: 1,
  outputs: 1,
  state: ([, , period = NaN]) => 2 * period + 12,
  history: ([, , period = NaN]) => period,
  warmUp: ([, , period = NaN]) => period - 1,
};

/** Root of that variance times a factor; 0 where the variance is below `least`. */
export const windowDeviation = (x: Series, period: number, least: number, factor: number): Series =>
  applied(WINDOW_DEVIATION, [x], [least, factor, period])[0]!;

const WINDOW_BANDS = windowKernel('windowBands', () => 8, 3);

/** Up to this period, but for 5, bands are a window's moments and what a loop makes of them. */
const LEAST_BANDED = 9;

/** Whether `windowBands` takes a period. */
export const isBanded = (period: number): boolean =>
  period === 5 || (period >= LEAST_BANDED && period <= MOST_SLIDING);

/**
 * Bands at some deviations above and below the mean of the last `period` rows, and the mean between them; a deviation is 0
 * where the variance is below `least`.
 */
export const windowBands = (
  x: Series,
  period: number,
  { least, up, down }: { readonly least: number; readonly up: number; readonly down: number },
): Series[] => applied(WINDOW_BANDS, [x], [period, least, up, down]);

const WINDOW_LINE = windowKernel('windowLine', () => 11, 1);

/** Sum of the last `period` rows, at least 2: the oldest times `even`, each later one times `rising` more. */
const risingSum = (x: Series, period: number, level: number, even: number, rising: number): Series =>
  applied(WINDOW_LINE, [x], [period, level, even, rising])[0]!;

/** Weight that a step from row to row has in the slope of a least-squares line. */
const slopeStep = (period: number): number => 12 / (period * (period * period - 1));

/** Slope of the least-squares line through the last `period` rows, at least 2. */
export function lineSlope(x: Series, period: number): Series {
  const step = slopeStep(period);
  return risingSum(x, period, 0, (-step * (period - 1)) / 2, step);
}

/** Point of that line, `ahead` rows after the middle of the window. */
export function linePoint(x: Series, period: number, ahead: number): Series {
  const step = slopeStep(period) * ahead;
  return risingSum(x, period, 1, 1 / period - (step * (period - 1)) / 2, step);
}

/** Mean of the last `period` rows with weights that rise to the newest. */
export function weightedAverage(x: Series, period: number): Series {
  const weight = 2 / (period * (period + 1));
  if (period === 1) return x;
  if (isInput(x) && period <= MOST_SLIDING) return applied(LEVEL_AVERAGE, [x], [period, weight])[0]!;
  return risingSum(x, period, 1, weight, weight);
}

const WINDOW_COMOMENTS: Kernel = {
  ...windowKernel('windowComoments', () => 18, 3),
  inputs: 2,
};

/** Population variances and covariance of the last `period` pairs of rows. */
export function windowComoments(
  x: Series,
  y: Series,
  period: number,
): { varianceX: Series; varianceY: Series; covariance: Series } {
  const [varianceX, varianceY, covariance] = applied(WINDOW_COMOMENTS, [x, y], [period]);
  return { varianceX: varianceX!, varianceY: varianceY!, covariance: covariance! };
}

/** Longest window of `meanDeviation`. */
export const MOST_SCANNED = 1024;
const MEAN_DEVIATION = windowKernel('meanDeviation', () => 0);

/** Mean and mean absolute deviation of the last `period` rows, at most `MOST_SCANNED`. */
export function meanDeviation(x: Series, period: number): { mean: Series; deviation: Series } {
  const [mean, deviation] = applied(MEAN_DEVIATION, [x], [period]);
  return { mean: mean!, deviation: deviation! };
}

const EXTREME_ROWS: Kernel = {
  ...windowKernel('extremeRows', () => 2, 1),
  inputs: 2,
};

/**
 * Row of an extreme of the last `period` rows, counted from the first row of the columns: the one found first until a
 * later one equals or beats it.
 */
export const extremeRow = (x: Series, values: Series, period: number): Series =>
  applied(EXTREME_ROWS, [x, values.early(x.begin)], [period, x.graph.origin + x.begin])[0]!;

const EXTREME_AGES: Kernel = {
  ...windowKernel('extremeAges', (period) => 4 * period + 12),
  inputs: 2,
};

/** Rows since the greatest of the last `period` rows of `high` and since the least of `low`, of equals the latest. */
export function extremeAges(high: Series, low: Series, period: number): { high: Series; low: Series } {
  const [top, bottom] = applied(EXTREME_AGES, [high, low], [period]);
  return { high: top!, low: bottom! };
}

const ACCUMULATION = one({ name: 'accumulation', state: () => 1, history: none, warmUp: none });

/** Sum of all rows so far. */
export const accumulation = (x: Series): Series => applied(ACCUMULATION, [x], [])[0]!;

const ADAPTIVE: Kernel = {
  name: 'adaptiveAverage',
  inputs: 2,
  outputs: 1,
  state: () => 2,
  history: () => 1,
  lead: 1,
  warmUp: ([rows = NaN]) => Math.max(0, rows - 1),
};

/**
 * `y += weight * (x - y)`.
 *
 * @param rows  it begins with the mean of so many rows of `x`, of which those of weight 0 count as 0; with 0 it
 *              begins with the row of `x` before its first one
 */
export const adaptiveAverage = (x: Series, weight: Series, rows: number): Series =>
  applied(ADAPTIVE, [x, weight], [rows])[0]!;

const DEFINED_AVERAGE: Kernel = {
  name: 'definedAverage',
  inputs: 1,
  outputs: 1,
  state: () => 2,
  history: none,
  warmUp: ([rows = NaN]) => rows - 1,
};

/** Wilder's average, begun with the mean of `period` rows, in which NaN counts as 0; later such rows change nothing. */
export const definedAverage = (x: Series, period: number): Series =>
  applied(DEFINED_AVERAGE, [x], [period, 1 / period])[0]!;

const CHANGE_SHARE: Kernel = {
  name: 'changeShare',
  inputs: 1,
  outputs: 1,
  state: () => 3,
  history: () => 1,
  lead: 1,
  warmUp: ([period = NaN]) => period - 1,
};

const changeShare = (x: Series, period: number, scale: number, offset: number, byFalls: boolean): Series =>
  applied(CHANGE_SHARE, [x.from(x.begin + 1)], [period, scale, offset, Number(byFalls)])[0]!;

/** RSI: share of rises in all movement, 0 to 100; where there is none 0, under TradingView's convention without falls 100. */
export const changeStrength = (x: Series, period: number, convention: Convention): Series =>
  changeShare(x, period, 50, 50, convention === 'tradingview');

/** CMO: rises less falls in all movement, -100 to 100; 0 where there is none. */
export const changeBalance = (x: Series, period: number): Series => changeShare(x, period, 100, 0, false);

const EXACT_STRENGTH: Kernel = { ...CHANGE_SHARE, name: 'exactStrength' };

/** RSI with the twin's own rounding. */
export const exactStrength = (x: Series, period: number, convention: Convention): Series =>
  applied(EXACT_STRENGTH, [x.from(x.begin + 1)], [period, Number(convention === 'tradingview')])[0]!;

const DIRECTIONAL_SUMS: Kernel = {
  name: 'directionalSums',
  inputs: 3,
  outputs: 3,
  state: () => 4,
  history: () => 1,
  lead: 1,
  warmUp: ([period = NaN]) => period - 1,
};

/** Wilder's sums of directional movement up and down, and of the true range; from row `period` on. */
export function directionalSums(
  bars: readonly Series[],
  period: number,
): { plus: Series; minus: Series; range: Series } {
  const later = bars.map((column) => column.from(column.begin + 1));
  const [plus, minus, range] = applied(DIRECTIONAL_SUMS, later, [period]);
  return { plus: plus!, minus: minus!, range: range! };
}

const SIDE_SUMS = {
  plus: { ...DIRECTIONAL_SUMS, name: 'upwardSums', outputs: 2 },
  minus: { ...DIRECTIONAL_SUMS, name: 'downwardSums', outputs: 2 },
} as const;

/** The same of one side alone. */
export function sideSums(
  bars: readonly Series[],
  period: number,
  side: 'plus' | 'minus',
): { moved: Series; range: Series } {
  const later = bars.map((column) => column.from(column.begin + 1));
  const [moved, range] = applied(SIDE_SUMS[side], later, [period]);
  return { moved: moved!, range: range! };
}

const FILTER_DISTANCE: Kernel = {
  name: 'filterDistance',
  inputs: 1,
  outputs: 2,
  state: () => 3,
  history: none,
  warmUp: ([, , , , rows = NaN]) => rows - 1,
};

/** The value of one filter less that of another, which takes as many rows to begin or more, and the other filter itself. */
export function filterDistance(
  x: Series,
  first: FilterSettings,
  other: FilterSettings,
): { difference: Series; other: Series } {
  const [difference, second] = applied(FILTER_DISTANCE, [x], [...listed(first), ...listed(other), 0]);
  return { difference: difference!, other: second! };
}

const listed = ({ rows, share, keep, weight }: FilterSettings): number[] => [rows, share, keep, weight];

const CONVERGENCE: Kernel = {
  ...FILTER_DISTANCE,
  name: 'convergence',
  outputs: 3,
  state: () => 5,
  warmUp: ([, , , , rows = NaN, , , , signalRows = NaN]) => rows + signalRows - 2,
};

/**
 * The value of one filter less that of another, which takes as many rows to begin or more; what a third filter makes of
 * that distance; and how far the distance is above it. The first two begin together.
 */
export const convergence = (
  x: Series,
  first: FilterSettings,
  other: FilterSettings,
  signal: FilterSettings,
): Series[] =>
  applied(CONVERGENCE, [x], [...listed(first), ...listed(other), ...listed(signal), other.rows - first.rows]);

const ON_BALANCE: Kernel = { ...ADAPTIVE, name: 'onBalanceVolume', lead: 0, warmUp: none };

/** Sum of volume, added where x rose and taken away where it fell; the first row is added. */
export const onBalanceVolume = (x: Series, volume: Series): Series =>
  applied(ON_BALANCE, [x, volume], [])[0]!;
