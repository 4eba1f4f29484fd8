import type { Trade } from '../core/order';
import { finite } from './finite';
import { meanOf } from './mean-of';
import { median } from './median';

/** How long trades were held. */
export interface HoldingTime {
  /** Bars from the entry bar to the exit bar; 0 for a trade that begins and ends on one bar. */
  readonly averageBars: number | null;
  readonly medianBars: number | null;
  readonly shortestBars: number | null;
  readonly longestBars: number | null;
  /** Milliseconds from entry to exit by the calendar, nights and weekends included. */
  readonly averageMs: number | null;
}

/**
 * Holding times of trades; give it the winners or the losers to have theirs.
 *
 * @param closed  trades with an exit
 * @returns       bars and milliseconds; null members without trades
 */
export function holdingTime(closed: readonly Trade[]): HoldingTime {
  const bars = closed.map((trade) => trade.exitBar - trade.entryBar);
  let shortest = Infinity;
  let longest = -Infinity;
  for (const held of bars) {
    shortest = Math.min(shortest, held);
    longest = Math.max(longest, held);
  }
  return {
    averageBars: meanOf(bars),
    medianBars: finite(median(bars)),
    shortestBars: finite(shortest),
    longestBars: finite(longest),
    averageMs: meanOf(closed.map((trade) => trade.exitTime - trade.entryTime)),
  };
}
