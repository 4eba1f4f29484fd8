import type { Bars } from '../core/bars';
import type { Fill } from '../core/order';
import { isPrice } from './cursor';
import type { Extremes } from './extremes';
import type { Split } from './splits';

/** What excursions are measured of. */
export interface HeldTrade {
  readonly market: number;
  readonly side: 'long' | 'short';
  readonly entryBar: number;
  readonly entryPrice: number;
  /** null while open. */
  readonly exit: Fill | null;
  readonly exitPrice: number;
}

/**
 * How far price went against and for the entry while the trade was held. On the bar of the exit only
 * what is known to have come before it counts: its open, and the fill. Unknown prices do not count. After a split prices
 * are taken back to the units of the entry.
 *
 * @param extremes  of the same bars
 */
export function excursions(
  { market, side, entryBar, entryPrice, exit, exitPrice }: HeldTrade,
  bars: Bars,
  extremes: Extremes,
  splits: readonly Split[],
): { mae: number; mfe: number } {
  const last = exit?.bar ?? bars.time.length;
  const own = splits.filter((split) => split.market === market && split.bar > entryBar && split.bar <= last);
  let lowest = entryPrice;
  let highest = entryPrice;
  let factor = 1;
  if (own.length === 0) {
    lowest = extremes.lowest(lowest, entryBar, last);
    highest = extremes.highest(highest, entryBar, last);
  }
  for (let i = entryBar; i < last && own.length > 0; i++) {
    for (const split of own) if (split.bar === i) factor *= split.ratio;
    const low = bars.low[i]! * factor;
    const high = bars.high[i]! * factor;
    if (low < lowest && low > 0) lowest = low;
    if (high > highest && high < Infinity) highest = high;
  }
  if (exit) {
    for (const split of own) if (split.bar === last) factor *= split.ratio;
    const open = isPrice(bars.open[exit.bar]!) ? bars.open[exit.bar]! * factor : exitPrice * factor;
    lowest = Math.min(lowest, open, exitPrice * factor);
    highest = Math.max(highest, open, exitPrice * factor);
  }
  const down = lowest / entryPrice - 1;
  const up = highest / entryPrice - 1;
  return side === 'long' ? { mae: down, mfe: up } : { mae: -up, mfe: -down };
}
