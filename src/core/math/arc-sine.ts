import { withoutLowWord } from './words';

const HALF_PI = 1.5707963267948966;
const HALF_PI_LOW = 6.123233995736766e-17;
const QUARTER_PI = 0.7853981633974483;

/** Terms of the series until its rest is below half an ulp at 1/4. */
const TERMS = 25;

/** Taylor coefficients of `asin(x) / x` in `x^2` from the second on, the last first. */
const COEFFICIENTS = coefficients();

/**
 * Arc sine with the same bits on every machine.
 *
 * @param x  any number
 * @returns  radians in `[-pi / 2, pi / 2]`, within 1 ulp; NaN outside `[-1, 1]`
 */
export function asin(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size <= 0.5) return x + x * tail(x * x);
  const { root, top, low } = halfAngle(size);
  const lost = 2 * (low + root * tail(root * root)) - HALF_PI_LOW;
  const value = QUARTER_PI - 2 * top + QUARTER_PI - lost;
  return x < 0 ? -value : value;
}

/**
 * Arc cosine with the same bits on every machine.
 *
 * @param x  any number
 * @returns  radians in `[0, pi]`, within 1 ulp; NaN outside `[-1, 1]`
 */
export function acos(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size <= 0.5) return HALF_PI - (x - (HALF_PI_LOW - x * tail(x * x)));
  const { root, top, low } = halfAngle(size);
  const rest = low + root * tail(root * root);
  if (x > 0) return 2 * (top + rest);
  return 2 * (HALF_PI - top - (rest - HALF_PI_LOW));
}

/** `root = sqrt((1 - size) / 2) = top + low`, of which `asin` is half the angle to 1. */
function halfAngle(size: number): { root: number; top: number; low: number } {
  const square = (1 - size) / 2;
  const root = Math.sqrt(square);
  const top = withoutLowWord(root);
  return { root, top, low: root === 0 ? 0 : (square - top * top) / (root + top) };
}

/** `asin(x) / x - 1` for `z = x^2` up to 1/4. */
function tail(z: number): number {
  let series = 0;
  for (let k = 0; k < COEFFICIENTS.length; k++) series = series * z + COEFFICIENTS[k]!;
  return series * z;
}

function coefficients(): Float64Array {
  const list: number[] = [];
  let binomial = 1;
  for (let n = 1; n < TERMS; n++) {
    binomial *= (2 * n - 1) / (2 * n);
    list.unshift(binomial / (2 * n + 1));
  }
  return Float64Array.from(list);
}
