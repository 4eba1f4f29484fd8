import { checkLength } from '../core/check';
import type { Column } from '../core/column';

/** Fewest pairs of returns for a figure that is estimated from both columns. */
export const BENCHMARK_MINIMUM = 30;

/** Below this a variance is what rounding leaves of returns that do not move. */
const STILL = 1e-26;

/** Whether a variance of returns is more than rounding. */
export const varies = (variance: number): boolean => variance > STILL;

/** Joint sample moments of the returns of a run and of its benchmark, per bar. */
export interface Comoments {
  readonly count: number;
  readonly mean: number;
  readonly benchmarkMean: number;
  /** Sample variances and covariance (divisor `count - 1`). */
  readonly variance: number;
  readonly benchmarkVariance: number;
  readonly covariance: number;
}

/**
 * Means, variances and covariance of two columns in two passes, so that nothing cancels.
 *
 * @param returns    `f64[n]`, simple returns per bar, fractions
 * @param benchmark  `f64[n]`, those of the benchmark over the same bars
 * @returns          null below 30 pairs or when a value is not finite
 *
 * @throws BacktabError `length_mismatch`
 */
export function comoments(returns: Column, benchmark: Column): Comoments | null {
  checkLength('benchmark', benchmark.length, returns.length);
  const count = returns.length;
  if (count < BENCHMARK_MINIMUM) return null;
  let sum = 0;
  let benchmarkSum = 0;
  for (let i = 0; i < count; i++) {
    sum += returns[i]!;
    benchmarkSum += benchmark[i]!;
  }
  const mean = sum / count;
  const benchmarkMean = benchmarkSum / count;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < count; i++) {
    const y = returns[i]! - mean;
    const x = benchmark[i]! - benchmarkMean;
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  if (!Number.isFinite(xx + yy)) return null;
  const free = count - 1;
  return {
    count,
    mean,
    benchmarkMean,
    variance: yy / free,
    benchmarkVariance: xx / free,
    covariance: xy / free,
  };
}
