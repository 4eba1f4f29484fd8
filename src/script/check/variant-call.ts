import { CONVENTIONS, type Convention } from '../../indicators/convention';
import type { Indicator } from '../../indicators/indicator';
import { MAX_PERIOD, UNBOUNDED } from '../../indicators/parameters';
import { CANDLE_RANGES } from '../../indicators/pattern/candle-settings';
import type { CandleSettingsChange } from '../../indicators/pattern/candle-settings-change';
import { plainVariant, type IndicatorVariant } from '../../indicators/variant';
import type { Expression } from '../ast';
import { variantOptions, type VariantOption } from '../variant-options';
import { fixedNumber, holdsRange } from './arguments';
import type { Context } from './context';
import { readWord } from './words';

/**
 * The variant that the options of an indicator call choose. Its values are plain: they are part of the plan.
 *
 * @param options  expression by name, as `named` gives them
 * @returns        undefined for the indicator as it stands in the catalogue, null after a mistake
 */
export function readVariant(
  context: Context,
  indicator: Indicator,
  options: ReadonlyMap<string, Expression>,
): IndicatorVariant | undefined | null {
  if (options.size === 0) return undefined;
  let convention: Convention = 'talib';
  const change: Record<string, Record<string, string | number>> = {};
  let isWrong = false;
  for (const option of variantOptions(indicator)) {
    const given = options.get(option.name);
    if (!given) continue;
    const value = readValue(context, indicator, option, given);
    if (value === null) isWrong = true;
    else if (option.sets === 'convention') convention = value as Convention;
    else change[option.word] = { ...change[option.word], [option.field]: value };
  }
  if (isWrong) return null;
  return plainVariant(indicator, { convention, candleSettings: change as CandleSettingsChange });
}

function readValue(
  context: Context,
  { name }: Indicator,
  option: VariantOption,
  given: Expression,
): string | number | null {
  const what = `${option.name} of ${name}`;
  if (option.sets === 'convention') return readWord(context, given, what, CONVENTIONS);
  if (option.field === 'range') return readWord(context, given, what, CANDLE_RANGES);
  const value = fixedNumber(context, given, what);
  if (value === null) return null;
  const { min, max } = option.field === 'period' ? { min: 0, max: MAX_PERIOD } : UNBOUNDED;
  if (!holdsRange(context, given, what, value, min, max)) return null;
  if (option.field === 'factor' || Number.isInteger(value)) return value;
  context.reporter.report('value_fractional', given, { what, value });
  return null;
}
