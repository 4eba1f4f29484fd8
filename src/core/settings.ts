/** A number within a range. */
export interface NumberSetting {
  readonly kind: 'number';
  readonly initial: number;
  readonly min: number;
  readonly max: number;
  readonly isInteger: boolean;
  readonly unit: string;
  readonly summary: string;
}

/** One of some words. */
export interface ChoiceSetting<Choice extends string> {
  readonly kind: 'choice';
  readonly initial: Choice;
  readonly choices: readonly Choice[];
  readonly unit: '';
  readonly summary: string;
}

/** A text whose form `pattern` gives. */
export interface TextSetting {
  readonly kind: 'text';
  readonly initial: string;
  readonly pattern: RegExp;
  readonly form: string;
  readonly unit: '';
  readonly summary: string;
}

export type Setting = NumberSetting | ChoiceSetting<string> | TextSetting;

const number = (
  initial: number,
  [min, max]: readonly [min: number, max: number],
  unit: string,
  summary: string,
): NumberSetting => ({ kind: 'number', initial, min, max, isInteger: false, unit, summary });

const whole = (
  initial: number,
  [min, max]: readonly [min: number, max: number],
  unit: string,
  summary: string,
): NumberSetting => ({ kind: 'number', initial, min, max, isInteger: true, unit, summary });

const choice = <const Choice extends string>(
  choices: readonly Choice[],
  summary: string,
): ChoiceSetting<Choice> => ({ kind: 'choice', initial: choices[0]!, choices, unit: '', summary });

/** Most that a limit in percent can be. */
const PERCENT = [0, 1e6] as const;
const COUNT = [0, 1e9] as const;

/**
 * Every switch of the engine: what it is at first, its range, and what it does. The type of the settings, their
 * check, the command line, the documentation and the result hash all follow from this table.
 */
export const SETTINGS = {
  capital: number(100_000, [0.01, 1e15], 'account currency', 'Cash at the start.'),

  feePercent: number(0, [-50, 50], '% of value', 'Fee per side; below zero is a rebate.'),
  feeMakerPercent: number(
    NaN,
    [-50, 50],
    '% of value',
    'Fee of fills that gave liquidity (resting limits); that of all fills when it is not given.',
  ),
  feePerUnit: number(0, [0, 1e9], 'account currency', 'Fee per unit traded.'),
  feePerOrder: number(0, [0, 1e9], 'account currency', 'Fee per order that fills, once.'),
  feeMinimum: number(0, [0, 1e9], 'account currency', 'Least fee of an order that fills.'),
  feeMaximumPercent: number(
    0,
    [0, 100],
    '% of value',
    'Most that the fee of an order can be; 0 for no bound.',
  ),
  feeTiers: {
    kind: 'text',
    initial: '',
    pattern: /^(?:\d+(?:\.\d+)?:-?\d+(?:\.\d+)?(?:,\d+(?:\.\d+)?:-?\d+(?:\.\d+)?)*)?$/,
    form: 'steps like 0:0.1,1000000:0.08 (value traded so far in the calendar month : fee in percent)',
    unit: '',
    summary: 'Fee in percent by the value traded so far in the calendar month (UTC); replaces feePercent.',
  } satisfies TextSetting as TextSetting,

  slippageBps: number(0, [0, 5000], 'bps of price', 'Slippage of market, stop and touch fills.'),
  slippageTicks: number(0, [0, 1e6], 'ticks', 'Slippage in steps of tickSize.'),
  spreadBps: number(0, [0, 5000], 'bps of price', 'Distance of bid and ask; half of it is paid per side.'),
  impactBps: number(
    0,
    [0, 1e6],
    'bps of price',
    "Square-root impact: this times the root of the order's share of the bar's volume.",
  ),
  impactQuadraticBps: number(
    0,
    [0, 1e6],
    'bps of price',
    "Volume-share impact: this times the square of the order's share of the bar's volume.",
  ),
  volumeShare: number(
    0,
    [0, 1],
    'fraction',
    "Most of a bar's volume that all orders together may take; 0 for no bound.",
  ),

  slippageOn: choice(
    ['all', 'market', 'trigger'],
    'Fills that pay slippage: all that take liquidity, those of market orders, or those at a trigger within the bar.',
  ),
  slippageBound: choice(['none', 'bar'], 'Whether slippage may carry a fill beyond the range of its bar.'),
  spreadOn: choice(
    ['both', 'entry'],
    'Who pays the spread: half of it on each side, or all of it on what opens a position.',
  ),

  marketFill: choice(
    ['next_open', 'same_close', 'next_close'],
    'Where a market order asked for at a close fills.',
  ),
  intrabar: choice(
    ['pessimistic', 'optimistic', 'path', 'detail', 'stops_first', 'close'],
    'What comes first when one bar holds several levels; detail asks bars of a shorter interval (--detail), close looks at closes only.',
  ),
  bracketFrom: choice(
    ['entry_bar', 'next_bar', 'when_certain'],
    'When the stop and target of an entry become live; when_certain is the entry bar where its prices leave no doubt.',
  ),
  trailUpdate: choice(
    ['extreme', 'close', 'next_bar'],
    'What moves a trailing stop: the extremes of bars, their closes, or extremes from the next bar on.',
  ),
  latencyBars: whole(0, [0, 10_000], 'bars', 'Bars that an order waits before it reaches the market.'),
  latencyMs: number(
    0,
    [0, 1e9],
    'ms',
    'Ticks: time that an order, and its withdrawal, takes from the decision to the exchange.',
  ),
  queueModel: choice(
    ['back', 'proportional', 'front'],
    'Ticks: which orders of a price were withdrawn when its shown size falls without trades: those behind ours, all in proportion, or those ahead.',
  ),
  beyondQuote: choice(
    ['wait', 'slip'],
    'Ticks: what a market order does with units that the quote does not show: they wait for the next quotes, or fill at once with slippage.',
  ),
  triggerOn: choice(
    ['trade', 'quote'],
    'Ticks: what triggers stops and touches; where the data have one kind only, that one does.',
  ),
  markEveryMs: number(
    60_000,
    [1, 1e12],
    'ms',
    'Ticks without bars: time between two rows of the equity series.',
  ),
  closeAtEnd: choice(['no', 'yes'], 'Whether what is open is closed at the last close.'),

  pyramiding: whole(1, [1, 10_000], 'entries', 'Most entries that may add up to one position.'),
  oppositeEntry: choice(
    ['refuse', 'reverse', 'reduce'],
    'What an entry against an open position does: nothing, turn it round, or take its units from it.',
  ),
  accounting: choice(
    ['netting', 'hedging'],
    'One net position per instrument, or a long and a short at once.',
  ),
  entriesAfterExit: choice(
    ['same_bar', 'next_bar'],
    'Whether entries are taken on the bar on which a stop or target closed a position.',
  ),
  sizeAt: choice(
    ['signal', 'fill'],
    'Where percent of equity becomes units: at the close that asks, or at the fill, of free equity and after its costs.',
  ),
  fundsAt: choice(
    ['fill', 'signal_and_fill'],
    'Where it is looked whether the account can pay: at the fill, or also at the close that asks.',
  ),
  cashShortfall: choice(
    ['reject', 'shrink', 'allow'],
    'What happens to an entry that the account cannot pay for; allow fills it on credit.',
  ),
  shortMargin: choice(['required', 'none'], 'Whether short sales need margin.'),

  lotSize: number(1, [1e-12, 1e9], 'units', 'Smallest quantity; quantities are whole multiples of it.'),
  tickSize: number(0, [0, 1e9], 'quote currency', 'Smallest step of a price; 0 for none.'),
  minNotional: number(0, [0, 1e12], 'quote currency', 'Least value of an order.'),
  multiplier: number(1, [1e-9, 1e9], 'quote currency', 'Value of one unit at a price of 1.'),

  leverage: number(1, [0.01, 1000], 'times', 'Position value that one unit of equity can carry.'),
  maintenancePercent: number(
    0,
    [0, 100],
    '% of value',
    'Equity below which positions are liquidated; 0 at nothing left.',
  ),
  marginCall: choice(
    ['liquidate', 'ignore', 'cover'],
    'At too little margin: the position is closed there, or nothing, or four times what is missing at the worst price.',
  ),
  shorting: choice(['allow', 'refuse'], 'Whether positions may be short.'),
  borrowPercent: number(0, [0, 1000], '% a year', 'Fee for borrowed units on their value, by calendar days.'),
  interestPercent: number(0, [-100, 1000], '% a year', 'Interest that cash earns, by calendar days.'),
  loanPercent: number(0, [0, 1000], '% a year', 'Interest that negative cash costs, by calendar days.'),
  settlementDays: whole(0, [0, 30], 'sessions', 'Sessions until the proceeds of a sale can be spent.'),
  currencyCash: choice(
    ['convert', 'hold'],
    'Whether foreign cash is converted at each fill or kept in its currency.',
  ),
  conversionBps: number(0, [0, 5000], 'bps of value', 'Cost of converting a currency.'),
  actions: choice(
    ['ignore', 'apply'],
    'Whether the columns dividend, split and funding of the data are booked.',
  ),

  riskHalt: choice(
    ['stop_opening', 'flatten'],
    'What a risk rule does that ends trading: it opens nothing more, or closes everything too.',
  ),
  maxPositionPercent: number(
    0,
    PERCENT,
    '% of equity',
    'Most that one position may be worth; 0 for no bound.',
  ),
  maxExposurePercent: number(0, PERCENT, '% of equity', 'Most that all positions together may be worth.'),
  maxDrawdownPercent: number(
    0,
    [0, 100],
    '%',
    'Fall from the peak of equity that ends all trading for good.',
  ),
  dailyLossPercent: number(0, [0, 100], '%', 'Loss of a UTC day that ends trading until the next.'),
  maxOrdersPerDay: whole(0, COUNT, 'orders', 'Most orders of a UTC day.'),
  maxLosingStreak: whole(0, COUNT, 'trades', 'Losing trades in succession that end all trading for good.'),
  expectedShortfallPercent: number(
    0,
    [0, 100],
    '%',
    'Mean loss of the worst 5 % of the last 250 days above which nothing is opened.',
  ),
  coolDownBars: whole(0, COUNT, 'bars', 'Bars after a losing trade in which nothing is opened.'),
} as const;

export type SettingName = keyof typeof SETTINGS;

type ValueOf<S> = S extends NumberSetting ? number : S extends ChoiceSetting<infer Choice> ? Choice : string;

/** What a run assumes; those that differ from the defaults enter the result hash. */
export type RunSettings = { readonly [Name in SettingName]: ValueOf<(typeof SETTINGS)[Name]> };

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

export const DEFAULT_SETTINGS = Object.fromEntries(
  SETTING_NAMES.map((name) => [name, SETTINGS[name].initial]),
) as unknown as RunSettings;

/** Settings that belong together, in order of the table. */
export interface SettingGroup {
  readonly title: string;
  readonly names: readonly SettingName[];
}

/** Title of each group and the setting that it begins with. */
const GROUP_STARTS: readonly (readonly [title: string, first: SettingName])[] = [
  ['Money', 'capital'],
  ['Costs', 'feePercent'],
  ['Fills', 'marketFill'],
  ['Positions', 'pyramiding'],
  ['Instrument', 'lotSize'],
  ['Margin and financing', 'leverage'],
  ['Risk rules', 'riskHalt'],
];

/** All settings in groups, for forms and documentation. */
export const SETTING_GROUPS: readonly SettingGroup[] = GROUP_STARTS.map(([title, first], k) => {
  const next = GROUP_STARTS[k + 1]?.[1];
  const end = next === undefined ? SETTING_NAMES.length : SETTING_NAMES.indexOf(next);
  return { title, names: SETTING_NAMES.slice(SETTING_NAMES.indexOf(first), end) };
});

/** What a setting may be, in words: `1 to 10000, whole` or the words that it knows. */
export function settingRange(setting: Setting): string {
  switch (setting.kind) {
    case 'number':
      return `${setting.min} to ${setting.max}${setting.isInteger ? ', whole' : ''}`;
    case 'choice':
      return setting.choices.join(', ');
    case 'text':
      return setting.form;
  }
}
