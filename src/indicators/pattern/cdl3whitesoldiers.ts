import type { Condition } from '../graph/series';
import { bullish, candlePattern } from './candle-pattern';
import { all, bullishWhere, type CandleSeries } from './candle-series';
import type { RecentBars } from './recent-bars';

/**
 * Three Advancing White Soldiers: three white bars with hardly any upper shadow and rising closes, each
 * opening within or near the body before it, none far shorter than the one before, the last not short.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 where it ends (bullish), 0 elsewhere; rows `0 .. 11` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDL3WHITESOLDIERS`, default candle settings (tests/golden/talib/cdl3whitesoldiers.json)
 */
export const cdl3whitesoldiers = candlePattern({
  name: 'cdl3whitesoldiers',
  title: 'Three Advancing White Soldiers',
  summary: 'Three rising white bars of size that close near their highs.',
  bars: 3,
  averages: { shadowVeryShort: [2, 1, 0], near: [2, 1], far: [2, 1], bodyShort: [0] },
  find: (bars) =>
    bullish(
      isSoldier(bars, 2) &&
        isSoldier(bars, 1) &&
        isSoldier(bars, 0) &&
        bars.close(0) > bars.close(1) &&
        bars.close(1) > bars.close(2) &&
        follows(bars, 1) &&
        follows(bars, 0) &&
        bars.isMoreThanShort(0),
    ),
  series: (bars) =>
    bullishWhere(
      isSoldierIn(bars, 2),
      isSoldierIn(bars, 1),
      isSoldierIn(bars, 0),
      bars.close(0).above(bars.close(1)),
      bars.close(1).above(bars.close(2)),
      followsIn(bars, 1),
      followsIn(bars, 0),
      bars.isMoreThanShort(0),
    ),
});

/** White, closing near its high. */
const isSoldier = (bars: RecentBars, ago: number): boolean =>
  bars.isWhite(ago) && bars.hasVeryShortUpperShadow(ago);

/** Opens by the body before it and is not far shorter. */
const follows = (bars: RecentBars, ago: number): boolean =>
  bars.open(ago) > bars.open(ago + 1) &&
  bars.open(ago) <= bars.close(ago + 1) + bars.near(ago + 1) &&
  bars.body(ago) > bars.body(ago + 1) - bars.far(ago + 1);

const isSoldierIn = (bars: CandleSeries, ago: number): Condition =>
  bars.isWhite(ago).and(bars.hasVeryShortUpperShadow(ago));

const followsIn = (bars: CandleSeries, ago: number): Condition =>
  all(
    bars.open(ago).above(bars.open(ago + 1)),
    bars.open(ago).atMost(bars.close(ago + 1).plus(bars.near(ago + 1))),
    bars.body(ago).above(bars.body(ago + 1).minus(bars.far(ago + 1))),
  );
