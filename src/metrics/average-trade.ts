import type { Trade } from '../core/order';

/**
 * Average trade: mean return of a trade after costs, each as a fraction of its own entry value.
 *
 * @param closed  trades with an exit
 * @returns       fraction; null without trades
 */
export function averageTrade(closed: readonly Trade[]): number | null {
  let sum = 0;
  for (const trade of closed) sum += trade.return;
  return closed.length === 0 ? null : sum / closed.length;
}
