import type { Trade } from '../core/order';

/**
 * Gross loss: size of the sum of the losses after costs of the trades below 0. TradingView's word for it; the
 * commission is inside.
 *
 * @param closed  trades with an exit
 * @returns       account currency, 0 or above
 * @see TradingView, help centre, Performance Summary: Gross Loss
 */
export const grossLoss = (closed: readonly Trade[]): number =>
  closed.reduce((sum, { pnl }) => (pnl < 0 ? sum - pnl : sum), 0);
