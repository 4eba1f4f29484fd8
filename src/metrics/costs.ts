import type { Fill } from '../core/order';

/**
 * Costs: fees and slippage of all fills, also of a position that is still open.
 *
 * @param fills  fills of the run
 * @returns      account currency, 0 or more
 */
export function costs(fills: readonly Fill[]): number {
  let sum = 0;
  for (const { fee, slippage } of fills) sum += fee + slippage;
  return sum;
}
