import {
  CANDLE_SETTING_NAMES,
  type CandleRange,
  type CandleSettingName,
  type CandleSettings,
} from './candle-settings';

/** Bars that a pattern may look at: `0` is the newest, `4` the oldest. */
export const MAX_BARS = 5;

/** The bars at which a pattern asks for the mean of a setting. */
export type AveragesUsed = Readonly<Partial<Record<CandleSettingName, readonly number[]>>>;

const RANGE: Readonly<Record<CandleRange, number>> = { realBody: 0, highLow: 1, shadows: 2 };

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

/**
 * The last bars in trading words, `ago` bars before the newest: `isWhite(0)`, `body(1)`, `isLong(2)`.
 *
 * The sum behind each mean is carried on as TA-Lib does it, `sum + (newest - oldest)`: on a price grid many
 * bars lie exactly on a limit, and only the same rounding puts them on the same side of it. (Sums taken anew
 * at each bar put some on the other side where prices are as small as their ranges. Where ranges are small
 * beside the price, both sums are exact.)
 */
export class RecentBars {
  /** Rings of a power of two rows. */
  private readonly opens: Float64Array;
  private readonly highs: Float64Array;
  private readonly lows: Float64Array;
  private readonly closes: Float64Array;
  private newest = 0;
  private readonly ranges: Uint8Array;
  private readonly periods: Int32Array;
  private readonly factors: Float64Array;
  /** Places in `sums` that are kept, `setting * MAX_BARS + ago`. */
  private readonly kept: Int32Array;
  private readonly sums: Float64Array;

  /**
   * @param rows      bars to remember, at least those of every mean that is used
   * @param averages  the means that are kept
   */
  constructor(rows: number, averages: AveragesUsed, settings: CandleSettings) {
    const size = powerOfTwo(rows);
    this.opens = new Float64Array(size);
    this.highs = new Float64Array(size);
    this.lows = new Float64Array(size);
    this.closes = new Float64Array(size);
    const table = CANDLE_SETTING_NAMES.map((name) => settings[name]);
    this.ranges = Uint8Array.from(table, ({ range }) => RANGE[range]);
    this.periods = Int32Array.from(table, ({ period }) => period);
    this.factors = Float64Array.from(table, ({ range, factor }) =>
      range === 'shadows' ? factor / 2 : factor,
    );
    this.kept = Int32Array.from(
      CANDLE_SETTING_NAMES.flatMap((name, setting) =>
        settings[name].period === 0 ? [] : (averages[name] ?? []).map((ago) => setting * MAX_BARS + ago),
      ),
    );
    this.sums = new Float64Array(CANDLE_SETTING_NAMES.length * MAX_BARS);
  }

  /** Takes the next bar. */
  push(open: number, high: number, low: number, close: number): void {
    const at = (this.newest + 1) & (this.opens.length - 1);
    this.opens[at] = open;
    this.highs[at] = high;
    this.lows[at] = low;
    this.closes[at] = close;
    this.newest = at;
  }

  /** Sums the bars before each bar that a mean is asked at; before the first pattern is looked for. */
  startAverages(): void {
    for (const place of this.kept) {
      const setting = Math.floor(place / MAX_BARS);
      const ago = place % MAX_BARS;
      let sum = 0;
      for (let j = ago + this.periods[setting]!; j > ago; j--) sum += this.measure(setting, j);
      this.sums[place] = sum;
    }
  }

  /** Moves the means on by one bar; after each bar. */
  advanceAverages(): void {
    const kept = this.kept;
    for (let j = 0; j < kept.length; j++) {
      const place = kept[j]!;
      const setting = (place / MAX_BARS) | 0;
      const ago = place - setting * MAX_BARS;
      this.sums[place]! += this.measure(setting, ago) - this.measure(setting, ago + this.periods[setting]!);
    }
  }

  open(ago: number): number {
    return this.opens[(this.newest - ago) & (this.opens.length - 1)]!;
  }

  high(ago: number): number {
    return this.highs[(this.newest - ago) & (this.highs.length - 1)]!;
  }

  low(ago: number): number {
    return this.lows[(this.newest - ago) & (this.lows.length - 1)]!;
  }

  close(ago: number): number {
    return this.closes[(this.newest - ago) & (this.closes.length - 1)]!;
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
    return Math.abs(this.close(ago) - this.open(ago));
  }

  /** Upper end of the body. */
  top(ago: number): number {
    return Math.max(this.open(ago), this.close(ago));
  }

  /** Lower end of the body. */
  bottom(ago: number): number {
    return Math.min(this.open(ago), this.close(ago));
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
    const period = this.periods[setting]!;
    const mean = period === 0 ? this.measure(setting, ago) : this.sums[setting * MAX_BARS + ago]! / period;
    return this.factors[setting]! * mean;
  }

  private measure(setting: number, ago: number): number {
    const range = this.ranges[setting]!;
    if (range === 0) return this.body(ago);
    if (range === 1) return this.high(ago) - this.low(ago);
    return this.upperShadow(ago) + this.lowerShadow(ago);
  }
}

function powerOfTwo(least: number): number {
  let size = 1;
  while (size < least) size *= 2;
  return size;
}
