import type { Trade } from '../core/order';

/**
 * Gross profit: sum of the profits after costs of the trades above 0. TradingView's word for it; the commission is
 * inside.
 *
 * @param closed  trades with an exit
 * @returns       account currency, 0 or above
 * @see TradingView, help centre, Performance Summary: Gross Profit
 */
export const grossProfit = (closed: readonly Trade[]): number =>
  closed.reduce((sum, { pnl }) => (pnl > 0 ? sum + pnl : sum), 0);
