import {
  DEFAULT_SETTINGS,
  SETTING_NAMES,
  SETTINGS,
  type RunSettings,
  type SettingName,
} from '../../core/settings';
import { formatMoney, formatNumber } from '../format';

const THIN = '\u202f';

/** What each setting is called on the page. */
export const SETTING_TITLES: Readonly<Record<SettingName, string>> = {
  capital: 'Starting cash',
  feePercent: 'Fee',
  feeMakerPercent: 'Fee of resting limits',
  feePerUnit: 'Fee per unit',
  feePerOrder: 'Fee per order',
  feeMinimum: 'Least fee',
  feeMaximumPercent: 'Most fee',
  feeTiers: 'Fee by value traded',
  slippageBps: 'Slippage',
  slippageTicks: 'Slippage in ticks',
  slippageOn: 'Slippage on',
  slippageBound: 'Slippage stays within',
  spreadOn: 'Spread paid by',
  spreadBps: 'Spread',
  impactBps: 'Square-root impact',
  impactQuadraticBps: 'Quadratic impact',
  volumeShare: 'Share of volume',
  marketFill: 'Market orders fill',
  intrabar: 'Stop and target in one bar',
  bracketFrom: 'Stop and target live from',
  trailUpdate: 'Trailing stops follow',
  latencyBars: 'Delay of orders',
  latencyMs: 'Delay on ticks',
  queueModel: 'Queue on ticks',
  beyondQuote: 'Beyond the quote',
  triggerOn: 'Triggers on ticks',
  markEveryMs: 'Equity rows on ticks',
  closeAtEnd: 'Close at the end',
  pyramiding: 'Entries in one position',
  oppositeEntry: 'Entry against a position',
  accounting: 'Positions',
  entriesAfterExit: 'Entries after an exit',
  sizeAt: 'Size reckoned at',
  fundsAt: 'Cash looked at',
  cashShortfall: 'Too little cash',
  lotSize: 'Smallest quantity',
  tickSize: 'Price step',
  minNotional: 'Least order value',
  multiplier: 'Contract multiplier',
  leverage: 'Leverage',
  maintenancePercent: 'Maintenance margin',
  marginCall: 'Margin call',
  shortMargin: 'Margin of short sales',
  shorting: 'Short positions',
  borrowPercent: 'Borrow fee',
  interestPercent: 'Interest on cash',
  loanPercent: 'Interest on debt',
  settlementDays: 'Settlement',
  currencyCash: 'Foreign cash',
  conversionBps: 'Conversion cost',
  actions: 'Dividends and splits',
  riskHalt: 'A halt',
  maxPositionPercent: 'Largest position',
  maxExposurePercent: 'Largest exposure',
  maxDrawdownPercent: 'Drawdown that halts',
  dailyLossPercent: 'Daily loss that halts',
  maxOrdersPerDay: 'Orders a day',
  maxLosingStreak: 'Losing streak that halts',
  expectedShortfallPercent: 'Expected shortfall limit',
  coolDownBars: 'Pause after a loss',
};

type ChoiceName = { [N in SettingName]: RunSettings[N] extends number ? never : N }[SettingName];
/** Settings that are one of some words. */
export type WordSetting = Exclude<ChoiceName, 'feeTiers'>;

/** What the words of a setting mean. */
export const CHOICE_WORDS: { readonly [N in WordSetting]: Readonly<Record<RunSettings[N], string>> } = {
  slippageOn: { all: 'all that take', market: 'market orders', trigger: 'triggers in the bar' },
  slippageBound: { none: 'no bound', bar: 'the bar' },
  spreadOn: { both: 'both sides', entry: 'entries' },
  queueModel: {
    back: 'those behind leave',
    proportional: 'all leave in proportion',
    front: 'those ahead leave',
  },
  beyondQuote: { wait: 'waits', slip: 'fills with slippage' },
  triggerOn: { trade: 'trades', quote: 'quotes' },
  entriesAfterExit: { same_bar: 'same bar', next_bar: 'next bar' },
  sizeAt: { signal: 'the signal', fill: 'the fill' },
  fundsAt: { fill: 'the fill', signal_and_fill: 'signal and fill' },
  shortMargin: { required: 'required', none: 'none' },
  marketFill: { next_open: 'next open', same_close: 'same close', next_close: 'next close' },
  intrabar: {
    pessimistic: 'stop first',
    optimistic: 'target first',
    path: 'by the likely path',
    detail: 'by shorter bars',
    stops_first: 'all stops first',
    close: 'closes alone count',
  },
  bracketFrom: {
    entry_bar: 'the entry bar',
    next_bar: 'the bar after entry',
    when_certain: 'entry, where certain',
  },
  trailUpdate: { extreme: 'highs and lows', close: 'closes', next_bar: 'highs and lows, a bar later' },
  closeAtEnd: { no: 'no', yes: 'yes' },
  oppositeEntry: { refuse: 'refused', reverse: 'turns it round', reduce: 'reduces it' },
  accounting: { netting: 'one net', hedging: 'long and short at once' },
  cashShortfall: { reject: 'entry refused', shrink: 'entry made smaller', allow: 'filled on credit' },
  marginCall: { liquidate: 'closes positions', ignore: 'ignored', cover: 'four times what is missing' },
  shorting: { allow: 'allowed', refuse: 'refused' },
  currencyCash: { convert: 'converted at each fill', hold: 'kept' },
  actions: { ignore: 'not counted', apply: 'counted' },
  riskHalt: { stop_opening: 'opens nothing more', flatten: 'closes everything' },
};

/** Words of a choice, undefined when the setting is none. */
export function choiceWords(name: SettingName): Readonly<Record<string, string>> | undefined {
  return Object.hasOwn(CHOICE_WORDS, name) ? CHOICE_WORDS[name as WordSetting] : undefined;
}

/** A setting's value in words, with its unit. */
export function settingValueWords(name: SettingName, value: number | string, currency: string): string {
  const words = choiceWords(name)?.[value];
  if (words !== undefined) return words;
  if (typeof value === 'string') return value === '' ? 'none' : value;
  if (Number.isNaN(value)) return 'not given';
  const { unit } = SETTINGS[name];
  if (unit === 'account currency') return formatMoney(value, currency, { decimals: decimalsOf(value) });
  if (name === 'lotSize') return trimmed(value);
  if (unit.startsWith('%')) return `${trimmed(value)}${THIN}%${unit.slice(1)}`;
  if (unit.startsWith('bps')) return `${trimmed(value)} bp`;
  if (unit === 'times') return `${trimmed(value)} times`;
  return unit === 'fraction' ? trimmed(value) : `${trimmed(value)} ${unit}`;
}

/** Settings that differ from their defaults, in order of the table. */
export const changedSettings = (settings: RunSettings): readonly SettingName[] =>
  SETTING_NAMES.filter((name) => !Object.is(settings[name], DEFAULT_SETTINGS[name]));

const MAX_DECIMALS = 6;

/** Decimals that a value needs, at most six. */
export const decimalsOf = (value: number): number =>
  value.toFixed(MAX_DECIMALS).replace(/0+$/, '').split('.')[1]?.length ?? 0;

/** A number without idle zeros. */
export const trimmed = (value: number): string => formatNumber(value, { decimals: decimalsOf(value) });
