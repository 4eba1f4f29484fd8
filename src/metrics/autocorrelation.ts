import type { Column } from '../core/column';

/**
 * Autocorrelation of a column at one lag: `Σ d(i) d(i + lag) / Σ d(i)²` with `d` the distance to the mean, so that it
 * stays in [-1, 1] and the higher the lag, the more it is drawn to zero.
 *
 * @param values  `f64[n]`, finite
 * @param mean    of the values
 * @param lag     integer in [0, n - 1]
 * @returns       no unit; NaN when the values do not move
 * @see Box and Jenkins, Time Series Analysis, 1970 (statsmodels 0.15.0 `acf`)
 */
export function autocorrelation(values: Column, mean: number, lag: number): number {
  let product = 0;
  let square = 0;
  for (let i = 0; i < values.length; i++) {
    const d = values[i]! - mean;
    square += d * d;
    if (i + lag < values.length) product += d * (values[i + lag]! - mean);
  }
  return product / square;
}
