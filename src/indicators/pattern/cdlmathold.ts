import type { Condition } from '../graph/series';
import { bullish, candlePattern } from './candle-pattern';
import { bullishWhere, isBetween, type CandleSeries } from './candle-series';
import type { RecentBars } from './recent-bars';

/**
 * Mat Hold: a long white bar, a short black one whose body gaps above it, two more short ones that step
 * down but hold within the first body, and a white one that opens above the last close and closes above
 * the highs of the rest: the rise goes on.
 *
 * @param open         quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @param penetration  how deep into the first body, as a share of it, in `[0, 3e37]`, 0.5 when omitted
 * @returns            100 where it ends (bullish), 0 elsewhere; rows `0 .. 13` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLMATHOLD`, default candle settings (tests/golden/talib/cdlmathold.json)
 */
export const cdlmathold = candlePattern({
  name: 'cdlmathold',
  title: 'Mat Hold',
  summary: 'A gap up, a shallow rest of short bars, and a new high.',
  bars: 5,
  averages: { bodyLong: [4], bodyShort: [3, 2, 1] },
  penetration: 0.5,
  find: (bars, penetration) =>
    bullish(
      bars.isWhite(4) &&
        bars.isLong(4) &&
        bars.isBlack(3) &&
        bars.isShort(3) &&
        bars.bodyGapsUp(3) &&
        bars.isShort(2) &&
        holds(bars, 2, penetration) &&
        bars.top(2) < bars.open(3) &&
        bars.isShort(1) &&
        holds(bars, 1, penetration) &&
        bars.top(1) < bars.top(2) &&
        bars.isWhite(0) &&
        bars.open(0) > bars.close(1) &&
        bars.close(0) > Math.max(bars.high(3), bars.high(2), bars.high(1)),
    ),
  series: (bars, penetration) =>
    bullishWhere(
      bars.isWhite(4),
      bars.isLong(4),
      bars.isBlack(3),
      bars.isShort(3),
      bars.bodyGapsUp(3),
      bars.isShort(2),
      dips(bars, 2, penetration),
      bars.top(2).below(bars.open(3)),
      bars.isShort(1),
      dips(bars, 1, penetration),
      bars.top(1).below(bars.top(2)),
      bars.isWhite(0),
      bars.open(0).above(bars.close(1)),
      bars.close(0).above(bars.high(3).max(bars.high(2)).max(bars.high(1))),
    ),
});

/** The body dips into the first one, no deeper than allowed. */
const holds = (bars: RecentBars, ago: number, penetration: number): boolean =>
  bars.bottom(ago) < bars.close(4) && bars.bottom(ago) > bars.close(4) - bars.body(4) * penetration;

const dips = (bars: CandleSeries, ago: number, penetration: number): Condition =>
  isBetween(bars.bottom(ago), bars.close(4).minus(bars.body(4).times(penetration)), bars.close(4));
