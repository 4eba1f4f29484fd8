import type { Column } from '../core/column';

/**
 * Sortino ratio: mean per-bar return over downside deviation, times the square root of the bars a
 * year. Downside deviation is the root of the mean square of the negative returns over all bars
 * (target 0).
 *
 * @param returns      `f64[n]`, simple per-bar returns, fractions
 * @param barsPerYear  252 for daily bars of a stock exchange
 * @returns            ratio, annualised; null for fewer than two returns, without a negative return, or with a NaN
 * @see Sortino and Price, Performance Measurement in a Downside Risk Framework, 1994
 */
export function sortino(returns: Column, barsPerYear: number): number | null {
  let sum = 0;
  let below = 0;
  for (let i = 0; i < returns.length; i++) {
    const r = returns[i]!;
    sum += r;
    if (r < 0) below += r * r;
  }
  if (returns.length < 2 || below === 0 || Number.isNaN(sum)) return null;
  const count = returns.length;
  return (sum / count / Math.sqrt(below / count)) * Math.sqrt(barsPerYear);
}
