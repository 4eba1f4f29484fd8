import { quarterTurns } from './quarter-turns';

/** `(-1)^n / (2 n + 1)!` for n = 8 down to 1: the series is below half an ulp for `|x| <= pi / 4`. */
const [S8, S7, S6, S5, S4, S3, S2, S1] = [
  1 / 355687428096000,
  -1 / 1307674368000,
  1 / 6227020800,
  -1 / 39916800,
  1 / 362880,
  -1 / 5040,
  1 / 120,
  -1 / 6,
] as const;

/** `(-1)^n / (2 n)!` for n = 8 down to 2. */
const [C8, C7, C6, C5, C4, C3, C2] = [
  1 / 20922789888000,
  -1 / 87178291200,
  1 / 479001600,
  -1 / 3628800,
  1 / 40320,
  -1 / 720,
  1 / 24,
] as const;

/**
 * Sine with the same bits on every machine.
 *
 * @param x  radians, any number
 * @returns  within 1 ulp for every finite angle; the sign of zero is kept
 *
 * NaN and infinities give NaN.
 */
export function sin(x: number): number {
  if (x === 0) return x;
  if (!Number.isFinite(x)) return NaN;
  const { quarter, high, low } = quarterTurns(x);
  const value = quarter % 2 === 0 ? sinOfSmall(high, low) : cosOfSmall(high, low);
  return quarter < 2 ? value : -value;
}

/** Sine of `high + low` for up to an eighth of a turn. */
export function sinOfSmall(high: number, low: number): number {
  const z = high * high;
  const series = ((((((S8 * z + S7) * z + S6) * z + S5) * z + S4) * z + S3) * z + S2) * z + S1;
  return high + (high * z * series + low * (1 - z / 2));
}

/** Cosine of `high + low` for up to an eighth of a turn. */
export function cosOfSmall(high: number, low: number): number {
  const z = high * high;
  const series = (((((C8 * z + C7) * z + C6) * z + C5) * z + C4) * z + C3) * z + C2;
  const start = 1 - z / 2;
  return start + (1 - start - z / 2 + (z * z * series - high * low));
}
