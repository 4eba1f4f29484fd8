import { formatInteger, formatMoney, formatNumber } from '../../core/format';
import type { RunSettings } from '../../core/run';
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

/** Settings that are words. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, ReportFact>>>> = {
  intrabar: {
    pessimistic: { name: 'Stop and target in one bar', value: 'stop first' },
    optimistic: { name: 'Stop and target in one bar', value: 'target first' },
  },
};

const WORDS: Readonly<Record<string, (value: number, currency: string) => ReportFact>> = {
  capital: (value, currency) => ({ name: 'Starting cash', value: formatMoney(value, currency) }),
  feePercent: (value) => ({ name: 'Fee a side', value: `${trimmed(value)}\u202f%` }),
  slippageBps: (value) => ({ name: 'Slippage a side', value: `${trimmed(value)} bp` }),
  lotSize: (value) => ({ name: 'Smallest quantity', value: trimmed(value) }),
};

/** Every setting of the run: known ones in words, the others by their names. */
function assumptionsOf(settings: RunSettings, currency: string): readonly ReportFact[] {
  const facts = Object.entries(settings).map(([name, value]): ReportFact => {
    if (typeof value === 'number')
      return WORDS[name]?.(value, currency) ?? { name: spaced(name), value: trimmed(value) };
    if (typeof value === 'string') return CHOICES[name]?.[value] ?? { name: spaced(name), value };
    return { name: spaced(name), value: JSON.stringify(value) };
  });
  return facts;
}

/** `slippageBps` as `Slippage bps`. */
const spaced = (name: string): string => {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

const trimmed = (value: number): string =>
  Number.isInteger(value)
    ? formatInteger(value)
    : formatNumber(value, { decimals: Math.min(6, String(value).split('.')[1]?.length ?? 6) });
