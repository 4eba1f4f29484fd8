import type { Column } from '../core/column';
import { finite } from './finite';
import { isSample } from './sample';

/**
 * Ulcer index: root mean square of the drawdown over all bars.
 *
 * @param drawdown  `f64[n]`, fall from the running peak per bar, fractions
 * @returns         fraction, 0 when the account never fell; null for no bars or a NaN
 * @see Martin and McCann, The Investor's Guide to Fidelity Funds, 1989
 */
export function ulcerIndex(drawdown: Column): number | null {
  if (!isSample(drawdown, 1)) return null;
  return finite(Math.sqrt(drawdown.reduce((sum, fall) => sum + fall * fall, 0) / drawdown.length));
}
