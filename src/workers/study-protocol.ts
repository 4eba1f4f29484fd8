import type { Column } from '../core/column';
import type { Indicator, IndicatorParameter } from '../indicators/indicator';
import type { CandleSetting, CandleSettingName } from '../indicators/pattern/candle-settings';

export type {
  CallInput as StudyInput,
  IndicatorCall as StudyCall,
  Written as WrittenStudy,
} from '../script/write-indicator';

/** A parameter as a form needs it. */
export interface StudyParameter extends IndicatorParameter {
  /** Names of the values 0, 1, 2 … of a parameter that chooses; null for one that is a number. */
  readonly choices: readonly string[] | null;
}

/** A word that a candlestick pattern uses, and what it means unless told otherwise. */
export interface StudyWord extends CandleSetting {
  readonly name: CandleSettingName;
}

/** What the page knows of a catalogue entry: all but how it is computed. */
export interface IndicatorInfo extends Pick<
  Indicator,
  'name' | 'title' | 'group' | 'pane' | 'summary' | 'inputs' | 'outputs'
> {
  readonly params: readonly StudyParameter[];
  /** Whether the conventions of TA-Lib and TradingView give different values. */
  readonly convention: boolean;
  /** Whether it takes an unstable period. */
  readonly unstable: boolean;
  /** Of a candlestick pattern; empty for others. */
  readonly words: readonly StudyWord[];
}

/** The values of a study on the bars on screen. */
export interface StudyAnswer {
  /** One per output of the indicator, as long as the bars; NaN where there is no value. */
  readonly columns: readonly Column[];
  /** Bars that the first value needs, itself included. */
  readonly needed: number;
}
