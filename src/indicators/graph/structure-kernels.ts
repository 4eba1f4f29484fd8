import type { Kernel } from './kernel';
import { windowMax, windowMin } from './kernels';
import { applied, type Series } from './series';

const none = (): number => 0;
const recursion = (name: string, inputs: number, outputs: number, state: number): Kernel => ({
  name,
  inputs,
  outputs,
  state: () => state,
  history: none,
  warmUp: none,
});

const BRICK_CHART = recursion('brickChart', 2, 4, 4);

/**
 * Open, close and direction of the last brick of a Renko chart, and the bricks that a row adds.
 *
 * @param size  of the bricks: its first row above 0, where the chart begins
 */
export const brickChart = (x: Series, size: Series): readonly Series[] => applied(BRICK_CHART, [x, size], []);

const RANGE_BARS = recursion('rangeBars', 1, 4, 4);

/** Open, high and low of the forming bar of a chart of equal bars, and the bars that a row completes. */
export const formingBar = (x: Series, size: number): readonly Series[] => applied(RANGE_BARS, [x], [size]);

const ZIGZAG = recursion('zigzag', 2, 4, 6);

/** Last turning point, extreme since, direction, and rows since the turn. */
export const turningPoints = (high: Series, low: Series, share: number): readonly Series[] =>
  applied(ZIGZAG, [high, low], [share]);

const SWING_LEVEL = recursion('swingLevel', 3, 1, 3);

/** Level of the last row that is above (`max`) or below all of `left` rows before it and `right` rows after it. */
export function swingLevel(x: Series, kind: 'max' | 'min', left: number, right: number): Series {
  const isMax = kind === 'max';
  const extreme = isMax ? windowMax : windowMin;
  const older = extreme(x, left).lag(right + 1);
  const newer = extreme(x, right);
  const rival = isMax ? older.max(newer) : older.min(newer);
  const inputs = [x, x.lag(right).early(x.begin), rival.early(x.begin)];
  return applied(SWING_LEVEL, inputs, [isMax ? 1 : -1, left + right])[0]!;
}

const SETUP_COUNTS: Kernel = { ...recursion('setupCounts', 1, 2, 2), history: () => 4, lead: 4 };

/** Rows in a row that lie below, and above, the row four rows before. */
export const setupCounts = (x: Series): readonly Series[] => applied(SETUP_COUNTS, [x.from(x.begin + 4)], []);

const BODY_MIDDLE = recursion('bodyMiddle', 3, 1, 3);

/**
 * Open of Heikin-Ashi bars: the middle of the body before.
 *
 * @param mean  their closes
 */
export const bodyMiddle = (open: Series, close: Series, mean: Series): Series =>
  applied(BODY_MIDDLE, [open, close, mean], [])[0]!;

/** Prices of a calendar period. */
export interface PeriodSeries {
  readonly open: Series;
  readonly high: Series;
  readonly low: Series;
  readonly close: Series;
}

const PERIOD_PRICES = recursion('periodPrices', 5, 5, 11);

/**
 * Prices of the calendar period before, during the first one those of its own rows so far; and the open of the running
 * period.
 *
 * @param period         0 day, 1 week, 2 month
 * @param offsetMinutes  begin of a day in minutes after midnight UTC
 */
export function periodPrices(
  time: Series,
  prices: PeriodSeries,
  period: number,
  offsetMinutes: number,
): { before: PeriodSeries; running: Series } {
  const inputs = [time, prices.open, prices.high, prices.low, prices.close];
  const [open, high, low, close, running] = applied(PERIOD_PRICES, inputs, [period, offsetMinutes]);
  return { before: { open: open!, high: high!, low: low!, close: close! }, running: running! };
}

/** Longest window of `volumeProfile`, which is gone through where its range of prices changes. */
export const MOST_PROFILED = 1000;

const VOLUME_PROFILE: Kernel = {
  name: 'volumeProfile',
  inputs: 4,
  outputs: 3,
  state: ([, bins = NaN]) => 4 * bins + 4,
  history: ([period = NaN]) => period,
  warmUp: ([period = NaN]) => period - 1,
};

/**
 * Upper end of the value area of the last `period` rows, price of most volume, lower end.
 *
 * @param typical  price at which a row's volume counts
 * @param range    highest and lowest price of the window
 * @param period   at most `MOST_PROFILED`
 * @param share    of the volume in the area, a fraction
 */
export function volumeProfile(
  typical: Series,
  volume: Series,
  range: { readonly highest: Series; readonly lowest: Series },
  [period, bins, share]: readonly [period: number, bins: number, share: number],
): readonly Series[] {
  const extremes = [range.highest, range.lowest].map((extreme) => extreme.early(typical.begin));
  return applied(VOLUME_PROFILE, [typical, volume, ...extremes], [period, bins, share]);
}
