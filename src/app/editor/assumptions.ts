import type { BacktestAnswer } from '../../workers/protocol';
import type { DatasetManifest } from '../../core/dataset';
import { currencyOf } from '../data-facts';
import type { RunSettings, SettingName } from '../../core/settings';
import { formatCount, formatInteger } from '../format';
import { changedSettings, CHOICE_WORDS, SETTING_TITLES, settingValueWords, trimmed } from './setting-words';

/** One thing a run takes for granted. */
export interface Assumption {
  readonly name: string;
  readonly value: string;
}

const THIN = '\u202f';

/** Costs of a run, as `fee 0.1 %, slippage 1 bp`. */
export const costWords = (settings: RunSettings): string =>
  `fee ${feeWords(settings)}, slippage ${trimmed(settings.slippageBps)} bp`;

/** Settings that rows of their own tell of, whatever their value. */
const TOLD: ReadonlySet<SettingName> = new Set([
  'marketFill',
  'latencyBars',
  'intrabar',
  'feePercent',
  'slippageBps',
  'capital',
  'interestPercent',
  'actions',
] as const);

/** What a finished run assumed: the fill rule, costs, cash and dividends, and every other setting that was changed. */
export function assumptionsOf(
  answer: BacktestAnswer,
  dataset: DatasetManifest | null,
): readonly Assumption[] {
  const { settings, trades } = answer.outcome.result;
  const currency = currencyOf(answer, dataset);
  const ambiguous = trades.filter((trade) => trade.ambiguous).length;
  const of = `${formatInteger(ambiguous)} of ${formatCount(trades.length, 'trade')}`;
  const money = (name: SettingName): string => settingValueWords(name, settings[name], currency);
  return [
    { name: 'Orders fill', value: fillWords(settings) },
    { name: SETTING_TITLES.intrabar, value: `${CHOICE_WORDS.intrabar[settings.intrabar]} (${of})` },
    { name: 'Fee, slippage', value: `${feeWords(settings)}, ${trimmed(settings.slippageBps)} bp per side` },
    {
      name: SETTING_TITLES.capital,
      value: `${money('capital')}, earns ${trimmed(settings.interestPercent)}${THIN}%${settings.interestPercent === 0 ? '' : ' a year'}`,
    },
    ...changedSettings(settings)
      .filter((name) => !TOLD.has(name))
      .map((name) => ({ name: SETTING_TITLES[name], value: money(name) })),
    {
      name: 'Dividends',
      value: answer.portfolio ? severalWords(settings) : dividendWords(dataset, settings),
    },
  ];
}

/** Rules of a run in a few words, as `stop first, fee 0.1 %, slippage 1 bp, 2 more settings changed`. */
export function ruleWords(settings: RunSettings): string {
  const rest = changedSettings(settings).filter((name) => !TOLD.has(name) && name !== 'lotSize').length;
  const more = rest === 0 ? '' : `, ${formatCount(rest, 'more setting')} changed`;
  return `fills at the ${fillWords(settings)}, ${CHOICE_WORDS.intrabar[settings.intrabar]}, ${costWords(settings)}${more}`;
}

/** Tiers replace the fee in percent. */
const feeWords = ({ feePercent, feeTiers }: RunSettings): string =>
  feeTiers === '' ? `${trimmed(feePercent)}${THIN}%` : 'by value traded';

function fillWords({ marketFill, latencyBars }: RunSettings): string {
  const late = latencyBars === 0 ? '' : `, ${formatCount(latencyBars, 'bar')} late`;
  return `${CHOICE_WORDS.marketFill[marketFill]}${late}`;
}

const severalWords = ({ actions }: RunSettings): string =>
  actions === 'apply' ? 'counted where a file has them' : 'not counted';

function dividendWords(dataset: DatasetManifest | null, { actions }: RunSettings): string {
  const isInFile = dataset?.extraColumns.some((name) => /divid/i.test(name)) ?? false;
  if (!isInFile) return 'not in this file';
  return actions === 'apply' ? 'in the file, counted' : 'in the file, not counted';
}
