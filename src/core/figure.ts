import {
  formatCount,
  formatInteger,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRatio,
  type FigureOptions,
} from './format';

/** What a figure counts. Fractions are shown as percents, `days` may have a fraction. */
export type FigureUnit =
  | 'fraction'
  | 'fraction a year'
  | 'fraction a bar'
  | 'chance'
  | 'ratio'
  | 'times a year'
  | 'R'
  | 'money'
  | 'bars'
  | 'days'
  | 'trades'
  | 'units'
  | 'count';

/**
 * A figure in words, with its unit: `1.69 % a year`, `−$4,087`, `657 bars`, `0.26`.
 *
 * @param value     null and NaN give `n/a`
 * @param unit      what it counts
 * @param currency  ISO 4217, for money
 * @param options   decimals instead of the unit's own; a plus sign on gains
 */
export function formatFigure(
  value: number | null,
  unit: FigureUnit,
  currency: string,
  options: FigureOptions = {},
): string {
  if (value === null || Number.isNaN(value)) return formatRatio(null);
  return WORDS[unit](value, currency, options);
}

type Words = (value: number, currency: string, options: FigureOptions) => string;

const percent: Words = (value, _, options) => formatPercent(value, { decimals: 2, ...options });
/** Below it two decimals would leave a digit or none. */
const SMALL_RATIO = 0.1;

const whole: Words = (value, _, options) => formatInteger(value, options);

/** Whole counts without decimals, means of counts with one. */
const counted =
  (noun: string): Words =>
  (value, _, options) =>
    Number.isInteger(value)
      ? formatCount(value, noun)
      : `${formatNumber(value, { decimals: 1, ...options })} ${noun}s`;

const WORDS: Readonly<Record<FigureUnit, Words>> = {
  fraction: percent,
  'fraction a year': (value, currency, options) => `${percent(value, currency, options)} a year`,
  'fraction a bar': (value, currency, options) => `${percent(value, currency, options)} a bar`,
  chance: (value, _, options) => formatPercent(value, { decimals: 1, ...options }),
  ratio: (value, _, options) =>
    formatRatio(value, { decimals: Math.abs(value) < SMALL_RATIO ? 4 : 2, ...options }),
  'times a year': (value, _, options) => `${formatNumber(value, options)} times a year`,
  R: (value, _, options) => `${formatNumber(value, options)} R`,
  money: (value, currency, options) => formatMoney(value, currency, options),
  bars: counted('bar'),
  days: counted('day'),
  trades: counted('trade'),
  units: (value, _, options) =>
    formatNumber(value, Number.isInteger(value) ? { decimals: 0, ...options } : options),
  count: whole,
};
