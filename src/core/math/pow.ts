import { exp } from './exp';
import { logPair } from './log';
import { withoutLowWord } from './words';

/** Whole exponents up to this are products: exact where the result is. */
const MAX_PRODUCT_EXPONENT = 32;

/**
 * `x^y` with the same bits on every machine.
 *
 * @param x  any number
 * @param y  any number
 * @returns  relative error below 1e-14 while the result is normal; NaN for a negative `x` with a
 *           fractional `y`
 *
 * As `Math.pow` at zeros, infinities and NaN: `pow(x, 0)` is 1 even for NaN, `pow(1, Infinity)` is NaN.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (!Number.isFinite(y)) return infinitePower(Math.abs(x), y);
  if (Number.isInteger(y) && Math.abs(y) <= MAX_PRODUCT_EXPONENT) return product(x, y);
  if (x === 0 || !Number.isFinite(x)) return powerOfEnd(x, y);
  if (x < 0) return Number.isInteger(y) ? signOfPower(y) * positivePower(-x, y) : NaN;
  return positivePower(x, y);
}

function product(x: number, y: number): number {
  let result = 1;
  let factor = x;
  for (let n = Math.abs(y); n > 0; n >>= 1) {
    if (n & 1) result *= factor;
    factor *= factor;
  }
  if (y > 0) return result;
  // Far from 1 the reciprocal of a product would leave the range before the power does.
  return Number.isFinite(result) || !Number.isFinite(x) ? 1 / result : product(1 / x, -y);
}

function positivePower(x: number, y: number): number {
  if (y === 0.5) return Math.sqrt(x);
  const { high, low } = logPair(x);
  const exponent = high * y;
  if (!(Math.abs(exponent) < 1000)) return exponent > 0 ? Infinity : 0;
  const highTop = withoutLowWord(high);
  const yTop = withoutLowWord(y);
  const lost = highTop * yTop - exponent + highTop * (y - yTop) + (high - highTop) * y;
  const power = exp(exponent);
  return power + power * (lost + low * y);
}

function infinitePower(magnitude: number, y: number): number {
  if (magnitude === 1) return NaN;
  return magnitude > 1 === y > 0 ? Infinity : 0;
}

function powerOfEnd(x: number, y: number): number {
  const magnitude = (x === 0) === y > 0 ? 0 : Infinity;
  const isNegative = x < 0 || Object.is(x, -0);
  return isNegative && Number.isInteger(y) ? signOfPower(y) * magnitude : magnitude;
}

const signOfPower = (y: number): number => (y % 2 === 0 ? 1 : -1);
