import type { IndicatorVariant } from '../indicators/variant';
import type { AccountField, BinaryOperator, ClockField, Frame, UnaryOperator } from './plan';

export const ACCOUNT_WORDS: Readonly<Record<AccountField, string>> = {
  equity: 'equity',
  cash: 'cash',
  positionSize: 'the position size',
  entryPrice: 'the entry price',
  barsHeld: 'the number of bars held',
};

export const CLOCK_WORDS: Readonly<Record<ClockField, string>> = {
  time: 'the time',
  year: 'the year',
  month: 'the month',
  dayOfMonth: 'the day of the month',
  dayOfWeek: 'the day of the week',
  hour: 'the hour',
  minute: 'the minute',
  barIndex: 'the number of the bar',
};

export const UNARY_WORDS: Partial<Record<UnaryOperator, string>> = {
  neg: 'the negative of',
  sign: 'the sign of',
  floor: 'the whole part of',
  ceil: 'the next whole number above',
  round: 'the nearest whole number to',
  sqrt: 'the square root of',
  exp: 'the exponential of',
  ln: 'the logarithm of',
  log10: 'the decimal logarithm of',
};

/** A comparison where it holds, and where it does not. */
export const COMPARISONS: Partial<Record<BinaryOperator, readonly [holds: string, fails: string]>> = {
  gt: ['is above', 'is not above'],
  ge: ['is at least', 'is not at least'],
  lt: ['is below', 'is not below'],
  le: ['is at most', 'is not at most'],
  eq: ['equals', 'does not equal'],
  ne: ['differs from', 'does not differ from'],
};

/** What a comparison of the position's size with zero says. */
export const POSITION_STATES: Partial<Record<BinaryOperator, readonly [holds: string, fails: string]>> = {
  gt: ['a long position is open', 'no long position is open'],
  lt: ['a short position is open', 'no short position is open'],
  eq: ['no position is open', 'a position is open'],
  ne: ['a position is open', 'no position is open'],
};

export const ARITHMETIC: Partial<Record<BinaryOperator, string>> = {
  add: 'plus',
  sub: 'less',
  mul: 'times',
  div: 'divided by',
  mod: 'modulo',
  pow: 'to the power of',
};

const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const INTERVALS: Readonly<Record<string, string>> = {
  '1h': 'hourly bars',
  '1d': 'daily bars',
  '1w': 'weekly bars',
  '1M': 'monthly bars',
};

/** A comparison whose right side does not repeat what the left side is made of. */
export function compared(left: string, verb: string, right: string): string {
  const own = ` of ${left}`;
  if (right.startsWith('the ') && right.endsWith(own))
    return `${left} ${verb} its ${right.slice(4, -own.length)}`;
  const shared = / of the [a-z]+$/.exec(left)?.[0];
  const isRepeated = shared !== undefined && right.endsWith(shared);
  return `${left} ${verb} ${isRepeated ? right.slice(0, -shared.length) : right}`;
}

export const barsText = (bars: number): string =>
  bars === 1 ? 'one bar' : `${NUMBER_WORDS[bars] ?? bars} bars`;

export const countText = (count: number): string => NUMBER_WORDS[count] ?? numberText(count);

/** At most six meaningful digits, with a minus sign. */
export const numberText = (value: number): string =>
  Number.isNaN(value) ? 'no value' : String(Number(value.toPrecision(6))).replace('-', '\u2212');

/** `95 %` with the thin space that stands before a percent sign. */
export const percentText = (percent: number): string => `${numberText(percent)}\u202f%`;

/** The name of a weekday or a month by its number; null for other fields and numbers. */
export function dateWord(field: ClockField, value: number): string | null {
  const names = field === 'dayOfWeek' ? WEEKDAYS : field === 'month' ? MONTHS : [];
  return names[value - 1] ?? null;
}

/** `09:30` of minutes since midnight. */
export const timeOfDay = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** ` on weekly bars of B`: what rows a value is read on; empty for the run's own. */
export function frameWords({ data, interval }: Frame): string {
  const bars = interval === null ? '' : ` on ${INTERVALS[interval] ?? `bars of ${interval}`}`;
  return `${bars}${data === null ? '' : ` of ${data}`}`;
}

export function variantPhrase(variant: IndicatorVariant | undefined): string {
  if (!variant) return '';
  const parts = [
    ...(variant.convention === 'tradingview' ? ["in TradingView's convention"] : []),
    ...(variant.candleSettings ? ['with other candle settings'] : []),
  ];
  return ` ${parts.join(', ')}`;
}
