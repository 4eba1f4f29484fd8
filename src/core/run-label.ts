import type { SettingsChange } from './check-setting';

/**
 * What a run is called in lists, as `20 / 100`, with the number of settings that were changed beside the script.
 *
 * @param words  values of its parameters, as `20`, `ema`, `true`
 */
export function runLabel(words: readonly (string | number)[], settings: SettingsChange = {}): string {
  const values = words.join(' / ') || 'No parameters';
  const changed = Object.keys(settings).length;
  return changed === 0 ? values : `${values}, ${changed} ${changed === 1 ? 'setting' : 'settings'}`;
}
