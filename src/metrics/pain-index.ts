import type { Column } from '../core/column';
import { finite } from './finite';
import { isSample } from './sample';

/**
 * Pain index: mean drawdown over all bars.
 *
 * @param drawdown  `f64[n]`, fall from the running peak per bar, fractions
 * @returns         fraction, 0 when the account never fell; null for no bars or a NaN
 * @see Becker, The Zephyr Pain Index and Pain Ratio, Zephyr Associates, 2006
 */
export function painIndex(drawdown: Column): number | null {
  if (!isSample(drawdown, 1)) return null;
  return finite(drawdown.reduce((sum, fall) => sum + fall, 0) / drawdown.length);
}
