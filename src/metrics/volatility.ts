import type { Moments } from './moments';

/**
 * Volatility: sample standard deviation of the per-bar returns times the square root of the bars a year.
 *
 * @param returns      moments of the simple per-bar returns
 * @param barsPerYear  252 for daily bars of a stock exchange
 * @returns            fraction a year; null for fewer than two returns
 */
export function volatility(returns: Moments, barsPerYear: number): number | null {
  return Number.isNaN(returns.deviation) ? null : returns.deviation * Math.sqrt(barsPerYear);
}
