import type { Trade } from '../core/order';

/**
 * Expectancy: mean profit of a trade after costs.
 *
 * @param closed  trades with an exit
 * @returns       account currency; null without trades
 */
export function expectancy(closed: readonly Trade[]): number | null {
  let sum = 0;
  for (const { pnl } of closed) sum += pnl;
  return closed.length === 0 ? null : sum / closed.length;
}
