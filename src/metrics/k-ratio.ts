import type { Column } from '../core/column';
import { log } from '../core/math/log';
import { finite } from './finite';

/** Account values needed, so that the line leaves something over. */
export const K_RATIO_MINIMUM = 3;

/** A line explains a curve wholly when what it leaves is rounding. */
const NO_RESIDUAL = 1e-24;

/**
 * K-ratio (2013): slope of the logarithm of equity over its standard error, times the square root of the bars a year,
 * over the number of bars; high for a curve that rises steadily.
 *
 * @param equity          `f64[n]`, account currency, one per bar, above zero
 * @param periodsPerYear  bars a year, above 0
 * @returns               ratio; null for fewer than three bars, an account value of zero or less, or a perfect line
 * @see Kestner, (Re-)Introducing the K-Ratio, 2013
 * @see scipy 1.17.1 `linregress` (tests/golden/performance.json)
 */
export function kRatio(equity: Column, periodsPerYear: number): number | null {
  const count = equity.length;
  if (count < K_RATIO_MINIMUM || !equity.every((value) => value > 0 && value < Infinity)) return null;
  const first = equity[0]!;
  const logs = equity.map((value) => log(value / first));
  const middle = (count - 1) / 2;
  const mean = logs.reduce((sum, y) => sum + y, 0) / count;
  let xx = 0;
  let xy = 0;
  for (let i = 0; i < count; i++) {
    xx += (i - middle) * (i - middle);
    xy += (i - middle) * (logs[i]! - mean);
  }
  const slope = xy / xx;
  let residual = 0;
  for (let i = 0; i < count; i++) {
    const miss = logs[i]! - mean - slope * (i - middle);
    residual += miss * miss;
  }
  if (!(residual / count > NO_RESIDUAL)) return null;
  const error = Math.sqrt(residual / (count - 2) / xx);
  return finite(((slope / error) * Math.sqrt(periodsPerYear)) / count);
}
