import { SETTING_NAMES, SETTINGS, type Setting, type SettingName } from '../core/settings';
import type { CallOption } from './order-options';

/** Short names of settings that most scripts give. */
export const SETTING_ALIASES = {
  capital: 'capital',
  fee: 'feePercent',
  slippage: 'slippageBps',
  lot: 'lotSize',
} as const satisfies Readonly<Record<string, SettingName>>;

export type SettingAlias = keyof typeof SETTING_ALIASES;

const EXAMPLES: Readonly<Record<SettingAlias, string>> = {
  capital: '100_000',
  fee: 'percent(0.1)',
  slippage: 'bps(1)',
  lot: '1',
};

const ALIASES = Object.keys(SETTING_ALIASES) as readonly SettingAlias[];
const ALIASED: ReadonlySet<SettingName> = new Set(Object.values(SETTING_ALIASES));

/** Whether an option is a short name. */
export const isAlias = (option: string): option is SettingAlias => Object.hasOwn(SETTING_ALIASES, option);

/** Options of `strategy(...)` for completion: the short names, then every other setting. */
export const STRATEGY_OPTIONS: readonly CallOption[] = [
  ...ALIASES.map((name) => ({
    name,
    example: EXAMPLES[name],
    summary: SETTINGS[SETTING_ALIASES[name]].summary,
  })),
  ...SETTING_NAMES.filter((name) => !ALIASED.has(name)).map((name) => ({
    name,
    example: exampleOf(SETTINGS[name]),
    summary: SETTINGS[name].summary,
  })),
];

/** All options that `strategy(...)` takes: short names and the names of the settings. */
export const STRATEGY_OPTION_NAMES: readonly string[] = [...new Set([...ALIASES, ...SETTING_NAMES])];

/** A value that differs from the default. */
function exampleOf(setting: Setting): string {
  if (setting.kind === 'choice') return `'${setting.choices[1] ?? setting.initial}'`;
  if (setting.kind === 'text') return "'0:0.1,1000000:0.08'";
  const { initial, max } = setting;
  if (Number.isNaN(initial)) return '0.1';
  return String(Math.min(max, initial === 0 ? 1 : initial * 2));
}
