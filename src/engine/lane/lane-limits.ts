import { DEFAULT_SETTINGS, SETTING_NAMES, type RunSettings, type SettingName } from '../../core/settings';

/** Settings that a lane knows; any other must stand at its default. */
const KNOWN: ReadonlySet<SettingName> = new Set([
  'capital',
  'feePercent',
  'feeMakerPercent',
  'feePerUnit',
  'feePerOrder',
  'feeMinimum',
  'feeMaximumPercent',
  'slippageBps',
  'slippageTicks',
  'spreadBps',
  'spreadOn',
  'impactBps',
  'impactQuadraticBps',
  'slippageOn',
  'slippageBound',
  'shorting',
  'lotSize',
  'tickSize',
  'minNotional',
] as const);

/** A setting that differs from its default and that only the whole engine knows; null without one. */
export const laneForeignSetting = (settings: RunSettings): SettingName | null =>
  SETTING_NAMES.find((name) => !KNOWN.has(name) && !Object.is(settings[name], DEFAULT_SETTINGS[name])) ??
  null;
