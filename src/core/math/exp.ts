import { scaleByPowerOfTwo } from './words';

/** ln 2 in two parts; the first has 21 trailing zero bits, so that its products with exponents are exact. */
const LN2_HIGH = 0.69314718036912381649017333984375;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.4426950408889634;

const LARGEST = 709.782712893384;
const SMALLEST = -745.1332191019412;

/** `1 / n!` for n = 13 down to 2: the series is below half an ulp of 1 for `|r| <= ln 2 / 2`. */
const [C13, C12, C11, C10, C9, C8, C7, C6, C5, C4, C3, C2] = [
  1 / 6227020800,
  1 / 479001600,
  1 / 39916800,
  1 / 3628800,
  1 / 362880,
  1 / 40320,
  1 / 5040,
  1 / 720,
  1 / 120,
  1 / 24,
  1 / 6,
  1 / 2,
] as const;

/**
 * `e^x` with the same bits on every machine: only additions, multiplications and bit views.
 *
 * @param x  any number
 * @returns  within 1 ulp; infinity above 709.78, subnormal below -708.4, zero below -745.13
 *
 * NaN gives NaN.
 */
export function exp(x: number): number {
  if (!(x <= LARGEST)) return x > LARGEST ? Infinity : NaN;
  if (x < SMALLEST) return 0;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const lost = high - r - low;

  const series =
    ((((((((((C13 * r + C12) * r + C11) * r + C10) * r + C9) * r + C8) * r + C7) * r + C6) * r + C5) * r +
      C4) *
      r +
      C3) *
      r +
    C2;
  return scaleByPowerOfTwo(1 + (r + (lost + r * r * series)), k);
}
