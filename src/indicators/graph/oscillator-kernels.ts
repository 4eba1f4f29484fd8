import type { Convention } from '../convention';
import type { MaType } from '../ma-type';
import { T3_FACTOR } from '../primitives/moving-average';
import { t3Factors } from '../primitives/nested-average';
import { emaWeight } from '../primitives/seeded-average';
import { average, emaOf } from './blocks';
import type { Kernel } from './kernel';
import { applied, type Condition, type Series } from './series';

const none = (): number => 0;
const one = (): number => 1;

const EXACT_AVERAGES: Kernel = {
  name: 'exactAverages',
  inputs: 2,
  outputs: 2,
  state: () => 4,
  history: none,
  warmUp: ([rows = NaN, , otherRows = NaN]) => Math.max(rows, otherRows) - 1,
};

/** An average of a given weight, begun with the mean of its first rows. */
export interface ExactAverage {
  readonly x: Series;
  readonly rows: number;
  readonly weight: number;
}

/** Two averages with the twin's own rounding, for what turns on their last bits; both series begin at the same row. */
function exactAverages(first: ExactAverage, second: ExactAverage): [Series, Series] {
  const params = [first, second].flatMap(({ rows, weight }) => [rows, weight]);
  const [y, z] = applied(EXACT_AVERAGES, [first.x, second.x], params);
  return [y!.early(first.x.begin + first.rows - 1), z!.early(second.x.begin + second.rows - 1)];
}

/** One average with the twin's own rounding. */
export const exactAverage = (given: ExactAverage): Series => exactAverages(given, given)[0];

const exponential = (x: Series, length: number, convention: Convention): ExactAverage => ({
  x,
  rows: convention === 'tradingview' ? 1 : length,
  weight: emaWeight(length),
});

/** Exponential average with the twin's own rounding; with a period of 1 the rows themselves. */
export const exactEma = (x: Series, length: number, convention: Convention): Series =>
  length === 1 ? x : exactAverage(exponential(x, length, convention));

/** Two of them of one series, in one pass. */
export function exactEmas(x: Series, fast: number, slow: number, convention: Convention): [Series, Series] {
  if (fast === 1 || slow === 1) return [exactEma(x, fast, convention), exactEma(x, slow, convention)];
  return exactAverages(exponential(x, fast, convention), exponential(x, slow, convention));
}

/**
 * Two exponential averages of one series whose distance is wanted: where both begin with the first row it is at first
 * smaller than what rounding makes of their levels, so that they have the twin's own rounding.
 */
export const emaPair = (x: Series, fast: number, slow: number, convention: Convention): [Series, Series] =>
  convention === 'tradingview'
    ? exactEmas(x, fast, slow, convention)
    : [emaOf(x, fast, convention), emaOf(x, slow, convention)];

/** How nested exponential averages that begin with the first row are made: factors of the innermost first. */
const NESTED: { readonly [T in MaType]?: readonly number[] } = {
  ema: [1],
  dema: [2, -1],
  tema: [3, -3, 1],
  t3: t3Factors(T3_FACTOR),
};

/**
 * Averages of one series, exponential ones begun with the first row and with the twin's own rounding: a distance
 * between two of them is at first smaller than what rounding makes of their levels.
 */
export function immediateAverages(
  x: Series,
  fast: readonly [type: MaType, length: number],
  slow: readonly [type: MaType, length: number],
): [Series | undefined, Series | undefined] {
  const factors = NESTED[fast[0]];
  if (fast[0] === slow[0] && factors && fast[1] > 1 && slow[1] > 1) {
    return exactNested([x, x], [fast[1], slow[1]], factors);
  }
  const [first, second] = [fast, slow].map(([type, length]) => {
    const own = NESTED[type];
    return own && length > 1 ? exactNested([x, x], [length, length], own)[0] : average(type, x, length);
  });
  return [first, second];
}

/** Two sums of nested exponential averages, all begun with the first row, each times its factor. */
export function exactNested(
  [x, y]: readonly [Series, Series],
  [length, other]: readonly [number, number],
  factors: readonly number[],
): [Series, Series] {
  let pair: [Series, Series] = [x, y];
  let totals: [Series, Series] | undefined;
  for (const factor of factors) {
    pair = exactAverages(
      exponential(pair[0], length, 'tradingview'),
      exponential(pair[1], other, 'tradingview'),
    );
    if (factor === 0) continue;
    const [a, b] = [pair[0].times(factor), pair[1].times(factor)];
    totals = totals ? [totals[0].plus(a), totals[1].plus(b)] : [a, b];
  }
  return totals ?? pair;
}

const STREAK: Kernel = {
  name: 'streak',
  inputs: 1,
  outputs: 1,
  state: () => 2,
  history: one,
  warmUp: none,
};

/**
 * Rows that a series has risen without a break, or with a minus fallen; 0 where it stayed.
 *
 * @param start  value of the first row
 */
export const streak = (x: Series, start: number): Series => applied(STREAK, [x], [start])[0]!;

const HELD_FILTER: Kernel = {
  name: 'heldFilter',
  inputs: 1,
  outputs: 1,
  state: one,
  history: none,
  warmUp: none,
};

/** How a filter that is held within bounds goes on. */
export interface HeldFilterSettings {
  /** Weight of the value before. */
  readonly keep: number;
  /** Weight of the present row. */
  readonly weight: number;
  /** Beyond it on either side the value is `held` on that side. */
  readonly edge: number;
  readonly held: number;
}

/** `y = keep * y[1] + weight * x` from 0 on, held within bounds. */
export const heldFilter = (x: Series, { keep, weight, edge, held }: HeldFilterSettings): Series =>
  applied(HELD_FILTER, [x], [keep, weight, edge, held])[0]!;

const LAGUERRE_STAGES: Kernel = {
  name: 'laguerreStages',
  inputs: 1,
  outputs: 4,
  state: () => 5,
  history: none,
  warmUp: none,
};

/** Ehlers' four Laguerre filters, each an older view of the series; all start at its first row. */
export const laguerreStages = (x: Series, gamma: number): Series[] => applied(LAGUERRE_STAGES, [x], [gamma]);

const TRAILING_LEVEL: Kernel = {
  name: 'trailingLevel',
  inputs: 2,
  outputs: 1,
  state: one,
  history: one,
  lead: 1,
  warmUp: none,
};

/** A level from 0 on that trails a line at a distance, on the side that the line leaves it; both begin after the line. */
export const trailingLevel = (line: Series, distance: Series): Series =>
  applied(TRAILING_LEVEL, [line, distance], [])[0]!;

const RESTARTED_SUM: Kernel = {
  name: 'restartedSum',
  inputs: 3,
  outputs: 1,
  state: () => 2,
  history: none,
  warmUp: none,
};

/** Sum of all rows so far, `start` on the first row and wherever `restarts` holds. */
export const restartedSum = (x: Series, start: Series, restarts: Condition): Series =>
  applied(RESTARTED_SUM, [x, start, restarts.pick(1, 0)], [])[0]!;

const RUNNING_PRODUCT: Kernel = {
  name: 'runningProduct',
  inputs: 1,
  outputs: 1,
  state: () => 2,
  history: none,
  warmUp: none,
};

/** `start` times the product of all rows so far. */
export const runningProduct = (x: Series, start: number): Series =>
  applied(RUNNING_PRODUCT, [x], [start])[0]!;

const FLOW_SUM: Kernel = {
  name: 'flowSum',
  inputs: 4,
  outputs: 1,
  state: one,
  history: none,
  warmUp: none,
  isSeamless: true,
};

/** Sum of all money flow so far: volume weighted by where bars closed. Takes high, low, close and volume. */
export const flowSum = (bars: readonly Series[]): Series => applied(FLOW_SUM, bars, [])[0]!;

const FLOW_OSCILLATOR: Kernel = {
  name: 'flowOscillator',
  inputs: 4,
  outputs: 1,
  state: () => 4,
  history: none,
  warmUp: none,
};

/** A fast less a slow exponential average of that sum, both begun with its first row. */
export const flowOscillator = (bars: readonly Series[], fast: number, slow: number): Series =>
  applied(FLOW_OSCILLATOR, bars, [1 - emaWeight(fast), 1 - emaWeight(slow)])[0]!;
