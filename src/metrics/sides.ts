import type { Trade } from '../core/order';
import { closedTrades } from './closed-trades';

/** The three columns of a table of trades. */
export interface Sides<T> {
  readonly all: T;
  readonly long: T;
  readonly short: T;
}

/**
 * Closed trades as columns: all, long and short. The trade that is open at the end is in none of them.
 *
 * @param trades   trades of the run
 * @param measure  what to make of the trades of a column
 */
export function bySide<T>(trades: readonly Trade[], measure: (closed: readonly Trade[]) => T): Sides<T> {
  const all = closedTrades(trades);
  return {
    all: measure(all),
    long: measure(all.filter((trade) => trade.side === 'long')),
    short: measure(all.filter((trade) => trade.side === 'short')),
  };
}
