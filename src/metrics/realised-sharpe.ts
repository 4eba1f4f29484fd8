import { finite } from './finite';
import { moments } from './moments';
import type { RealisedReturns } from './realised-returns';
import { moves } from './sample';

/**
 * Sharpe ratio by TradingView's rule: mean of the realised returns by month (or day) less the risk-free rate of such a
 * period, over their standard deviation (divisor `n`). Not annualised.
 *
 * @param realised  returns by period; null for none
 * @param riskFree  fraction a year, 0.02 by TradingView's default; a month takes a twelfth of it
 * @returns         ratio a period; null without returns or when they do not move
 * @see TradingView, help centre, Performance Summary: Sharpe Ratio
 */
export function realisedSharpe(realised: RealisedReturns | null, riskFree: number): number | null {
  if (realised === null) return null;
  const found = moments(realised.returns);
  if (!moves(found)) return null;
  const deviation = found.deviation * Math.sqrt((found.count - 1) / found.count);
  return finite((found.mean - riskFree / realised.periodsPerYear) / deviation);
}
