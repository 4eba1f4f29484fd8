import { formatInteger, formatNumber } from '../format';

/** Digits that a figure shows. */
const DIGITS = 6;
/** Sizes beyond which a figure is written with a power of ten. */
const LARGEST = 1e15;
const SMALLEST = 1e-6;

/** A value of any indicator, of which the unit is not known: `2,874.56`, `0.0123457`, `1.23457e+20`, `n/a` for NaN. */
export function figureText(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || (Number.isInteger(value) && size < LARGEST)) return formatInteger(value);
  if (size >= LARGEST || size < SMALLEST) return value.toExponential(DIGITS - 1).replaceAll('-', '\u2212');
  const whole = Math.max(0, Math.floor(Math.log10(size)) + 1);
  const leading = size < 1 ? -Math.floor(Math.log10(size)) - 1 : 0;
  return formatNumber(value, { decimals: Math.max(0, DIGITS - whole) + leading });
}
