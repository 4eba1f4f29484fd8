import { checkInteger, checkRange } from '../core/check';
import { BacktabError } from '../core/errors';
import { SETTING_NAMES, SETTINGS, type RunSettings, type SettingName } from '../core/settings';

/** @throws BacktabError `parameter_out_of_range` | `setting_invalid` unless every setting can be run */
export function checkSettings(settings: RunSettings): void {
  for (const name of SETTING_NAMES) checkSetting(name, settings[name]);
}

function checkSetting(name: SettingName, value: unknown): void {
  const setting = SETTINGS[name];
  switch (setting.kind) {
    case 'number': {
      if (Object.is(value, setting.initial)) return;
      const check = setting.isInteger ? checkInteger : checkRange;
      check(name, typeof value === 'number' ? value : NaN, setting.min, setting.max);
      return;
    }
    case 'choice':
      if (setting.choices.some((choice) => choice === value)) return;
      throw new BacktabError('setting_invalid', {
        name,
        value: String(value),
        expected: setting.choices.join(' or '),
      });
    case 'text':
      if (typeof value === 'string' && setting.pattern.test(value)) return;
      throw new BacktabError('setting_invalid', { name, value: String(value), expected: setting.form });
  }
}
