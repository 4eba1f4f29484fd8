import { logPair } from './log';
import { withoutLowWord } from './words';

/** 1 / ln 10 in two parts; the first has 21 significant bits, so that its products with such numbers are exact. */
const INVERSE_LN10_TOP = 0.43429446220397949;
const INVERSE_LN10_LOW = 1.9699272335463627e-8;

/**
 * Logarithm to base 10 with the same bits on every machine.
 *
 * @param x  any number
 * @returns  within 1 ulp, whole at whole powers of ten; NaN below zero, minus infinity at zero
 *
 * NaN gives NaN, infinity gives infinity.
 */
export function log10(x: number): number {
  if (!(x > 0 && x < Infinity)) {
    if (x === 0) return -Infinity;
    return x > 0 ? x : NaN;
  }
  const { high, low } = logPair(x);
  const top = withoutLowWord(high);
  const rest = high - top + low;
  return top * INVERSE_LN10_TOP + (rest * INVERSE_LN10_TOP + high * INVERSE_LN10_LOW);
}
