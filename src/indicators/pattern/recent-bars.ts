import type { Column } from '../../core/column';
import {
  CANDLE_SETTING_NAMES,
  type CandleSetting,
  type CandleSettingName,
  type CandleSettings,
} from './candle-settings';

/** Bars that a pattern may look at: `0` is the newest, `4` the oldest. */
export const MAX_BARS = 5;

/** The bars at which a pattern asks for the mean of a setting. */
export type AveragesUsed = Readonly<Partial<Record<CandleSettingName, readonly number[]>>>;

const indexOf = (name: CandleSettingName): number => CANDLE_SETTING_NAMES.indexOf(name);
const BODY_LONG = indexOf('bodyLong');
const BODY_SHORT = indexOf('bodyShort');
const BODY_DOJI = indexOf('bodyDoji');
const SHADOW_LONG = indexOf('shadowLong');
const SHADOW_VERY_LONG = indexOf('shadowVeryLong');
const SHADOW_SHORT = indexOf('shadowShort');
const SHADOW_VERY_SHORT = indexOf('shadowVeryShort');
const NEAR = indexOf('near');
const FAR = indexOf('far');
const EQUAL = indexOf('equal');

/** Bars that are taken in beyond the history before they are moved back. */
const ROOM = 128;

/** Beyond it the sums of ranges could overflow. */
const LARGEST_PRICE = 1e300;

/**
 * The last bars in trading words, `ago` bars before the one looked at: `isWhite(0)`, `body(1)`, `isLong(2)`.
 *
 * The sum behind each mean is carried on as TA-Lib does it, `sum + (newest - oldest)`: on a price grid many
 * bars lie exactly on a limit, and only the same rounding puts them on the same side of it. (Sums taken anew
 * at each bar put some on the other side where prices are as small as their ranges. Where ranges are small
 * beside the price, both sums are exact.)
 */
export class RecentBars {
  /** The bar looked at: its place in the columns. */
  private at = 0;
  /** Bars in the columns, in order; when these are full, all but the history makes room. */
  private count = 0;
  private readonly history: number;
  private readonly capacity: number;
  /**
   * Columns of `capacity` rows, one after the other: the four prices, what settings measure, and for each mean
   * the limit at each bar. One array for all, because engines check an array once a row and not once a value.
   */
  private readonly data: Float64Array;
  /** Where columns begin: opens at 0. */
  private readonly highs: number;
  private readonly lows: number;
  private readonly closes: number;
  private readonly bodies: number;
  /** Of ranges from high to low, and of both shadows; 0 where no mean that is used measures them. */
  private readonly ranges: number;
  private readonly shadows: number;
  /** Of the limits of each word and bar, by `setting * MAX_BARS + ago`. */
  private readonly limits: Int32Array;
  private readonly means: readonly CandleMean[];

  /**
   * @param history   bars to remember before the newest, at least those of every mean that is used
   * @param averages  the means that are kept
   */
  constructor(history: number, averages: AveragesUsed, settings: CandleSettings) {
    const capacity = history + Math.max(ROOM, history);
    const measured = new Set(
      CANDLE_SETTING_NAMES.filter((name) => averages[name]).map((name) => settings[name].range),
    );
    let columns = 5;
    const next = (): number => columns++ * capacity;
    this.history = history;
    this.capacity = capacity;
    this.highs = capacity;
    this.lows = 2 * capacity;
    this.closes = 3 * capacity;
    this.bodies = 4 * capacity;
    this.ranges = measured.has('highLow') ? next() : 0;
    this.shadows = measured.has('shadows') ? next() : 0;
    const measures = { realBody: this.bodies, highLow: this.ranges, shadows: this.shadows };
    this.limits = new Int32Array(CANDLE_SETTING_NAMES.length * MAX_BARS);
    this.means = CANDLE_SETTING_NAMES.flatMap((name, setting) =>
      (averages[name] ?? []).map((ago) => {
        const limits = next();
        this.limits[setting * MAX_BARS + ago] = limits;
        return new CandleMean(settings[name], measures[settings[name].range] - ago, limits);
      }),
    );
    this.data = new Float64Array(columns * capacity);
  }

  /**
   * Takes the next bars, from row `from` of the columns on: up to row `to`, to the first bar with a price that
   * is NaN, infinite or too large, or as many as there is room for.
   *
   * @param prices  opens, highs, lows and closes
   * @returns       how many; their places are the last ones before `end`
   */
  take(prices: readonly Column[], from: number, to: number): number {
    if (this.count === this.capacity) this.makeRoom();
    const { data, count, capacity } = this;
    let end = Math.min(to, from + capacity - count);
    for (let k = 0; k < prices.length; k++) end = endOfWhole(prices[k]!, from, end);
    if (end === from) return 0;
    for (let k = 0; k < prices.length; k++) data.set(prices[k]!.subarray(from, end), k * capacity + count);
    this.count += end - from;
    this.measure(count, this.count);
    return end - from;
  }

  /** Place after that of the newest bar. */
  get end(): number {
    return this.count;
  }

  /** Sums the bars before each bar that a mean is asked at; before the bar at `place` is looked at for patterns. */
  startAverages(place: number): void {
    for (const mean of this.means) mean.start(this.data, place);
  }

  /** Works out the limits of the words at the bars from place `from` to `to - 1`, and moves the means on. */
  setLimits(from: number, to: number): void {
    for (const mean of this.means) mean.write(this.data, from, to);
  }

  /** Looks at the bar at `place`. */
  lookAt(place: number): void {
    this.at = place;
  }

  private makeRoom(): void {
    const { data, capacity, count, history } = this;
    for (let start = 0; start < data.length; start += capacity) {
      data.copyWithin(start, start + count - history, start + count);
    }
    this.count = history;
  }

  private measure(from: number, to: number): void {
    const { data, highs, lows, closes, bodies, ranges, shadows } = this;
    for (let i = from; i < to; i++) data[bodies + i] = Math.abs(data[closes + i]! - data[i]!);
    if (ranges > 0) for (let i = from; i < to; i++) data[ranges + i] = data[highs + i]! - data[lows + i]!;
    if (shadows > 0) {
      for (let i = from; i < to; i++) {
        const open = data[i]!;
        const close = data[closes + i]!;
        const [top, bottom] = open > close ? [open, close] : [close, open];
        data[shadows + i] = data[highs + i]! - top + (bottom - data[lows + i]!);
      }
    }
  }

  open(ago: number): number {
    return this.data[this.at - ago]!;
  }

  high(ago: number): number {
    return this.data[this.highs + this.at - ago]!;
  }

  low(ago: number): number {
    return this.data[this.lows + this.at - ago]!;
  }

  close(ago: number): number {
    return this.data[this.closes + this.at - ago]!;
  }

  /** 1 for a white bar, -1 for a black one. */
  color(ago: number): 1 | -1 {
    return this.isWhite(ago) ? 1 : -1;
  }

  /** Closed where it opened or above. */
  isWhite(ago: number): boolean {
    return this.close(ago) >= this.open(ago);
  }

  isBlack(ago: number): boolean {
    return !this.isWhite(ago);
  }

  /** Distance from open to close. */
  body(ago: number): number {
    return this.data[this.bodies + this.at - ago]!;
  }

  /** Upper end of the body. */
  top(ago: number): number {
    const open = this.open(ago);
    const close = this.close(ago);
    return open > close ? open : close;
  }

  /** Lower end of the body. */
  bottom(ago: number): number {
    const open = this.open(ago);
    const close = this.close(ago);
    return open < close ? open : close;
  }

  upperShadow(ago: number): number {
    return this.high(ago) - this.top(ago);
  }

  lowerShadow(ago: number): number {
    return this.bottom(ago) - this.low(ago);
  }

  /** The body lies wholly above that of the bar before, or of the bar `from`. */
  bodyGapsUp(ago: number, from = ago + 1): boolean {
    return this.bottom(ago) > this.top(from);
  }

  /** The body lies wholly below that of the bar before, or of the bar `from`. */
  bodyGapsDown(ago: number, from = ago + 1): boolean {
    return this.top(ago) < this.bottom(from);
  }

  /** The whole bar, shadows too, lies above the bar before. */
  gapsUp(ago: number): boolean {
    return this.low(ago) > this.high(ago + 1);
  }

  /** The whole bar, shadows too, lies below the bar before. */
  gapsDown(ago: number): boolean {
    return this.high(ago) < this.low(ago + 1);
  }

  /** The body lies strictly between the ends of the body before it. */
  isInsideBody(ago: number): boolean {
    return this.top(ago) < this.top(ago + 1) && this.bottom(ago) > this.bottom(ago + 1);
  }

  isLong(ago: number): boolean {
    return this.body(ago) > this.threshold(BODY_LONG, ago);
  }

  isShort(ago: number): boolean {
    return this.body(ago) < this.threshold(BODY_SHORT, ago);
  }

  /** Short, or just at the limit. */
  isAtMostShort(ago: number): boolean {
    return this.body(ago) <= this.threshold(BODY_SHORT, ago);
  }

  /** Beyond the limit of short bodies. */
  isMoreThanShort(ago: number): boolean {
    return this.body(ago) > this.threshold(BODY_SHORT, ago);
  }

  isDoji(ago: number): boolean {
    return this.body(ago) <= this.dojiBody(ago);
  }

  hasShortUpperShadow(ago: number): boolean {
    return this.upperShadow(ago) < this.threshold(SHADOW_SHORT, ago);
  }

  hasShortLowerShadow(ago: number): boolean {
    return this.lowerShadow(ago) < this.threshold(SHADOW_SHORT, ago);
  }

  hasLongUpperShadow(ago: number): boolean {
    return this.upperShadow(ago) > this.threshold(SHADOW_LONG, ago);
  }

  hasLongLowerShadow(ago: number): boolean {
    return this.lowerShadow(ago) > this.threshold(SHADOW_LONG, ago);
  }

  hasVeryLongUpperShadow(ago: number): boolean {
    return this.upperShadow(ago) > this.threshold(SHADOW_VERY_LONG, ago);
  }

  hasVeryLongLowerShadow(ago: number): boolean {
    return this.lowerShadow(ago) > this.threshold(SHADOW_VERY_LONG, ago);
  }

  /** Hardly any. */
  hasVeryShortUpperShadow(ago: number): boolean {
    return this.upperShadow(ago) < this.veryShortShadow(ago);
  }

  /** Hardly any. */
  hasVeryShortLowerShadow(ago: number): boolean {
    return this.lowerShadow(ago) < this.veryShortShadow(ago);
  }

  /** Largest body of a doji. */
  dojiBody(ago: number): number {
    return this.threshold(BODY_DOJI, ago);
  }

  /** Limit of short shadows. */
  shortShadow(ago: number): number {
    return this.threshold(SHADOW_SHORT, ago);
  }

  /** Limit of very short shadows. */
  veryShortShadow(ago: number): number {
    return this.threshold(SHADOW_VERY_SHORT, ago);
  }

  /** Distance that counts as near. */
  near(ago: number): number {
    return this.threshold(NEAR, ago);
  }

  /** Distance that counts as far. */
  far(ago: number): number {
    return this.threshold(FAR, ago);
  }

  /** Distance up to which prices count as equal. */
  equal(ago: number): number {
    return this.threshold(EQUAL, ago);
  }

  private threshold(setting: number, ago: number): number {
    return this.data[this.limits[setting * MAX_BARS + ago]! + this.at]!;
  }
}

/** A mean of what a setting measures, over the bars before the one `ago` bars before the bar looked at. */
class CandleMean {
  private readonly period: number;
  private readonly factor: number;
  /** Where what it measures begins, seen from the bar looked at. */
  private readonly measured: number;
  /** Where its limits begin. */
  private readonly limits: number;
  private sum = 0;

  constructor({ range, period, factor }: CandleSetting, measured: number, limits: number) {
    this.period = period;
    this.factor = range === 'shadows' ? factor / 2 : factor;
    this.measured = measured;
    this.limits = limits;
  }

  /** Sums the bars before; the bar looked at is at `place`. */
  start(data: Float64Array, place: number): void {
    const last = this.measured + place;
    this.sum = 0;
    for (let j = last - this.period; j < last; j++) this.sum += data[j]!;
  }

  /** Writes the limits at the bars from `from` to `to - 1`, and moves the sum on behind them. */
  write(data: Float64Array, from: number, to: number): void {
    const { period, factor, measured, limits } = this;
    if (period === 0) {
      for (let i = from; i < to; i++) data[limits + i] = factor * data[measured + i]!;
      return;
    }
    let { sum } = this;
    for (let i = from; i < to; i++) {
      data[limits + i] = factor * (sum / period);
      sum += data[measured + i]! - data[measured - period + i]!;
    }
    this.sum = sum;
  }
}

/** First row of a column from `from` on, up to `to`, whose price is NaN, infinite or too large. */
function endOfWhole(prices: Column, from: number, to: number): number {
  let row = from;
  // By fours: what engines check of the array at each turn counts a quarter.
  while (
    row + 3 < to &&
    Math.abs(prices[row]!) <= LARGEST_PRICE &&
    Math.abs(prices[row + 1]!) <= LARGEST_PRICE &&
    Math.abs(prices[row + 2]!) <= LARGEST_PRICE &&
    Math.abs(prices[row + 3]!) <= LARGEST_PRICE
  ) {
    row += 4;
  }
  while (row < to && Math.abs(prices[row]!) <= LARGEST_PRICE) row++;
  return row;
}
