import type { Column } from '../core/column';
import { pow } from '../core/math/pow';
import { finite } from './finite';
import { isSample } from './sample';

/** Returns needed. */
export const LOWER_PARTIAL_MOMENT_MINIMUM = 2;

/**
 * Lower partial moment: `mean(max(target - r, 0)^order)` over all bars.
 *
 * @param returns  `f64[n]`, simple per-bar returns, fractions
 * @param target   least acceptable return per bar, fraction
 * @param order    above 0: 1 the mean shortfall, 2 its square, 3 weighs the worst more
 * @returns        fraction to the power of `order`, 0 or more; null for fewer than two returns, a NaN or an overflow
 * @see Fishburn, Mean-Risk Analysis with Risk Associated with Below-Target Returns, American Economic Review, 1977
 */
export function lowerPartialMoment(returns: Column, target: number, order: number): number | null {
  if (!isSample(returns, LOWER_PARTIAL_MOMENT_MINIMUM)) return null;
  let sum = 0;
  for (let i = 0; i < returns.length; i++) {
    const lack = target - returns[i]!;
    if (lack > 0) sum += order === 2 ? lack * lack : pow(lack, order);
  }
  return finite(sum / returns.length);
}
