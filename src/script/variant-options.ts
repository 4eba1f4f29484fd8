import { CONVENTIONS, dependsOnConvention } from '../indicators/convention';
import type { Indicator } from '../indicators/indicator';
import { isCandlePattern } from '../indicators/pattern/candle-pattern';
import {
  CANDLE_RANGES,
  DEFAULT_CANDLE_SETTINGS,
  type CandleSetting,
  type CandleSettingName,
} from '../indicators/pattern/candle-settings';
import { MAX_PERIOD } from '../indicators/parameters';

/** An option of an indicator call that chooses a variant: `convention`, or what a word of a pattern means. */
export type VariantOption = { readonly name: string; readonly example: string; readonly summary: string } & (
  | { readonly sets: 'convention' }
  | { readonly sets: 'candle'; readonly word: CandleSettingName; readonly field: keyof CandleSetting }
);

const CONVENTION: VariantOption = {
  sets: 'convention',
  name: 'convention',
  example: "'tradingview'",
  summary: `Whose seeds, warm-up and formula: ${CONVENTIONS.join(' or ')}.`,
};

/**
 * Options that choose a variant of an indicator, with the value that each has when left out.
 *
 * @returns  `convention`, and for a pattern `bodyDojiRange`, `bodyDojiPeriod`, `bodyDojiFactor` and so on of
 *           each word that it uses
 */
export function variantOptions(indicator: Indicator): readonly VariantOption[] {
  const words = isCandlePattern(indicator) ? indicator.words : [];
  return words.length === 0 ? PLAIN : [CONVENTION, ...words.flatMap(candleOptions)];
}

/** Of all that are not patterns. */
const PLAIN: readonly VariantOption[] = [CONVENTION];

/** Those of `variantOptions` that make a difference to the indicator: what completion proposes. */
export const usefulOptions = (indicator: Indicator): readonly VariantOption[] =>
  variantOptions(indicator).filter(({ sets }) => sets === 'candle' || dependsOnConvention(indicator));

function candleOptions(word: CandleSettingName): readonly VariantOption[] {
  const { range, period, factor } = DEFAULT_CANDLE_SETTINGS[word];
  const option = (field: keyof CandleSetting, example: string, summary: string): VariantOption => ({
    sets: 'candle',
    word,
    field,
    name: `${word}${field.replace(/^./, (letter) => letter.toUpperCase())}`,
    example,
    summary,
  });
  return [
    option('range', `'${range}'`, `What is measured of a bar: ${CANDLE_RANGES.join(', ')}.`),
    option('period', String(period), `Bars of the mean, from 0 (the bar itself) to ${MAX_PERIOD}.`),
    option('factor', String(factor), 'Times the mean.'),
  ];
}
