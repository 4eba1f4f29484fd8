import { checkInteger, checkRange } from '../../core/check';
import { MAX_PERIOD, UNBOUNDED } from '../parameters';

/** In TA-Lib's order. */
export const CANDLE_RANGES = ['realBody', 'highLow', 'shadows'] as const;

/** What a setting measures of a bar: its body, the distance from high to low, or both shadows together. */
export type CandleRange = (typeof CANDLE_RANGES)[number];

/**
 * What a word such as "long" means: `factor` times the mean range of the `period` bars before the bar in
 * question, or, with period 0, times the bar's own range. Of `shadows` half is taken: one shadow's share.
 */
export interface CandleSetting {
  readonly range: CandleRange;
  /** Bars of the mean, integer in `[0, 100000]`. */
  readonly period: number;
  readonly factor: number;
}

/** The words that patterns use, in TA-Lib's order. */
export const CANDLE_SETTING_NAMES = [
  'bodyLong',
  'bodyVeryLong',
  'bodyShort',
  'bodyDoji',
  'shadowLong',
  'shadowVeryLong',
  'shadowShort',
  'shadowVeryShort',
  'near',
  'far',
  'equal',
] as const;

export type CandleSettingName = (typeof CANDLE_SETTING_NAMES)[number];

/** The meaning of every word. */
export type CandleSettings = Readonly<Record<CandleSettingName, CandleSetting>>;

/**
 * TA-Lib's own settings.
 *
 * @see TA-Lib 0.7.1 `TA_RestoreCandleDefaultSettings`
 */
export const DEFAULT_CANDLE_SETTINGS: CandleSettings = {
  bodyLong: { range: 'realBody', period: 10, factor: 1 },
  bodyVeryLong: { range: 'realBody', period: 10, factor: 3 },
  bodyShort: { range: 'realBody', period: 10, factor: 1 },
  bodyDoji: { range: 'highLow', period: 10, factor: 0.1 },
  shadowLong: { range: 'realBody', period: 0, factor: 1 },
  shadowVeryLong: { range: 'realBody', period: 0, factor: 2 },
  shadowShort: { range: 'shadows', period: 10, factor: 1 },
  shadowVeryShort: { range: 'highLow', period: 10, factor: 0.1 },
  near: { range: 'highLow', period: 5, factor: 0.2 },
  far: { range: 'highLow', period: 5, factor: 0.6 },
  equal: { range: 'highLow', period: 5, factor: 0.05 },
};

/** @throws BacktabError `parameter_out_of_range` */
export function checkCandleSettings(settings: CandleSettings): void {
  for (const name of CANDLE_SETTING_NAMES) {
    const { period, factor } = settings[name];
    checkInteger(`${name}.period`, period, 0, MAX_PERIOD);
    checkRange(`${name}.factor`, factor, UNBOUNDED.min, UNBOUNDED.max);
  }
}
