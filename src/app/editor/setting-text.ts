import { holdsSetting } from '../../core/check-setting';
import { SETTINGS, type SettingName } from '../../core/settings';
import { paramText, rangeWords, readParam, type ParamReading } from '../studies/param-text';

/** A field's text as a value of a setting, or why it is none. */
export type SettingReading = { readonly value: number | string } | { readonly problem: string };

/** Reads what stands in the field of a setting. */
export function readSettingText(name: SettingName, text: string): SettingReading {
  const setting = SETTINGS[name];
  if (setting.kind === 'number') return readNumber(name, text);
  const value = text.trim();
  if (holdsSetting(name, value)) return { value };
  return {
    problem: `Not understood: ${setting.kind === 'text' ? setting.form : setting.choices.join(', ')}`,
  };
}

function readNumber(name: SettingName, text: string): ParamReading {
  const number = asParameter(name);
  return number ? readParam(number, text) : { problem: 'A number is needed' };
}

/** A setting's value as its field shows it. */
export const settingText = (value: number | string): string =>
  typeof value === 'string' ? value : Number.isNaN(value) ? '' : paramText(value);

/** What a field takes, as `0 to 50`. */
export function settingRangeWords(name: SettingName): string {
  const setting = SETTINGS[name];
  if (setting.kind === 'text') return setting.form;
  const number = asParameter(name);
  return number ? rangeWords(number) : '';
}

function asParameter(name: SettingName): Parameters<typeof readParam>[0] | null {
  const setting = SETTINGS[name];
  if (setting.kind !== 'number') return null;
  const { min, max, initial, isInteger } = setting;
  return { name, kind: isInteger ? 'integer' : 'real', min, max, default: initial, choices: null };
}
