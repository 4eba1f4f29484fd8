import { INDICATORS } from '../indicators/catalogue';
import type { Indicator } from '../indicators/indicator';
import { ORDER_VERBS } from './order-options';
import { HELPERS } from './helpers';
import type { AccountField, BinaryOperator, ClockField, PlanNode } from './plan';
import { SIZE_FUNCTIONS } from './sizing';
import { TRAIL_FUNCTIONS } from './trail';

/** A name of the language as completion, hover and messages show it. */
export interface LanguageName {
  readonly name: string;
  readonly kind: 'function' | 'order' | 'price' | 'clock' | 'account' | 'indicator' | 'keyword';
  /** As `sma(real, timePeriod = 30)`. */
  readonly signature: string;
  /** One sentence. */
  readonly summary: string;
}

/** Price columns by name. */
export const PRICES = ['open', 'high', 'low', 'close', 'volume'] as const satisfies readonly Extract<
  PlanNode,
  { op: 'price' }
>['column'][];

/** Account fields by the text that reads them. */
export const ACCOUNT: ReadonlyMap<string, AccountField> = new Map([
  ['equity', 'equity'],
  ['cash', 'cash'],
  ['position.size', 'positionSize'],
  ['position.entryPrice', 'entryPrice'],
  ['position.bars', 'barsHeld'],
]);

/** Members of `position` that are true or false: how its size compares with zero. */
export const POSITION_TESTS: ReadonlyMap<string, BinaryOperator> = new Map([
  ['isLong', 'gt'],
  ['isShort', 'lt'],
  ['isFlat', 'eq'],
]);

/** Members of `position`. */
export const POSITION_MEMBERS = ['size', 'entryPrice', 'bars', ...POSITION_TESTS.keys()] as const;

/** Fields of the clock by the text that reads them. */
export const CLOCK: ReadonlyMap<string, ClockField> = new Map([
  ['time', 'time'],
  ['year', 'year'],
  ['month', 'month'],
  ['dayOfMonth', 'dayOfMonth'],
  ['dayOfWeek', 'dayOfWeek'],
  ['hour', 'hour'],
  ['minute', 'minute'],
  ['barIndex', 'barIndex'],
]);

/** Inputs that a call gives itself; price inputs come from the bars. */
export const givenInputs = (indicator: Indicator): readonly string[] =>
  indicator.inputs.filter((input) => input.source === 'real').map((input) => input.name);

const FUNCTIONS: readonly LanguageName[] = [
  fn(
    'strategy',
    'strategy(name, { capital, fee, slippage, lot, … })',
    'Names the strategy and says what a run assumes: any setting of docs/settings.md by its name.',
  ),
  fn(
    'param',
    'param(name, default, { min, max, step })',
    'A number that the slider and sweeps vary; a default of true or false makes a switch, a text with choices a choice.',
  ),
  fn(
    'state',
    'state(initial)',
    'After let: a value that is kept from bar to bar and changed by assignments.',
  ),
  fn(
    'timeframe',
    "timeframe('1w', value)",
    'The value on longer bars: 5m, 1h, 1d, 1w, 1M. Only bars that have closed are seen.',
  ),
  fn(
    'data',
    "data('SPX', value), or data('SPX').close",
    'The value on the bars of another dataset of the run. Only bars that have closed are seen.',
  ),
  fn(
    'inSession',
    "inSession('09:30-16:00')",
    'True when the bar opens between two times of day of its exchange.',
  ),
  fn('date', "date('2020-01-31')", 'An instant to compare time with.'),
  fn(
    'crossover',
    'crossover(a, b)',
    'True on the bar where a rises above b, having been at or below it one bar before.',
  ),
  fn(
    'crossunder',
    'crossunder(a, b)',
    'True on the bar where a falls below b, having been at or above it one bar before.',
  ),
  fn(
    'min',
    'min(a, b, …)',
    'The smallest of its arguments; min(x, { timePeriod }) is the smallest of the last bars.',
  ),
  fn(
    'max',
    'max(a, b, …)',
    'The largest of its arguments; max(x, { timePeriod }) is the largest of the last bars.',
  ),
  ...HELPERS.map(({ name, signature, summary }) => fn(name, signature, summary)),
  ...TRAIL_FUNCTIONS.map((trail) => fn(trail.name, callText(trail.name, trail.arguments), trail.summary)),
  fn('bps', 'bps(x)', 'A cost in basis points, hundredths of a percent.'),
  ...SIZE_FUNCTIONS.filter(({ name }) => name !== 'cash').map(({ name, members, summary }) =>
    fn(
      name,
      callText(
        name,
        members.map((member) => member.name),
      ),
      summary,
    ),
  ),
  fn(
    'plot',
    'plot(value, name)',
    'Draws a value over the prices, or in a pane of its own when it has another scale.',
  ),
  fn('mark', "mark('text', { position })", 'A word on the chart, above or below the bar.'),
  fn(
    'background',
    "background(condition, 'accent')",
    'Colours the bars on which a condition holds: neutral, accent, up, down or caution.',
  ),
  fn(
    'alert',
    "alert('text', value, …)",
    'Tells words and values when the bar closes, on paper and live too.',
  ),
  fn('log', "log('text', value, …)", 'Writes words and values into the log of the run.'),
];

const VALUES: readonly LanguageName[] = [
  { name: 'open', kind: 'price', signature: 'open', summary: 'First price of the bar.' },
  { name: 'high', kind: 'price', signature: 'high', summary: 'Highest price of the bar.' },
  { name: 'low', kind: 'price', signature: 'low', summary: 'Lowest price of the bar.' },
  { name: 'close', kind: 'price', signature: 'close', summary: 'Last price of the bar.' },
  { name: 'volume', kind: 'price', signature: 'volume', summary: 'Units traded in the bar.' },
  { name: 'equity', kind: 'account', signature: 'equity', summary: 'Cash plus position at this close.' },
  {
    name: 'cash',
    kind: 'account',
    signature: 'cash, or cash(x) as a size',
    summary: 'Cash in the account; cash(x) is a size worth so much of it.',
  },
  {
    name: 'position',
    kind: 'account',
    signature: 'position.size',
    summary: 'The open position: size, entryPrice, bars, isLong, isShort, isFlat.',
  },
  clock('time', 'Instant at which the bar opens, in milliseconds; date(…) gives one to compare it with.'),
  clock('year', 'Year in which the bar opens.'),
  clock('month', 'Month in which the bar opens, 1 to 12.'),
  clock('dayOfMonth', 'Day of the month on which the bar opens.'),
  clock('dayOfWeek', 'Day of the week on which the bar opens: Monday is 1, Sunday 7.'),
  clock('hour', 'Hour of the day at which the bar opens, on the clock of its exchange.'),
  clock('minute', 'Minute of the hour at which the bar opens.'),
  clock('barIndex', 'Number of the bar in the data, from 0.'),
];

const KEYWORDS: readonly LanguageName[] = [
  { name: 'const', kind: 'keyword', signature: 'const name = value', summary: 'Names a value.' },
  {
    name: 'let',
    kind: 'keyword',
    signature: 'let name = value',
    summary: 'Names a value that assignments may change; with state(…) it is kept from bar to bar.',
  },
  {
    name: 'function',
    kind: 'keyword',
    signature: 'function name(a, b) { return value }',
    summary: 'Names a calculation with arguments.',
  },
  {
    name: 'return',
    kind: 'keyword',
    signature: 'return value',
    summary: 'The value of a function, in its last line.',
  },
  {
    name: 'if',
    kind: 'keyword',
    signature: 'if (condition) order',
    summary: 'Acts on bars where the condition is true.',
  },
  {
    name: 'else',
    kind: 'keyword',
    signature: 'else order',
    summary: 'Acts on bars where the condition is not true.',
  },
  { name: 'true', kind: 'keyword', signature: 'true', summary: 'The truth value that holds on every bar.' },
  { name: 'NaN', kind: 'keyword', signature: 'NaN', summary: 'No value; comparisons with it are false.' },
  { name: 'false', kind: 'keyword', signature: 'false', summary: 'The truth value that holds on no bar.' },
];

/** All names of the language: functions, orders, prices, account, indicators, keywords. */
export const LANGUAGE_NAMES: readonly LanguageName[] = [
  ...FUNCTIONS,
  ...ORDER_VERBS.map(({ name, signature, summary }) => ({
    name,
    kind: 'order' as const,
    signature,
    summary,
  })),
  ...VALUES,
  ...KEYWORDS,
  ...INDICATORS.filter(({ name }) => !FUNCTIONS.some((own) => own.name === name)).map(
    (indicator): LanguageName => ({
      name: indicator.name,
      kind: 'indicator',
      signature: indicatorSignature(indicator),
      summary: indicator.summary,
    }),
  ),
];

const BY_NAME: ReadonlyMap<string, LanguageName> = new Map(
  LANGUAGE_NAMES.map((entry) => [entry.name, entry]),
);

/** The language's own meaning of a name, undefined when it has none. */
export const languageName = (name: string): LanguageName | undefined => BY_NAME.get(name);

/** Names that the language got after scripts had been shared: a const may still be called so. */
const LATER: ReadonlySet<string> = new Set([
  'sell',
  'cover',
  'order',
  'rebalance',
  'cancel',
  'amount',
  'averageRanges',
  'riskPercent',
  'volatilityTarget',
  'inverseVolatility',
  'kelly',
  'equalWeight',
  'state',
  'timeframe',
  'data',
  'inSession',
  'date',
  'mark',
  'background',
  'alert',
  'log',
  'NaN',
  ...CLOCK.keys(),
  ...HELPERS.map(({ name }) => name).filter((name) => name !== 'abs'),
]);

/** Whether a const cannot be called so. */
export const isReserved = (name: string): boolean => BY_NAME.has(name) && !LATER.has(name);

/** `bbands(real, timePeriod = 20, nbDevUp = 2, nbDevDn = 2)`. */
export function indicatorSignature(indicator: Indicator): string {
  const params = indicator.params.map((param) => `${param.name} = ${param.default}`);
  return `${indicator.name}(${[...givenInputs(indicator), ...params].join(', ')})`;
}

function fn(name: string, signature: string, summary: string): LanguageName {
  return { name, kind: 'function', signature, summary };
}

function clock(name: string, summary: string): LanguageName {
  return { name, kind: 'clock', signature: name, summary };
}

function callText(name: string, args: readonly string[]): string {
  return `${name}(${args.join(', ')})`;
}
