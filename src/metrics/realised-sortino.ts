import { lowerPartialMoment } from './lower-partial-moment';
import { moments } from './moments';
import type { RealisedReturns } from './realised-returns';
import { quotient } from './sample';

/**
 * Sortino ratio by TradingView's rule: mean of the realised returns by month (or day) less the risk-free rate of such a
 * period, over the root of the mean square of what they lack to that rate. Not annualised.
 *
 * @param realised  returns by period; null for none
 * @param riskFree  fraction a year, 0.02 by TradingView's default; it is the target too
 * @returns         ratio a period; null without returns or when none is below the target
 * @see TradingView, help centre, Performance Summary: Sortino Ratio
 */
export function realisedSortino(realised: RealisedReturns | null, riskFree: number): number | null {
  if (realised === null) return null;
  const target = riskFree / realised.periodsPerYear;
  const moment = lowerPartialMoment(realised.returns, target, 2);
  const { mean } = moments(realised.returns);
  return moment === null ? null : quotient(mean - target, Math.sqrt(moment));
}
