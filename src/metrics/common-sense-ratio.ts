import type { Column } from '../core/column';
import { finite } from './finite';
import { omega } from './omega';
import { tailRatio } from './tail-ratio';

/**
 * Common sense ratio: profit factor of the bars (`omega` at 0) times tail ratio; above 1 for a strategy that earns and
 * whose large gains outweigh its large losses.
 *
 * @param returns  `f64[n]`, simple per-bar returns, fractions
 * @returns        ratio, 0 or more; null where either part is
 * @see quantstats 0.0.64 `common_sense_ratio` (tests/golden/performance.json)
 */
export function commonSenseRatio(returns: Column): number | null {
  const [profit, tails] = [omega(returns, 0), tailRatio(returns)];
  return profit === null || tails === null ? null : finite(profit * tails);
}
