import type { SettingsChange } from './check-setting';

/** What a run is called in lists, as `20 / 100`, with the number of settings that were changed beside the script. */
export function runLabel(
  parameters: Readonly<Record<string, number>>,
  settings: SettingsChange = {},
): string {
  const values = Object.values(parameters).join(' / ') || 'No parameters';
  const changed = Object.keys(settings).length;
  return changed === 0 ? values : `${values}, ${changed} ${changed === 1 ? 'setting' : 'settings'}`;
}
