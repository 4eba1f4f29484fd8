import { finite } from './finite';
import type { Moments } from './moments';
import { moves } from './sample';

/** Returns needed. */
export const ADJUSTED_SHARPE_MINIMUM = 4;

/**
 * Adjusted Sharpe ratio: penalised for negative skew and fat tails, `s (1 + S s / 6 - (kurtosis - 3) s² / 24)`, times
 * the square root of the bars a year. All three are measured per bar.
 *
 * @param returns         moments of the simple per-bar returns (skew `S` and kurtosis of the population)
 * @param periodsPerYear  bars a year, above 0
 * @returns               ratio, annualised; null for fewer than four returns, returns that do not move, or a NaN
 * @see Pezier and White, The Relative Merits of Investable Hedge Fund Indices, ICMA Centre, 2006
 */
export function adjustedSharpe(returns: Moments, periodsPerYear: number): number | null {
  if (returns.count < ADJUSTED_SHARPE_MINIMUM || !moves(returns)) return null;
  const s = returns.mean / returns.deviation;
  const shape = 1 + (returns.skew * s) / 6 - ((returns.kurtosis - 3) * s * s) / 24;
  return finite(s * shape * Math.sqrt(periodsPerYear));
}
