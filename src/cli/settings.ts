import { BacktabError } from '../core/errors';
import { SETTING_NAMES, SETTINGS, type RunSettings, type SettingName } from '../core/settings';
import { presetSettings } from '../engine/presets';
import { nearestName } from '../script/nearest';
import { readTexts, type CommandLine } from './arguments';

/**
 * Settings of `--set key=value` words.
 *
 * @throws BacktabError `setting_unknown` | `setting_invalid`; ranges are the engine's to check
 */
export function readSettings(words: readonly string[]): Partial<RunSettings> {
  const settings: Record<string, number | string> = {};
  for (const [key, text] of Object.entries(readTexts('set', words))) {
    settings[key] = readSetting(nameOf(key), text);
  }
  return settings;
}

/**
 * Settings over the script's: those of `--preset`, and those of `--set` over them. With `--detail` the policy within
 * bars is `detail`.
 *
 * @param script  what the script sets
 * @throws BacktabError as `presetSettings` and `readSettings` do, `usage` where `--set` has another policy than `detail`
 */
export function runSettings(line: CommandLine, script: RunSettings): Partial<RunSettings> {
  const preset = line.value('preset');
  const followed = preset ? presetSettings(preset, script) : {};
  const set = readSettings(line.many('set'));
  if (line.many('detail').length === 0) return { ...followed, ...set };
  if (set.intrabar !== undefined && set.intrabar !== 'detail') {
    throw new BacktabError('usage', {
      reason: `--detail needs intrabar=detail, --set has '${set.intrabar}'.`,
    });
  }
  return { ...followed, ...set, intrabar: 'detail' };
}

function nameOf(key: string): SettingName {
  const name = SETTING_NAMES.find((known) => known === key);
  if (name) return name;
  throw new BacktabError('setting_unknown', {
    name: key,
    nearest: nearestName(key, SETTING_NAMES),
    known: SETTING_NAMES.join(', '),
  });
}

function readSetting(name: SettingName, text: string): number | string {
  const setting = SETTINGS[name];
  if (setting.kind !== 'number') return text;
  const value = Number(text.replaceAll('_', ''));
  if (text.trim() !== '' && !Number.isNaN(value)) return value;
  throw new BacktabError('setting_invalid', { name, value: text, expected: `a number in ${setting.unit}` });
}
