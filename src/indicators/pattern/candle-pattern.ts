import type { Indicator, IndicatorOutput, IndicatorParameter, IndicatorStream } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, real, UNBOUNDED } from '../parameters';
import {
  CANDLE_SETTING_NAMES,
  checkCandleSettings,
  DEFAULT_CANDLE_SETTINGS,
  type CandleSettingName,
  type CandleSettings,
} from './candle-settings';
import { confirmation } from '../graph/candle-kernels';
import type { Series } from '../graph/series';
import { CandleSeries } from './candle-series';
import { Confirmation } from './confirmation';
import { RecentBars, type AveragesUsed } from './recent-bars';

/** A candlestick pattern in trading words. */
export interface CandlePatternDefinition {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** Bars that it is made of. */
  readonly bars: number;
  /** Each word of the settings that it uses, with the bars (ago) of which it is asked. */
  readonly averages: AveragesUsed;
  /** Least period that the averages count with in the lookback, for those of TA-Lib with one; else 0. */
  readonly leastPeriod?: number;
  /** Default of the parameter `penetration`, for those that take it. */
  readonly penetration?: number;
  /**
   * Later bars within which a close beyond the bar before the pattern's last one confirms it, with twice the
   * value; TA-Lib begins to look as many bars before its first value.
   */
  readonly confirmedWithin?: number;
  /**
   * The pattern that the newest bar completes.
   *
   * @returns  100 or a part of it when bullish, negative when bearish, 0 when there is none
   */
  find(bars: RecentBars, penetration: number): number;
  /** `find` for whole columns: the same values. */
  series(bars: CandleSeries, penetration: number): Series;
}

/** A pattern of the catalogue, which can be had with other settings. */
export interface CandlePattern extends Indicator {
  /** The words that it uses: other settings make no difference to it. */
  readonly words: readonly CandleSettingName[];
  /** @throws BacktabError `parameter_out_of_range` */
  withSettings(settings: CandleSettings): CandlePattern;
}

/** Whether an entry of the catalogue is a pattern. */
export const isCandlePattern = (indicator: Indicator): indicator is CandlePattern =>
  'withSettings' in indicator;

/** Bullish where it holds. */
export const bullish = (holds: boolean): number => (holds ? 100 : 0);

/** Bearish where it holds. */
export const bearish = (holds: boolean): number => (holds ? -100 : 0);

/** Bullish (1) or bearish (-1) by `side` where it holds. */
export const sided = (side: number, holds: boolean): number => (holds ? 100 * side : 0);

/** Whether `x` is at most `tolerance` from `level`. */
export const isWithin = (x: number, level: number, tolerance: number): boolean =>
  x >= level - tolerance && x <= level + tolerance;

const OUTPUTS: readonly IndicatorOutput[] = [{ name: 'value', kind: 'integer', style: 'histogram' }];
const INPUTS = prices('open', 'high', 'low', 'close');

/**
 * Makes an indicator of a pattern: 100 where a bullish one ends, -100 where a bearish one does, 0 elsewhere.
 *
 * @param definition  its rules
 * @param settings    what the words "long", "near" and so on mean; TA-Lib's when omitted
 * @returns           an entry of the catalogue; its stream is O(1) a row
 *
 * Rows before the lookback are NaN. A bar with a price that is NaN, infinite or beyond 1e300 has no value,
 * and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range`
 * @see TA-Lib 0.7.1, group Pattern Recognition (tests/golden/talib)
 */
export function candlePattern(
  definition: CandlePatternDefinition,
  settings: CandleSettings = DEFAULT_CANDLE_SETTINGS,
): CandlePattern {
  checkCandleSettings(settings);
  const { name, title, summary, confirmedWithin = 0 } = definition;
  const params = penetrationOf(definition);
  const lookback = lookbackOf(definition, settings);
  const recognise = (bars: RecentBars, penetration: number): number => definition.find(bars, penetration);

  /** The rules live in the prototype: a stream's own fields are its state. */
  class PatternStream extends CandleStream {
    protected override find(bars: RecentBars, penetration: number): number {
      return recognise(bars, penetration);
    }
  }

  return {
    name,
    title,
    group: 'pattern',
    pane: 'own',
    summary,
    inputs: INPUTS,
    params,
    outputs: OUTPUTS,
    unstable: false,
    lookback: () => lookback,
    stream(values) {
      checkParameters(params, values);
      const bars = new RecentBars(lookback + 1, definition.averages, settings);
      return new PatternStream(bars, lookback, confirmedWithin, values[0] ?? 0);
    },
    graph: (inputs, [penetration = 0]) => [
      patternSeries(definition, settings, lookback, inputs, penetration),
    ],
    words: wordsOf(definition),
    withSettings: (others) => candlePattern(definition, others),
  };
}

function penetrationOf({ penetration }: CandlePatternDefinition): readonly IndicatorParameter[] {
  return penetration === undefined ? [] : [real('penetration', penetration, { min: 0, max: UNBOUNDED.max })];
}

const wordsOf = ({ averages }: CandlePatternDefinition): readonly CandleSettingName[] =>
  CANDLE_SETTING_NAMES.filter((name) => averages[name] !== undefined);

function lookbackOf(definition: CandlePatternDefinition, settings: CandleSettings): number {
  const { bars, leastPeriod = 0, confirmedWithin = 0 } = definition;
  const periods = wordsOf(definition).map((name) => settings[name].period);
  return Math.max(leastPeriod, ...periods) + bars - 1 + confirmedWithin;
}

function patternSeries(
  { averages, series, confirmedWithin = 0 }: CandlePatternDefinition,
  settings: CandleSettings,
  lookback: number,
  inputs: readonly Series[],
  penetration: number,
): Series {
  const first = lookback - confirmedWithin;
  const bars = new CandleSeries(inputs, averages, settings, first);
  const found = series(bars, penetration).from(first);
  if (confirmedWithin === 0) return found;
  const levels = { upper: bars.high(1), lower: bars.low(1), close: bars.close(0) };
  return confirmation({ found, ...levels }, confirmedWithin).from(lookback);
}

/** Beyond it the sums of ranges could overflow. */
const LARGEST_PRICE = 1e300;

abstract class CandleStream implements IndicatorStream {
  private readonly bars: RecentBars;
  private readonly lookback: number;
  private readonly confirmedWithin: number;
  private readonly penetration: number;
  /** Whole bars so far, counted up to one beyond the lookback. */
  private rows = 0;
  private readonly confirmation: Confirmation;

  constructor(bars: RecentBars, lookback: number, confirmedWithin: number, penetration: number) {
    this.bars = bars;
    this.lookback = lookback;
    this.confirmedWithin = confirmedWithin;
    this.penetration = penetration;
    this.confirmation = new Confirmation(confirmedWithin);
  }

  protected abstract find(bars: RecentBars, penetration: number): number;

  next(row: Float64Array, out: Float64Array): void {
    out[0] = NaN;
    const open = row[0]!;
    const high = row[1]!;
    const low = row[2]!;
    const close = row[3]!;
    const largest = Math.max(Math.abs(open), Math.abs(high), Math.abs(low), Math.abs(close));
    if (!(largest <= LARGEST_PRICE)) {
      this.rows = 0;
      this.confirmation.reset();
      return;
    }
    this.bars.push(open, high, low, close);
    const first = this.lookback - this.confirmedWithin;
    if (this.rows === first) this.bars.startAverages();
    if (this.rows >= first) {
      const found = this.find(this.bars, this.penetration);
      const value = this.confirmedWithin === 0 ? found : this.confirm(found, close);
      if (this.rows >= this.lookback) out[0] = value;
      this.bars.advanceAverages();
    }
    if (this.rows <= this.lookback) this.rows++;
  }

  /** Doubles the last pattern when this bar confirms it. */
  private confirm(found: number, close: number): number {
    return this.confirmation.next(found, found > 0 ? this.bars.high(1) : this.bars.low(1), close);
  }
}
