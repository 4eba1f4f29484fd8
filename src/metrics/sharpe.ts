import type { Moments } from './moments';

/**
 * Sharpe ratio: mean over sample standard deviation of the simple per-bar returns, times the square
 * root of the bars a year. No risk-free rate is taken off.
 *
 * @param returns      moments of the per-bar returns, idle bars included
 * @param barsPerYear  252 for daily bars of a stock exchange
 * @returns            ratio, annualised; null for fewer than two returns or without any movement
 * @see Sharpe, The Sharpe Ratio, Journal of Portfolio Management, 1994
 */
export function sharpe(returns: Moments, barsPerYear: number): number | null {
  return returns.deviation > 0 ? (returns.mean / returns.deviation) * Math.sqrt(barsPerYear) : null;
}
