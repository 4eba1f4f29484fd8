import type { Trade } from '../core/order';
import { finite } from './finite';

/**
 * Largest loss: deepest loss of one trade after costs.
 *
 * @param closed  trades with an exit
 * @returns       account currency, below 0; null without a loser
 */
export function largestLoss(closed: readonly Trade[]): number | null {
  let largest = 0;
  for (const { pnl } of closed) if (pnl < largest) largest = pnl;
  return largest < 0 ? finite(largest) : null;
}
