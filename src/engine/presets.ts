import { BacktabError } from '../core/errors';
import { DEFAULT_SETTINGS, SETTING_NAMES, type RunSettings } from '../core/settings';
import { backtestingPy } from './presets/backtesting-py';
import { backtrader } from './presets/backtrader';
import type { Preset } from './presets/preset';
import { tradingview } from './presets/tradingview';
import { vectorbt } from './presets/vectorbt';
import { zipline } from './presets/zipline';

/** The engines whose conventions can be chosen by name. */
export const PRESETS: readonly Preset[] = [backtestingPy, vectorbt, backtrader, zipline, tradingview];

/**
 * Settings of a preset, where a script has not said otherwise.
 *
 * @param name    one of `PRESETS`
 * @param script  the script's settings; those that differ from the defaults stand
 *
 * @throws BacktabError `setting_invalid` for an unknown name
 */
export function presetSettings(name: string, script: RunSettings): Partial<RunSettings> {
  const preset = PRESETS.find((known) => known.name === name);
  if (!preset) {
    const expected = PRESETS.map((known) => known.name).join(' or ');
    throw new BacktabError('setting_invalid', { name: 'preset', value: name, expected });
  }
  const left = SETTING_NAMES.filter((setting) => Object.is(script[setting], DEFAULT_SETTINGS[setting]));
  return Object.fromEntries(
    left
      .filter((setting) => setting in preset.settings)
      .map((setting) => [setting, preset.settings[setting]]),
  );
}
