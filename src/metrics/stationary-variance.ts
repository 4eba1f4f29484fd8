import type { Column } from '../core/column';

/** Lags whose weight is below it are left out. */
const NO_WEIGHT = 1e-12;

/** Values needed. */
export const STATIONARY_VARIANCE_MINIMUM = 2;

/**
 * Long-run variance: that of `√n` times the mean over stationary bootstrap resamples, in closed form:
 * `γ(0) + 2 Σ κ(i) γ(i)` with `κ(i) = (1 - i / n) (1 - q)^i + (i / n) (1 - q)^(n - i)`, `q = 1 / meanBlock` and
 * autocovariances `γ` of divisor `n`. Lags with a weight below 1e-12 are left out.
 *
 * @param values     `f64[n]`, in order of time
 * @param meanBlock  mean block length of the bootstrap in rows; below 1 counts as 1
 * @returns          square of the unit of the values, 0 or more; null for fewer than two values or one that is not finite
 *
 * @see Politis and Romano, The Stationary Bootstrap, Journal of the American Statistical Association, 1994, lemma 1
 * @see Hansen, A Test for Superior Predictive Ability, Journal of Business and Economic Statistics, 2005
 */
export function stationaryVariance(values: Column, meanBlock: number): number | null {
  const count = values.length;
  if (count < STATIONARY_VARIANCE_MINIMUM || !values.every(Number.isFinite)) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const apart = values.map((value) => value - mean);
  const powers = powersOf(1 - 1 / Math.max(1, meanBlock), count);
  let sum = products(apart, 0);
  for (let lag = 1; lag < count; lag++) {
    const part = lag / count;
    const weight = (1 - part) * powers[lag]! + part * powers[count - lag]!;
    if (weight > NO_WEIGHT) sum += 2 * weight * products(apart, lag);
  }
  return Math.max(0, sum / count);
}

/** `f64[count]`, powers 0 and up. */
function powersOf(base: number, count: number): Column {
  const out: Column = new Float64Array(count).fill(1);
  for (let i = 1; i < count; i++) out[i] = out[i - 1]! * base;
  return out;
}

/** Sum of the products of rows `lag` apart, in four sums that do not wait for each other. */
function products(apart: Column, lag: number): number {
  const rows = apart.length - lag;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i + 3 < rows; i += 4) {
    a += apart[i]! * apart[i + lag]!;
    b += apart[i + 1]! * apart[i + lag + 1]!;
    c += apart[i + 2]! * apart[i + lag + 2]!;
    d += apart[i + 3]! * apart[i + lag + 3]!;
  }
  for (; i < rows; i++) a += apart[i]! * apart[i + lag]!;
  return a + b + (c + d);
}
