import { BacktabError } from '../core/errors';
import {
  CANDLE_RANGES,
  CANDLE_SETTING_NAMES,
  type CandleSetting,
} from '../indicators/pattern/candle-settings';
import type { CandleSettingsChange } from '../indicators/pattern/candle-settings-change';
import { nearestName } from '../script/nearest';

/** Candle settings of a request as they stand there: word, field, value. */
export type GivenCandleSettings = Readonly<Record<string, Readonly<Record<string, number | string>>>>;

/** Our names of the fields, and TA-Lib's. */
const FIELDS: Readonly<Record<string, keyof CandleSetting>> = {
  range: 'range',
  period: 'period',
  factor: 'factor',
  rangetype: 'range',
  avgperiod: 'period',
};

/**
 * Reads candle settings. Words, fields and ranges count in any case; fields also under TA-Lib's names
 * (`RangeType`, `AvgPeriod`, `Factor`), ranges also by TA-Lib's numbers.
 *
 * @throws BacktabError `setting_unknown` | `setting_invalid`
 */
export function readCandleSettings(given: GivenCandleSettings): CandleSettingsChange {
  const words = Object.entries(given).map(([word, fields]) => {
    const known = CANDLE_SETTING_NAMES.find((name) => name.toLowerCase() === word.toLowerCase());
    if (known === undefined) throw unknown(word, CANDLE_SETTING_NAMES);
    const values = Object.entries(fields).map(([field, value]) => readField(known, field, value));
    return [known, Object.fromEntries(values)] as const;
  });
  return Object.fromEntries(words);
}

function readField(
  word: string,
  name: string,
  value: number | string,
): [keyof CandleSetting, number | string] {
  const field = Object.hasOwn(FIELDS, name.toLowerCase()) ? FIELDS[name.toLowerCase()] : undefined;
  if (field === undefined) throw unknown(name, ['range', 'period', 'factor']);
  if (field === 'range') return [field, readRange(word, value)];
  if (typeof value === 'number') return [field, value];
  throw invalid(`${word}.${field}`, value, 'a number');
}

function readRange(word: string, value: number | string): string {
  const found =
    typeof value === 'number'
      ? CANDLE_RANGES[value]
      : CANDLE_RANGES.find((range) => range.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw invalid(`${word}.range`, String(value), CANDLE_RANGES.join(', '));
  return found;
}

const unknown = (name: string, known: readonly string[]): BacktabError =>
  new BacktabError('setting_unknown', {
    name: name.slice(0, 60),
    nearest: nearestName(name, known),
    known: known.join(', '),
  });

const invalid = (name: string, value: string, expected: string): BacktabError =>
  new BacktabError('setting_invalid', { name, value: value.slice(0, 60), expected });
