import type { Column } from '../core/column';
import { finite } from './finite';
import { moments } from './moments';
import { isSample, moves } from './sample';

/** Returns needed beyond the lags. */
export const ROBUST_SHARPE_ERROR_MINIMUM = 2;

/**
 * Standard error of the Sharpe ratio per bar that holds for skewed, fat-tailed and autocorrelated returns: Lo's
 * generalised-method-of-moments error `sqrt(V / n)`, with `V` the Newey-West long-run variance (Bartlett weights
 * `1 - k / (lags + 1)`) of `u = d / σ - s (d² - σ²) / (2 σ²)`, `d` the distance to the mean, `σ` the deviation of the
 * population and `s` the mean over it. With no lags it is Mertens' error, which `sharpeError` takes from the moments.
 *
 * @param returns  `f64[n]`, simple per-bar returns, fractions
 * @param lags     lags used, integer >= 0
 * @returns        per bar, as the ratio; times the root of the bars a year for the annual one. null for fewer than
 *                 `lags + 2` returns, returns that do not move, or a NaN
 * @see Lo, The Statistics of Sharpe Ratios, Financial Analysts Journal, 2002, equations A15 to A19
 * @see Newey and West, A Simple, Positive Semi-Definite Covariance Matrix, Econometrica, 1987
 */
export function robustSharpeError(returns: Column, lags: number): number | null {
  const found = moments(returns);
  const { count, mean } = found;
  if (!isSample(returns, lags + ROBUST_SHARPE_ERROR_MINIMUM) || !moves(found)) return null;
  const variance = (found.deviation * found.deviation * (count - 1)) / count;
  const deviation = Math.sqrt(variance);
  const influence = returns.map((r) => {
    const d = r - mean;
    return d / deviation - (mean * (d * d - variance)) / (2 * variance * deviation);
  });
  let longRun = 0;
  for (let k = 0; k <= lags; k++) {
    let product = 0;
    for (let i = k; i < count; i++) product += influence[i]! * influence[i - k]!;
    longRun += (k === 0 ? 1 : 2 * (1 - k / (lags + 1))) * product;
  }
  return finite(Math.sqrt(Math.max(0, longRun)) / count);
}
