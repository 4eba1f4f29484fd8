/** The words of figures (UI.md section 9), the same in page, report, verdict and terminal. */

const MINUS = '\u2212';
const THIN = '\u202f';
const NOT_AVAILABLE = 'n/a';
const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };

export interface FigureOptions {
  /** Decimals shown. */
  readonly decimals?: number;
  /** Writes `+` before gains; a value that rounds to zero has no sign. */
  readonly signed?: boolean;
}

/** `2,924.78`, `−4,087.00`, `+0.26`; `n/a` for null and NaN. */
export function formatNumber(
  value: number | null,
  { decimals = 2, signed = false }: FigureOptions = {},
): string {
  return withSign(value, signed, (size) => fixed(size, decimals));
}

/** A fraction as percent: `1.7 %`, `−17.66 %`. */
export function formatPercent(fraction: number | null, options: FigureOptions = {}): string {
  return formatNumber(fraction === null ? null : fraction * 100, { decimals: 1, ...options }).replace(
    /[\d∞]$/,
    `$&${THIN}%`,
  );
}

/** A fraction in percent points, without the sign of percent: `−1.7`. */
export const formatPoints = (fraction: number | null, options: FigureOptions = {}): string =>
  formatNumber(fraction === null ? null : fraction * 100, { decimals: 1, signed: true, ...options });

/** `$140,500`, `−$4,087`, `CHF 12`. */
export function formatMoney(
  value: number | null,
  currency: string,
  { decimals = 0, signed = false }: FigureOptions = {},
): string {
  return withSign(value, signed, (size) => currencySymbol(currency) + fixed(size, decimals));
}

/** Symbol of a currency for headers and amounts, as `$`; its code where there is none. */
export const currencySymbol = (currency: string): string => SYMBOLS[currency] ?? `${currency} `;

/** A ratio without unit: `0.26`, `1.71`. */
export const formatRatio = (value: number | null, options: FigureOptions = {}): string =>
  formatNumber(value, { decimals: 2, ...options });

/** A whole number with thousands commas: `5,105`. */
export const formatInteger = (value: number | null, options: FigureOptions = {}): string =>
  formatNumber(value, { ...options, decimals: 0 });

/** A number with its noun: `1 trade`, `29 trades`. */
export const formatCount = (value: number, noun: string, plural = `${noun}s`): string =>
  `${formatInteger(value)} ${value === 1 ? noun : plural}`;

function withSign(value: number | null, signed: boolean, text: (size: number) => string): string {
  if (value === null || Number.isNaN(value)) return NOT_AVAILABLE;
  const size = text(Math.abs(value));
  if (!/[1-9∞]/.test(size)) return size;
  if (value < 0) return MINUS + size;
  return signed ? `+${size}` : size;
}

/** Beyond 1e21 `toFixed` changes to exponents; such a figure has no use for commas either. */
function fixed(size: number, decimals: number): string {
  if (size === Infinity) return '∞';
  const [whole = '', fraction] = size.toFixed(decimals).split('.');
  const grouped = size < 1e21 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
