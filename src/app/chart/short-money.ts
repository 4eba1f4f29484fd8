import { currencySymbol, formatMoney, formatNumber } from '../format';

const UNITS = [
  { size: 1e9, letter: 'B' },
  { size: 1e6, letter: 'M' },
  { size: 1e3, letter: 'k' },
] as const;

/** `$100k`, `$1.5M`, `$750`: an amount short enough for an axis. */
export function shortMoney(value: number, currency: string): string {
  const size = Math.abs(value);
  const unit = UNITS.find((candidate) => size >= candidate.size);
  if (!unit) return formatMoney(value, currency, { decimals: size < 10 && size > 0 ? 2 : 0 });
  const scaled = size / unit.size;
  const decimals = Math.abs(scaled - Math.round(scaled)) < 1e-9 ? 0 : 1;
  return `${value < 0 ? '\u2212' : ''}${currencySymbol(currency)}${formatNumber(scaled, { decimals })}${unit.letter}`;
}
