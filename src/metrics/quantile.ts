import type { Column } from '../core/column';

/**
 * Quantile of a sorted sample, between neighbours in proportion (type 7 of Hyndman and Fan, as numpy's default).
 *
 * @param sorted  `f64[n]`, ascending
 * @param share   in [0, 1]
 * @returns       in the unit of the values; NaN for no values
 * @see Hyndman and Fan, Sample Quantiles in Statistical Packages, The American Statistician, 1996
 */
export function quantile(sorted: Column, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  return low + (at - below) * (high - low);
}
