import type { Trade } from '../core/order';

/**
 * Profit factor: what the winners earned over what the losers lost, after costs.
 *
 * @param closed  trades with an exit
 * @returns       ratio, 0 or more; null without a losing trade, where it has no bound
 */
export function profitFactor(closed: readonly Trade[]): number | null {
  let won = 0;
  let lost = 0;
  for (const { pnl } of closed) {
    if (pnl > 0) won += pnl;
    else lost -= pnl;
  }
  return lost > 0 ? won / lost : null;
}
