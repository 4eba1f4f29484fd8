import type { Trade } from '../core/order';

/**
 * Results in units of what was risked: `pnl / (quantity × distance from entry to stop)`. After costs, so that a
 * trade that is stopped out without a gap ends below -1.
 *
 * @param closed  trades with an exit
 * @returns       R of each trade whose stop lay on the losing side of its entry, in their order; the others
 *                risked no amount that is known and are left out
 * @see Tharp, Trade Your Way to Financial Freedom, 1998
 */
export function rMultiples(closed: readonly Trade[]): readonly number[] {
  const multiples: number[] = [];
  for (const { side, quantity, entryPrice, stop, pnl } of closed) {
    const distance = side === 'long' ? entryPrice - stop : stop - entryPrice;
    const risk = quantity * distance;
    if (risk > 0 && Number.isFinite(pnl / risk)) multiples.push(pnl / risk);
  }
  return multiples;
}
