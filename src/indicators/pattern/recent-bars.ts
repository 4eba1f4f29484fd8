import type { Column } from '../../core/column';
import {
  CANDLE_SETTING_NAMES,
  type CandleRange,
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

/** Fields of a bar: its place times `FIELDS`, and the field's number. */
const FIELDS_SHIFT = 3;
const FIELDS = 1 << FIELDS_SHIFT;
const OPEN = 0;
const HIGH = 1;
const LOW = 2;
const CLOSE = 3;
/** What settings measure. */
const BODY = 4;
const HIGH_LOW = 5;
const SHADOWS = 6;

const FIELD: Readonly<Record<CandleRange, number>> = { realBody: BODY, highLow: HIGH_LOW, shadows: SHADOWS };

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
  /** The bar looked at: its place. */
  private at = 0;
  /** Bars in `data`, in order; when it is full, all but the history makes room. */
  private count = 0;
  private readonly history: number;
  private readonly capacity: number;
  /**
   * The bars, and behind them for each mean the limits at each bar. One array for all, because engines check
   * an array once a row and not once a value.
   */
  private readonly data: Float64Array;
  private readonly means: readonly CandleMean[];
  /** Where the limits of each word and bar begin, by `setting * MAX_BARS + ago`. */
  private readonly limits: Int32Array;

  /**
   * @param history   bars to remember before the newest, at least those of every mean that is used
   * @param averages  the means that are kept
   */
  constructor(history: number, averages: AveragesUsed, settings: CandleSettings) {
    this.history = history;
    this.capacity = history + Math.max(ROOM, history);
    this.limits = new Int32Array(CANDLE_SETTING_NAMES.length * MAX_BARS);
    const means: CandleMean[] = [];
    let end = this.capacity * FIELDS;
    CANDLE_SETTING_NAMES.forEach((name, setting) => {
      for (const ago of averages[name] ?? []) {
        means.push(new CandleMean(settings[name], ago, end));
        this.limits[setting * MAX_BARS + ago] = end;
        end += this.capacity;
      }
    });
    this.means = means;
    this.data = new Float64Array(end);
  }

  /**
   * Takes the next bars of the columns, from row `from` on: up to row `to`, to the first bar with a price that
   * is NaN, infinite or too large, or as many as there is room for.
   *
   * @returns  how many; their places are the last ones before `end`
   */
  take([opens, highs, lows, closes]: readonly Column[], from: number, to: number): number {
    if (this.count === this.capacity) this.makeRoom();
    const { data, count } = this;
    const last = Math.min(to, from + this.capacity - count);
    let place = count << FIELDS_SHIFT;
    let row = from;
    for (; row < last; row++) {
      const open = opens![row]!;
      const high = highs![row]!;
      const low = lows![row]!;
      const close = closes![row]!;
      const isWhole =
        Math.abs(open) <= LARGEST_PRICE &&
        Math.abs(high) <= LARGEST_PRICE &&
        Math.abs(low) <= LARGEST_PRICE &&
        Math.abs(close) <= LARGEST_PRICE;
      if (!isWhole) break;
      const body = close - open;
      const size = Math.abs(body);
      data[place | OPEN] = open;
      data[place | HIGH] = high;
      data[place | LOW] = low;
      data[place | CLOSE] = close;
      data[place | BODY] = size;
      data[place | HIGH_LOW] = high - low;
      data[place | SHADOWS] = body > 0 ? high - close + (open - low) : high - open + (close - low);
      place += FIELDS;
    }
    this.count += row - from;
    return row - from;
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
    this.data.copyWithin(0, (this.count - this.history) * FIELDS, this.count * FIELDS);
    this.count = this.history;
  }

  open(ago: number): number {
    return this.data[((this.at - ago) << FIELDS_SHIFT) | OPEN]!;
  }

  high(ago: number): number {
    return this.data[((this.at - ago) << FIELDS_SHIFT) | HIGH]!;
  }

  low(ago: number): number {
    return this.data[((this.at - ago) << FIELDS_SHIFT) | LOW]!;
  }

  close(ago: number): number {
    return this.data[((this.at - ago) << FIELDS_SHIFT) | CLOSE]!;
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
    return this.data[((this.at - ago) << FIELDS_SHIFT) | BODY]!;
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
  private readonly field: number;
  private readonly period: number;
  private readonly factor: number;
  private readonly ago: number;
  /** Where its limits begin. */
  private readonly limits: number;
  private sum = 0;

  constructor({ range, period, factor }: CandleSetting, ago: number, limits: number) {
    this.field = FIELD[range];
    this.period = period;
    this.factor = range === 'shadows' ? factor / 2 : factor;
    this.ago = ago;
    this.limits = limits;
  }

  /** Sums the bars before; the bar looked at is at `place`. */
  start(data: Float64Array, place: number): void {
    const last = place - this.ago;
    this.sum = 0;
    for (let j = last - this.period; j < last; j++) this.sum += data[(j << FIELDS_SHIFT) | this.field]!;
  }

  /** Writes the limits at the bars from `from` to `to - 1`, and moves the sum on behind them. */
  write(data: Float64Array, from: number, to: number): void {
    const { period, factor, limits } = this;
    const back = period << FIELDS_SHIFT;
    let newest = ((from - this.ago) << FIELDS_SHIFT) | this.field;
    let { sum } = this;
    for (let i = limits + from; i < limits + to; i++) {
      const measure = data[newest]!;
      data[i] = factor * (period === 0 ? measure : sum / period);
      sum += measure - data[newest - back]!;
      newest += FIELDS;
    }
    this.sum = sum;
  }
}
