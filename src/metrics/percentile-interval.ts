import type { Column } from '../core/column';
import { quantile } from './quantile';

/** A range that holds the true value with the confidence asked for. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Percentile interval: the middle share of what the resamples gave.
 *
 * @param sorted      `f64[n]`, the statistic of each resample, ascending, finite
 * @param confidence  in (0, 1), as 0.95
 * @returns           in the unit of the statistic
 * @see Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13
 */
export function percentileInterval(sorted: Column, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
}
