import { underConvention, type Convention } from './convention';
import type { Indicator } from './indicator';
import { isCandlePattern } from './pattern/candle-pattern';
import {
  changedCandleSettings,
  plainChange,
  type CandleSettingsChange,
} from './pattern/candle-settings-change';

/** How an indicator is taken other than as it stands in the catalogue. */
export interface IndicatorVariant {
  readonly convention?: Convention;
  /** For candlestick patterns: what their words mean. */
  readonly candleSettings?: CandleSettingsChange;
}

/**
 * The indicator in a variant. It has the catalogue's name, parameters and outputs; lookback, values and, at
 * times, inputs are its own.
 *
 * @throws BacktabError `parameter_out_of_range` for candle settings out of range
 */
export function variantOf(
  indicator: Indicator,
  { convention = 'talib', candleSettings }: IndicatorVariant = {},
): Indicator {
  const chosen = underConvention(indicator, convention);
  if (!candleSettings || !isCandlePattern(chosen)) return chosen;
  return chosen.withSettings(changedCandleSettings(candleSettings));
}

/**
 * The variant with only what makes a difference to the indicator, written in one way: variants that give the
 * same values are equal texts as JSON.
 *
 * @returns  undefined where it is the indicator as it stands in the catalogue
 */
export function plainVariant(
  indicator: Indicator,
  { convention, candleSettings = {} }: IndicatorVariant,
): IndicatorVariant | undefined {
  const change = isCandlePattern(indicator) ? plainChange(candleSettings, indicator.words) : null;
  const isOther = convention === 'tradingview' && indicator.tradingview !== undefined;
  if (!isOther && !change) return undefined;
  return { ...(isOther ? { convention } : {}), ...(change ? { candleSettings: change } : {}) };
}
