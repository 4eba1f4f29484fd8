import { exp } from './exp';
import { log } from './log';
import { withoutLowWord } from './words';

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
/** Below this the series about zero is used, beyond it the continued fraction. */
const SERIES_END = 1.5;
/** Beyond it the density is below the smallest subnormal. */
const RANGE_END = 39;
const QUANTILE_STEPS = 3;

/**
 * Density of the standard normal distribution.
 *
 * @param x  any number
 * @returns  relative error below 1e-15 while the result is normal
 */
export function normalDensity(x: number): number {
  if (Math.abs(x) > RANGE_END) return 0;
  const top = withoutLowWord(x);
  return INVERSE_SQRT_TWO_PI * exp(-0.5 * top * top) * exp(-0.5 * (x - top) * (x + top));
}

/**
 * Probability that a standard normal variable is at or below `x`.
 *
 * @param x  any number
 * @returns  in `[0, 1]`; relative error below 1e-14 down to probabilities of 1e-300
 *
 * NaN gives NaN.
 * @see Marsaglia, Evaluating the Normal Distribution, 2004 (series); Laplace's continued fraction (tail)
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (Math.abs(x) < SERIES_END) return 0.5 + normalDensity(x) * seriesAboutZero(x);
  const tail = Math.abs(x) > RANGE_END ? 0 : normalDensity(x) * millsRatio(Math.abs(x));
  return x > 0 ? 1 - tail : tail;
}

/**
 * Value below which a standard normal variable falls with probability `p`.
 *
 * @param p  in `[0, 1]`
 * @returns  relative error below 1e-13 for `p` from 1e-300; infinite at 0 and 1, NaN outside
 *
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 26.2.23 (start of the iteration)
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return atTheEnds(p);
  if (p === 0.5) return 0;
  // 1 - p is exact from one half on, and small probabilities keep their digits in the lower tail.
  return p < 0.5 ? lowerQuantile(p) : -lowerQuantile(1 - p);
}

function atTheEnds(p: number): number {
  if (p === 0) return -Infinity;
  return p === 1 ? Infinity : NaN;
}

/** Halley's iteration on the cdf: the error is cubed in each step, from 4.5e-4. */
function lowerQuantile(p: number): number {
  const t = Math.sqrt(-2 * log(p));
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  const denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  let x = numerator / denominator - t;
  for (let step = 0; step < QUANTILE_STEPS; step++) {
    const newton = (normalCdf(x) - p) / normalDensity(x);
    x -= newton / (1 + 0.5 * x * newton);
  }
  return x;
}

/** `x + x^3 / 3 + x^5 / 15 + ...`, all of one sign. */
function seriesAboutZero(x: number): number {
  const square = x * x;
  let term = x;
  let sum = x;
  for (let n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
    term *= square / n;
    sum += term;
  }
  return sum;
}

/** Upper tail over density: `1 / (x + 1 / (x + 2 / (x + ...)))`, for `x >= SERIES_END`. */
function millsRatio(x: number): number {
  const terms = Math.ceil(400 / (x * x)) + 20;
  let fraction = x;
  for (let n = terms; n > 0; n--) fraction = x + n / fraction;
  return 1 / fraction;
}
