import type { Column } from '../core/column';
import type { Trade } from '../core/order';
import { finite } from './finite';

/**
 * Edge ratio: mean favourable over mean adverse excursion, each in units of the volatility that was known at the
 * entry, so that calm and wild times weigh alike. Above 1 the entries have an edge.
 *
 * @param closed  trades with an exit
 * @param atr     `f64[n]`, average true range per bar in quote currency; the row before the entry bar is used, the
 *                last one closed by then, and a trade without a value above 0 there is left out. null weighs every
 *                trade by its entry price instead
 * @returns       ratio, 0 or above; null without trades or when price never went against any
 * @see Faith, Way of the Turtle, 2007, chapter 5
 */
export function edgeRatio(closed: readonly Trade[], atr: Column | null): number | null {
  let against = 0;
  let favour = 0;
  for (const { entryBar, entryPrice, mae, mfe } of closed) {
    const scale = atr ? entryPrice / (atr[entryBar - 1] ?? NaN) : 1;
    if (!(scale > 0 && scale < Infinity)) continue;
    against -= mae * scale;
    favour += mfe * scale;
  }
  return against > 0 ? finite(favour / against) : null;
}
