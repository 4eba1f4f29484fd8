import { BacktabError } from '../../core/errors';
import { SETTING_GROUPS, settingRange, SETTINGS, type SettingName } from '../../core/settings';
import { readArguments } from '../arguments';
import type { Output } from '../output';

export const SETTINGS_USAGE = 'backtab settings [--json]';

/** Prints every setting of a run: what it is at first, its range, what it does. */
export async function settings(args: readonly string[], output: Output): Promise<void> {
  const line = readArguments(args, { json: 'flag' });
  if (line.words.length > 0) throw new BacktabError('usage', { reason: `Usage: ${SETTINGS_USAGE}` });
  if (line.flag('json'))
    output.json(SETTING_GROUPS.flatMap(({ title, names }) => names.map((name) => asJson(title, name))));
  else
    output.text(
      SETTING_GROUPS.map(({ title, names }) => [title, ...names.map(asText), ''].join('\n')).join('\n'),
    );
}

/** One setting; `initial` is null where there is none. */
function asJson(group: string, name: SettingName): object {
  const { kind, initial, unit, summary, ...rest } = SETTINGS[name];
  const range = 'pattern' in rest ? { form: rest.form } : rest;
  return { name, group, kind, initial: Number.isNaN(initial) ? null : initial, ...range, unit, summary };
}

function asText(name: SettingName): string {
  const setting = SETTINGS[name];
  const { initial, unit, summary } = setting;
  const first = Number.isNaN(initial) || initial === '' ? 'none' : initial;
  return `  ${name.padEnd(26)}${summary} At first ${first}; ${settingRange(setting)}${unit && ` (${unit})`}.`;
}
