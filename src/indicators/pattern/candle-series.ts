import { dojis, recentMeans, type MeasuredRange } from '../graph/candle-kernels';
import { series, type Condition, Series, type Operand } from '../graph/series';
import {
  CANDLE_SETTING_NAMES,
  type CandleRange,
  type CandleSettingName,
  type CandleSettings,
} from './candle-settings';
import type { AveragesUsed } from './recent-bars';

/**
 * The words of `RecentBars` for whole columns: each gives an expression of a graph, for every bar at once.
 * Its values have the twin's bits.
 */
export class CandleSeries {
  readonly #open: Series;
  readonly #high: Series;
  readonly #low: Series;
  readonly #close: Series;
  readonly #settings: CandleSettings;
  readonly #first: number;
  /** Means by range, period and bars ago. */
  readonly #means = new Map<string, Series>();

  /**
   * @param inputs    open, high, low and close
   * @param averages  the means that are kept
   * @param first     row at which they are begun
   */
  constructor(inputs: readonly Series[], averages: AveragesUsed, settings: CandleSettings, first: number) {
    [this.#open, this.#high, this.#low, this.#close] = inputs as [Series, Series, Series, Series];
    this.#settings = settings;
    this.#first = first;
    for (const [key, names] of grouped(averages, settings)) {
      const { range, period } = settings[names[0]!];
      const agos = [...new Set(names.flatMap((name) => averages[name]!))].toSorted((a, b) => a - b);
      recentMeans(this.#parts(range, 0), period, first, agos).forEach((mean, k) =>
        this.#means.set(`${key} ${agos[k]!}`, mean),
      );
    }
  }

  open(ago: number): Series {
    return this.#open.lag(ago);
  }

  high(ago: number): Series {
    return this.#high.lag(ago);
  }

  low(ago: number): Series {
    return this.#low.lag(ago);
  }

  close(ago: number): Series {
    return this.#close.lag(ago);
  }

  /** Closed where it opened or above. */
  isWhite(ago: number): Condition {
    return this.close(ago).atLeast(this.open(ago));
  }

  isBlack(ago: number): Condition {
    return this.close(ago).below(this.open(ago));
  }

  areWhite(...agos: readonly number[]): Condition {
    return all(...agos.map((ago) => this.isWhite(ago)));
  }

  areBlack(...agos: readonly number[]): Condition {
    return all(...agos.map((ago) => this.isBlack(ago)));
  }

  /** Distance from open to close. */
  body(ago: number): Series {
    return this.close(ago).minus(this.open(ago)).abs();
  }

  /** Upper end of the body. */
  top(ago: number): Series {
    return this.open(ago).max(this.close(ago));
  }

  /** Lower end of the body. */
  bottom(ago: number): Series {
    return this.open(ago).min(this.close(ago));
  }

  upperShadow(ago: number): Series {
    return this.high(ago).minus(this.top(ago));
  }

  lowerShadow(ago: number): Series {
    return this.bottom(ago).minus(this.low(ago));
  }

  /** The body lies wholly above that of the bar before, or of the bar `from`. */
  bodyGapsUp(ago: number, from = ago + 1): Condition {
    return this.bottom(ago).above(this.top(from));
  }

  /** The body lies wholly below that of the bar before, or of the bar `from`. */
  bodyGapsDown(ago: number, from = ago + 1): Condition {
    return this.top(ago).below(this.bottom(from));
  }

  /** The whole bar, shadows too, lies above the bar before. */
  gapsUp(ago: number): Condition {
    return this.low(ago).above(this.high(ago + 1));
  }

  /** The whole bar, shadows too, lies below the bar before. */
  gapsDown(ago: number): Condition {
    return this.high(ago).below(this.low(ago + 1));
  }

  /** The whole bar lies strictly inside the range of the bar before. */
  isInside(ago: number): Condition {
    return this.high(ago)
      .below(this.high(ago + 1))
      .and(this.low(ago).above(this.low(ago + 1)));
  }

  /** The body lies strictly between the ends of the body before it. */
  isInsideBody(ago: number): Condition {
    return this.top(ago)
      .below(this.top(ago + 1))
      .and(this.bottom(ago).above(this.bottom(ago + 1)));
  }

  /** The body lies between the ends of the body before it, or shares them. */
  fitsBody(ago: number): Condition {
    return this.top(ago)
      .atMost(this.top(ago + 1))
      .and(this.bottom(ago).atLeast(this.bottom(ago + 1)));
  }

  isLong(ago: number): Condition {
    return this.body(ago).above(this.#threshold('bodyLong', ago));
  }

  isShort(ago: number): Condition {
    return this.body(ago).below(this.#threshold('bodyShort', ago));
  }

  /** Short, or just at the limit. */
  isAtMostShort(ago: number): Condition {
    return this.body(ago).atMost(this.#threshold('bodyShort', ago));
  }

  /** Beyond the limit of short bodies. */
  isMoreThanShort(ago: number): Condition {
    return this.body(ago).above(this.#threshold('bodyShort', ago));
  }

  isDoji(ago: number): Condition {
    return this.body(ago).atMost(this.dojiBody(ago));
  }

  /** Bullish where the newest bar is a doji. */
  dojis(): Series {
    const { range, period, factor } = this.#settings.bodyDoji;
    if (period === 0) return bullishWhere(this.isDoji(0));
    const limit = { range: this.#parts(range, 0), period, part: scaleOf(range, factor) };
    return dojis(this.#open, this.#close, limit, this.#first);
  }

  hasShortUpperShadow(ago: number): Condition {
    return this.upperShadow(ago).below(this.shortShadow(ago));
  }

  hasShortLowerShadow(ago: number): Condition {
    return this.lowerShadow(ago).below(this.shortShadow(ago));
  }

  hasLongUpperShadow(ago: number): Condition {
    return this.upperShadow(ago).above(this.#threshold('shadowLong', ago));
  }

  hasLongLowerShadow(ago: number): Condition {
    return this.lowerShadow(ago).above(this.#threshold('shadowLong', ago));
  }

  hasVeryLongUpperShadow(ago: number): Condition {
    return this.upperShadow(ago).above(this.#threshold('shadowVeryLong', ago));
  }

  hasVeryLongLowerShadow(ago: number): Condition {
    return this.lowerShadow(ago).above(this.#threshold('shadowVeryLong', ago));
  }

  /** Hardly any. */
  hasVeryShortUpperShadow(ago: number): Condition {
    return this.upperShadow(ago).below(this.veryShortShadow(ago));
  }

  /** Hardly any. */
  hasVeryShortLowerShadow(ago: number): Condition {
    return this.lowerShadow(ago).below(this.veryShortShadow(ago));
  }

  /** Hardly any on either side. */
  hasVeryShortShadows(ago: number): Condition {
    return this.hasVeryShortUpperShadow(ago).and(this.hasVeryShortLowerShadow(ago));
  }

  /** Long, with hardly any shadow. */
  isMarubozu(ago: number): Condition {
    return this.isLong(ago).and(this.hasVeryShortShadows(ago));
  }

  /** Black, closing near its low. */
  isCrow(ago: number): Condition {
    return this.isBlack(ago).and(this.hasVeryShortLowerShadow(ago));
  }

  /** Largest body of a doji. */
  dojiBody(ago: number): Series {
    return this.#threshold('bodyDoji', ago);
  }

  /** Limit of short shadows. */
  shortShadow(ago: number): Series {
    return this.#threshold('shadowShort', ago);
  }

  /** Limit of very short shadows. */
  veryShortShadow(ago: number): Series {
    return this.#threshold('shadowVeryShort', ago);
  }

  /** Distance that counts as near. */
  near(ago: number): Series {
    return this.#threshold('near', ago);
  }

  /** Distance that counts as far. */
  far(ago: number): Series {
    return this.#threshold('far', ago);
  }

  /** Distance up to which prices count as equal. */
  equal(ago: number): Series {
    return this.#threshold('equal', ago);
  }

  #threshold(name: CandleSettingName, ago: number): Series {
    const { range, period, factor } = this.#settings[name];
    const mean = period === 0 ? this.#measure(range, ago) : this.#means.get(`${range} ${period} ${ago}`)!;
    const scale = scaleOf(range, factor);
    return scale === 1 ? mean : mean.times(scale);
  }

  #measure(range: CandleRange, ago: number): Series {
    const { upper, lower, isSigned } = this.#parts(range, ago);
    const difference = upper.minus(lower);
    return isSigned ? difference : difference.abs();
  }

  /** Shadows are the upper one less the lower one's negative. */
  #parts(range: CandleRange, ago: number): MeasuredRange {
    if (range === 'realBody') return { upper: this.close(ago), lower: this.open(ago), isSigned: false };
    if (range === 'highLow') return { upper: this.high(ago), lower: this.low(ago), isSigned: true };
    const lower = this.low(ago).minus(this.bottom(ago));
    return { upper: this.upperShadow(ago), lower, isSigned: true };
  }
}

/** Shadows are counted for half: there are two of them. */
const scaleOf = (range: CandleRange, factor: number): number => (range === 'shadows' ? factor / 2 : factor);

/** The words with a mean that are used, by range and period: those of a group have the same means. */
function grouped(averages: AveragesUsed, settings: CandleSettings): Map<string, CandleSettingName[]> {
  const groups = new Map<string, CandleSettingName[]>();
  for (const name of CANDLE_SETTING_NAMES) {
    const { range, period } = settings[name];
    if (!averages[name] || period === 0) continue;
    const key = `${range} ${period}`;
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return groups;
}

/** All of them hold. */
export const all = (...conditions: readonly Condition[]): Condition =>
  conditions.reduce((held, condition) => held.and(condition));

/** `x` lies strictly between two levels. */
export const isBetween = (x: Series, lower: Series, upper: Series): Condition =>
  x.above(lower).and(x.below(upper));

/** `x` is at most `tolerance` from `level`. */
export const isAround = (x: Series, level: Series, tolerance: Series): Condition =>
  x.atLeast(level.minus(tolerance)).and(x.atMost(level.plus(tolerance)));

/** Bullish where all conditions hold. */
export const bullishWhere = (...conditions: readonly Condition[]): Series => kept(all(...conditions), 100);

/** Bearish where all conditions hold. */
export const bearishWhere = (...conditions: readonly Condition[]): Series => kept(all(...conditions), -100);

/**
 * Bullish where one condition holds, bearish where another does; never both.
 *
 * @param size  the value, 100 when omitted
 */
export function eitherWhere(bullish: Condition, bearish: Condition, size: Operand = 100): Series {
  const { graph } = bullish;
  const [up, down] = [kept(bullish, size), kept(bearish, series(graph, size).negated())];
  return new Series(graph, graph.binary('or', up.id, down.id), Math.max(up.begin, down.begin));
}

/** A number where a condition, a mask of all or no bits, holds; 0 elsewhere. */
function kept({ graph, id, begin }: Condition, size: Operand): Series {
  const value = series(graph, size);
  return new Series(graph, graph.binary('and', id, value.id), Math.max(begin, value.begin));
}
