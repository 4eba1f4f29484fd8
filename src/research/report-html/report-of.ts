import { formatInteger, formatMoney, formatNumber } from '../../core/format';
import {
  DEFAULT_SETTINGS,
  SETTING_NAMES,
  SETTINGS,
  type RunSettings,
  type SettingName,
} from '../../core/settings';
import type { BacktestOutcome } from '../outcome';
import type { Tearsheet } from '../tearsheet/shape';
import type { ReportFact, ReportInput } from './report-input';

/** What a report says beside the run itself. */
export interface ReportNames {
  readonly strategy: string;
  readonly data: string;
  readonly dataHash: string;
  /** Parameter values by name, in the order of the script. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly synthetic: boolean;
  readonly warnings: readonly string[];
}

/** The input of `reportHtml` for an outcome, the same for page and command line. */
export function reportOf(outcome: BacktestOutcome, sheet: Tearsheet, names: ReportNames): ReportInput {
  const { result, metrics, holding, ranges, verdict } = outcome;
  return {
    ...names,
    parameters: Object.entries(names.parameters)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(', '),
    sheet,
    metrics,
    holding: holding.metrics,
    ranges,
    verdict,
    trades: result.trades,
    resultHash: result.hash,
    engine: result.engine,
    assumptions: assumptionsOf(result.settings, sheet.facts.currency),
  };
}

/** Settings that every report says, in this order before the others. */
const ALWAYS: readonly SettingName[] = [
  'capital',
  'marketFill',
  'intrabar',
  'feePercent',
  'slippageBps',
  'lotSize',
];

const NAMES: Partial<Readonly<Record<SettingName, string>>> = {
  capital: 'Starting cash',
  marketFill: 'Market orders fill',
  intrabar: 'Stop and target in one bar',
  feePercent: 'Fee a side',
  slippageBps: 'Slippage a side',
  lotSize: 'Smallest quantity',
};

const CHOICES: Partial<Readonly<Record<SettingName, Readonly<Record<string, string>>>>> = {
  marketFill: {
    next_open: 'at the next open',
    same_close: 'at the same close',
    next_close: 'at the next close',
  },
  intrabar: {
    pessimistic: 'stop first',
    optimistic: 'target first',
    path: 'open, nearer extreme, other extreme, close',
    detail: 'as the shorter bars have it',
  },
};

/** What the run takes for granted: the settings that everyone asks for, and all that differ from their defaults. */
function assumptionsOf(settings: RunSettings, currency: string): readonly ReportFact[] {
  const changed = SETTING_NAMES.filter(
    (name) => !ALWAYS.includes(name) && !Object.is(settings[name], DEFAULT_SETTINGS[name]),
  );
  return [...ALWAYS, ...changed].map((name) => ({
    name: NAMES[name] ?? spaced(name),
    value: valueWords(name, settings[name], currency),
  }));
}

function valueWords(name: SettingName, value: number | string, currency: string): string {
  if (typeof value === 'string') return CHOICES[name]?.[value] ?? value.replaceAll('_', ' ');
  if (name === 'capital') return formatMoney(value, currency);
  const { unit } = SETTINGS[name];
  return unit.startsWith('%') ? `${trimmed(value)}\u202f${unit}` : `${trimmed(value)} ${unit}`.trim();
}

/** `coolDownBars` as `Cool down bars`. */
const spaced = (name: string): string => {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

const trimmed = (value: number): string =>
  Number.isInteger(value)
    ? formatInteger(value)
    : formatNumber(value, { decimals: Math.min(6, String(value).split('.')[1]?.length ?? 6) });
