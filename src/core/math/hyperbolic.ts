import { exp } from './exp';

/** Up to here the series are used: differences of exponentials would lose digits. */
const SERIES_END = 1;
const TANH_SERIES_END = 0.55;
/** From here on the smaller exponential is below half an ulp of the larger one. */
const ONE_EXPONENTIAL = 22;

/** `1 / (2 n + 3)!`, the last first: `(sinh(x) / x - 1) / x^2` in `x^2`. */
const SINH = factorials(3);
/** `1 / (2 n + 2)!`, the last first: `(cosh(x) - 1) / x^2` in `x^2`. */
const COSH = factorials(2);

/**
 * Hyperbolic sine with the same bits on every machine.
 *
 * @param x  any number
 * @returns  within 2 ulp; infinite beyond 710.47
 *
 * NaN gives NaN.
 */
export function sinh(x: number): number {
  const size = Math.abs(x);
  if (size <= SERIES_END) return x + x * (x * x * evaluate(SINH, x * x));
  const value = size < ONE_EXPONENTIAL ? difference(exp(size)) : halfExponential(size);
  return x < 0 ? -value : value;
}

/**
 * Hyperbolic cosine with the same bits on every machine.
 *
 * @param x  any number
 * @returns  at least 1, within 2 ulp; infinite beyond 710.47
 *
 * NaN gives NaN.
 */
export function cosh(x: number): number {
  const size = Math.abs(x);
  if (size <= SERIES_END) return 1 + x * x * evaluate(COSH, x * x);
  if (size >= ONE_EXPONENTIAL) return halfExponential(size);
  const power = exp(size);
  return 0.5 * power + 0.5 / power;
}

/**
 * Hyperbolic tangent with the same bits on every machine.
 *
 * @param x  any number
 * @returns  in `[-1, 1]`, within 2 ulp
 *
 * NaN gives NaN.
 */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size <= TANH_SERIES_END) {
    const z = x * x;
    const growth = evaluate(COSH, z);
    return x * (1 - (z * (growth - evaluate(SINH, z))) / (1 + z * growth));
  }
  if (size >= ONE_EXPONENTIAL) return x < 0 ? -1 : 1;
  const value = 1 - 2 / (exp(2 * size) + 1);
  return x < 0 ? -value : value;
}

const difference = (power: number): number => 0.5 * power - 0.5 / power;

/** `e^x / 2`, whose factors stay in range where `e^x` does not. */
function halfExponential(x: number): number {
  const root = exp(x / 2);
  return 0.5 * root * root;
}

function evaluate(coefficients: Float64Array, z: number): number {
  let series = 0;
  for (let k = 0; k < coefficients.length; k++) series = series * z + coefficients[k]!;
  return series;
}

/** `1 / first!`, `1 / (first + 2)!`, and so on down to half an ulp, the last first. */
function factorials(first: number): Float64Array {
  const list: number[] = [];
  let factorial = first === 3 ? 6 : 2;
  for (let n = first; n <= 20; n += 2) {
    list.unshift(1 / factorial);
    factorial *= (n + 1) * (n + 2);
  }
  return Float64Array.from(list);
}
