import { highWord, withHighWord, withoutLowWord } from './words';

/** ln 2 in two parts; the first has 21 trailing zero bits, so that its products with exponents are exact. */
const LN2_HIGH = 0.69314718036912381649017333984375;
const LN2_LOW = 1.90821492927058770002e-10;

const TWO_54 = 18014398509481984;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const FRACTION_MASK = 0x000fffff;
const ONE_HIGH = 0x3ff00000;
/** Upper fraction bits of the square root of 2. */
const SQRT2_FRACTION = 0x6a09e;

/** `2 / (2 n + 1)` for n = 10 down to 1, of `log((1 + s) / (1 - s)) = 2 s + 2 s^3 / 3 + ...` */
const [C10, C9, C8, C7, C6, C5, C4, C3, C2, C1] = [
  2 / 21,
  2 / 19,
  2 / 17,
  2 / 15,
  2 / 13,
  2 / 11,
  2 / 9,
  2 / 7,
  2 / 5,
  2 / 3,
] as const;

/** `x = mantissa * 2^exponent` with the mantissa between the square roots of 1/2 and of 2. */
interface Split {
  readonly exponent: number;
  readonly mantissa: number;
}

/** A sum of two numbers that keeps about 16 bits more than one. */
export interface Pair {
  readonly high: number;
  readonly low: number;
}

/**
 * Natural logarithm with the same bits on every machine.
 *
 * @param x  any number
 * @returns  within 1 ulp; NaN below zero, minus infinity at zero
 *
 * NaN gives NaN, infinity gives infinity.
 */
export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return atTheEnds(x);
  const { exponent, mantissa } = split(x);
  const f = mantissa - 1;
  const s = f / (2 + f);
  // log(1 + f) = f - s (f - tail): the rounding of s only touches the small second term.
  const correction = s * (f - tailOfSeries(s * s));
  return exponent * LN2_HIGH - (correction - exponent * LN2_LOW - f);
}

/**
 * Natural logarithm as a sum of two numbers, for powers with large exponents.
 *
 * @param x  positive and finite
 * @returns  relative error below 2^-57
 */
export function logPair(x: number): Pair {
  const { exponent, mantissa } = split(x);
  const f = mantissa - 1;
  const sum = 2 + f;
  const sumLost = 2 - sum + f;
  const s = f / sum;
  const sLow = remainder(f, s, sum, sumLost) / sum;

  const tail = s * tailOfSeries(s * s);
  const first = exponent * LN2_HIGH;
  const a = first + 2 * s;
  const aLost = first - a + 2 * s;
  const low = aLost + (2 * sLow + tail + exponent * LN2_LOW);
  const high = a + low;
  return { high, low: a - high + low };
}

function atTheEnds(x: number): number {
  if (x === 0) return -Infinity;
  return x > 0 ? x : NaN;
}

function split(x: number): Split {
  const isSubnormal = x < SMALLEST_NORMAL;
  const normal = isSubnormal ? x * TWO_54 : x;
  const word = highWord(normal);
  const fraction = word & FRACTION_MASK;
  const isUpper = fraction >= SQRT2_FRACTION ? 1 : 0;
  const exponent = (word >>> 20) - 1023 - (isSubnormal ? 54 : 0) + isUpper;
  return { exponent, mantissa: withHighWord(normal, fraction | (ONE_HIGH - (isUpper << 20))) };
}

/** `log(1 + f) / s - 2` as a series in `z = s^2`. */
function tailOfSeries(z: number): number {
  const series =
    ((((((((C10 * z + C9) * z + C8) * z + C7) * z + C6) * z + C5) * z + C4) * z + C3) * z + C2) * z + C1;
  return series * z;
}

/** `f - s (sum + sumLost)` without rounding of the large product. */
function remainder(f: number, s: number, sum: number, sumLost: number): number {
  const sTop = withoutLowWord(s);
  const sumTop = withoutLowWord(sum);
  const top = f - sTop * sumTop;
  return top - sTop * (sum - sumTop) - (s - sTop) * sum - s * sumLost;
}
