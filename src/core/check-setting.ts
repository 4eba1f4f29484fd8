import { SETTINGS, type RunSettings, type SettingName } from './settings';

/** Some settings of a run, which replace others. */
export type SettingsChange = Partial<RunSettings>;

/** Whether a name is that of a setting. */
export const isSettingName = (name: string): name is SettingName => Object.hasOwn(SETTINGS, name);

/** Whether a setting can have a value; the value it has at first always can. */
export function holdsSetting(name: SettingName, value: unknown): boolean {
  const setting = SETTINGS[name];
  switch (setting.kind) {
    case 'number': {
      if (Object.is(value, setting.initial)) return true;
      const isInside = typeof value === 'number' && value >= setting.min && value <= setting.max;
      return isInside && (!setting.isInteger || Number.isInteger(value));
    }
    case 'choice':
      return setting.choices.some((choice) => choice === value);
    case 'text':
      return typeof value === 'string' && value.length <= MOST_CHARACTERS && setting.pattern.test(value);
  }
}

/** Longest text of a setting. */
const MOST_CHARACTERS = 1000;
