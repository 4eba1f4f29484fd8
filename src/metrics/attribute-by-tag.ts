import type { Trade } from '../core/order';

/** What one group of trades contributed. */
export interface Contribution {
  readonly key: string;
  /** Round trips, the one that is still open included. */
  readonly trades: number;
  /** After costs, account currency; an open trade at its last known price. NaN when that of a trade is. */
  readonly pnl: number;
}

/**
 * Attribution of the profit to groups of trades. The groups are disjoint, so that their profits add up to that of
 * all trades.
 *
 * @param trades  trades of the run, also one that is still open
 * @param keyOf   the group of a trade
 * @returns       one row a group, highest profit first, equal ones by key; none without trades
 */
export function attribute(
  trades: readonly Trade[],
  keyOf: (trade: Trade) => string,
): readonly Contribution[] {
  const groups = new Map<string, { trades: number; pnl: number }>();
  for (const trade of trades) {
    const key = keyOf(trade);
    const { trades: count, pnl } = groups.get(key) ?? { trades: 0, pnl: 0 };
    groups.set(key, { trades: count + 1, pnl: pnl + trade.pnl });
  }
  const rows = Array.from(groups, ([key, group]) => ({ key, ...group }));
  return rows.sort((a, b) => b.pnl - a.pnl || (a.key < b.key ? -1 : 1));
}

/**
 * Attribution to the tags of the entry orders: sum of the profits after costs of the trades of each tag.
 *
 * @param trades  trades of the run, also one that is still open
 * @returns       account currency, highest profit first; the empty tag holds the trades without one
 */
export const attributeByTag = (trades: readonly Trade[]): readonly Contribution[] =>
  attribute(trades, (trade) => trade.tag);
