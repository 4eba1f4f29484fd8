import {
  CANDLE_SETTING_NAMES,
  DEFAULT_CANDLE_SETTINGS,
  type CandleSetting,
  type CandleSettingName,
  type CandleSettings,
} from './candle-settings';

/** A new meaning of some words, whole or in part; what is left out stays as TA-Lib has it. */
export type CandleSettingsChange = {
  readonly [N in CandleSettingName]?: { readonly [F in keyof CandleSetting]?: CandleSetting[F] };
};

/** TA-Lib's settings with a change. */
export function changedCandleSettings(change: CandleSettingsChange): CandleSettings {
  const changed = CANDLE_SETTING_NAMES.map((name) => [
    name,
    { ...DEFAULT_CANDLE_SETTINGS[name], ...change[name] },
  ]);
  return Object.fromEntries(changed) as unknown as CandleSettings;
}

/**
 * The same change with every word that it really changes in full, in TA-Lib's order, so that equal changes
 * are written alike.
 *
 * @param change  as given
 * @param words   the words that matter; others are left out
 * @returns       null where nothing changes
 */
export function plainChange(
  change: CandleSettingsChange,
  words: readonly CandleSettingName[],
): CandleSettingsChange | null {
  const settings = changedCandleSettings(change);
  const changed = CANDLE_SETTING_NAMES.filter(
    (name) => words.includes(name) && !isEqual(settings[name], DEFAULT_CANDLE_SETTINGS[name]),
  );
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((name) => [name, settings[name]]));
}

const isEqual = (a: CandleSetting, b: CandleSetting): boolean =>
  a.range === b.range && a.period === b.period && a.factor === b.factor;
