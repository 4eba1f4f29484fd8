import type { Trade } from '../core/order';
import { finite } from './finite';

/**
 * Largest win: highest profit of one trade after costs.
 *
 * @param closed  trades with an exit
 * @returns       account currency, above 0; null without a winner
 */
export function largestWin(closed: readonly Trade[]): number | null {
  let largest = 0;
  for (const { pnl } of closed) if (pnl > largest) largest = pnl;
  return largest > 0 ? finite(largest) : null;
}
