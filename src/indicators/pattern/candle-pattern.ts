import type { Column } from '../../core/column';
import { ColumnStream } from '../column-stream';
import type { Indicator, IndicatorOutput, IndicatorParameter } from '../indicator';
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
      const bars = new RecentBars(lookback, definition.averages, settings);
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

abstract class CandleStream extends ColumnStream {
  private readonly bars: RecentBars;
  private readonly lookback: number;
  private readonly confirmedWithin: number;
  private readonly penetration: number;
  /** Whole bars so far, counted up to one beyond the lookback. */
  private rows = 0;
  private readonly confirmation: Confirmation;

  constructor(bars: RecentBars, lookback: number, confirmedWithin: number, penetration: number) {
    super(INPUTS.length, OUTPUTS.length);
    this.bars = bars;
    this.lookback = lookback;
    this.confirmedWithin = confirmedWithin;
    this.penetration = penetration;
    this.confirmation = new Confirmation(confirmedWithin);
  }

  protected abstract find(bars: RecentBars, penetration: number): number;

  override take(inputs: readonly Column[], [value]: readonly Column[], from: number, to: number): void {
    for (let row = from; row < to;) {
      const count = this.bars.take(inputs, row, to);
      if (count > 0) {
        this.findFrom(row, row + count, inputs[3]!, value!);
        row += count;
      } else {
        value![row++] = NaN;
        this.rows = 0;
        this.confirmation.reset();
      }
    }
  }

  /** Writes the values of bars that were just taken. */
  private findFrom(from: number, to: number, close: Column, value: Column): void {
    const { bars, lookback, confirmedWithin, rows } = this;
    const shift = bars.end - to;
    const first = lookback - confirmedWithin;
    const begin = Math.min(to, from + Math.max(0, first - rows));
    if (rows <= first && begin < to) bars.startAverages(begin + shift);
    bars.setLimits(begin + shift, to + shift);
    if (confirmedWithin > 0) this.writeConfirmed(close, value, shift, begin, to);
    else this.writeFound(value, shift, begin, to);
    if (rows < lookback) value.fill(NaN, from, Math.min(to, from + lookback - rows));
    this.rows = Math.min(rows + to - from, lookback + 1);
  }

  private writeFound(value: Column, shift: number, from: number, to: number): void {
    const { bars, penetration } = this;
    for (let row = from; row < to; row++) {
      bars.lookAt(row + shift);
      value[row] = this.find(bars, penetration);
    }
  }

  /** The same, with the last pattern doubled where a bar confirms it. */
  private writeConfirmed(close: Column, value: Column, shift: number, from: number, to: number): void {
    const { bars, penetration } = this;
    for (let row = from; row < to; row++) {
      bars.lookAt(row + shift);
      const found = this.find(bars, penetration);
      value[row] = this.confirmation.next(found, found > 0 ? bars.high(1) : bars.low(1), close[row]!);
    }
  }
}
