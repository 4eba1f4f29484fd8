import type { Trade } from '../core/order';

/** Trades that have an exit. The one that is open when the data end is no outcome yet and is left out. */
export const closedTrades = (trades: readonly Trade[]): readonly Trade[] =>
  trades.filter((trade) => !Number.isNaN(trade.exitBar));
