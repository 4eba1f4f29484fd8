import type { Bars } from '../core/bars';
import type { Fill } from '../core/order';
import type { Split } from '../core/event';
import { isPrice } from './cursor';
import type { Extremes } from './extremes';

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
 * what is known to have come before it counts: its open, and the fill. Unknown prices do not count. All prices are those of a
 * unit at the exit (`entryPrice` too): those before a split of the time between are divided by its ratio.
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
  let lowest = entryPrice;
  let highest = entryPrice;
  let factor = 1;
  let from = entryBar;
  if (splits.length > 0) {
    const own = splits.filter(
      (split) => split.market === market && split.bar > entryBar && split.bar <= last,
    );
    factor = 1 / own.reduce((product, { ratio }) => product * ratio, 1);
    for (const split of own) {
      lowest = Math.min(lowest, extremes.lowest(from, split.bar) * factor);
      highest = Math.max(highest, extremes.highest(from, split.bar) * factor);
      factor *= split.ratio;
      from = split.bar;
    }
  }
  lowest = Math.min(lowest, extremes.lowest(from, last) * factor);
  highest = Math.max(highest, extremes.highest(from, last) * factor);
  if (exit) {
    const open = isPrice(bars.open[exit.bar]!) ? bars.open[exit.bar]! : exitPrice;
    lowest = Math.min(lowest, open, exitPrice);
    highest = Math.max(highest, open, exitPrice);
  }
  const down = lowest / entryPrice - 1;
  const up = highest / entryPrice - 1;
  return side === 'long' ? { mae: down, mfe: up } : { mae: -up, mfe: -down };
}
