import type { Column } from '../core/column';
import { expectedShortfall } from './expected-shortfall';
import { quotient } from './sample';

/**
 * Rachev ratio: mean gain of the best bars over mean loss of the worst, each an expected shortfall, the upper one that
 * of the returns with their sign turned.
 *
 * @param returns  `f64[n]`, simple per-bar returns, fractions
 * @param upper    share of the best bars, in (0, 0.5], as 0.05
 * @param lower    share of the worst bars, in (0, 0.5], as 0.05
 * @returns        ratio; null for fewer returns than `1 / upper` or `1 / lower`, no loss in the lower tail, or a NaN
 * @see Biglova, Ortobelli, Rachev and Stoyanov, Different Approaches to Risk Estimation in Portfolio Theory, 2004
 */
export function rachev(returns: Column, upper: number, lower: number): number | null {
  const gain = expectedShortfall(
    returns.map((r) => 0 - r),
    upper,
  );
  const loss = expectedShortfall(returns, lower);
  return loss !== null && loss > 0 ? quotient(gain, loss) : null;
}
