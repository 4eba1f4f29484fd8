import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere } from './candle-series';
import type { RecentBars } from './recent-bars';

/**
 * Abandoned Baby: a long bar, a doji that gaps away from it with its shadows, and a bar of the other
 * colour that gaps back with its shadows and closes well into the first body.
 *
 * @param open         quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @param penetration  how deep into the first body, as a share of it, in `[0, 3e37]`, 0.3 when omitted
 * @returns            100 (bullish) or -100 (bearish) where it ends, 0 elsewhere; rows `0 .. 11` are NaN
 *                     (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLABANDONEDBABY`, default candle settings (tests/golden/talib/cdlabandonedbaby.json)
 */
export const cdlabandonedbaby = candlePattern({
  name: 'cdlabandonedbaby',
  title: 'Abandoned Baby',
  summary: 'A doji cut off by gaps on both sides of a turn.',
  bars: 3,
  averages: { bodyLong: [2], bodyDoji: [1], bodyShort: [0] },
  penetration: 0.3,
  find: (bars, penetration) =>
    sided(
      bars.color(0),
      bars.isLong(2) &&
        bars.isDoji(1) &&
        bars.isMoreThanShort(0) &&
        (bars.isWhite(2) ? turnsDown(bars, penetration) : turnsUp(bars, penetration)),
    ),
  series(bars, penetration) {
    const shaped = all(bars.isLong(2), bars.isDoji(1), bars.isMoreThanShort(0));
    const depth = bars.body(2).times(penetration);
    return eitherWhere(
      all(
        shaped,
        bars.isBlack(2),
        bars.isWhite(0),
        bars.close(0).above(bars.close(2).plus(depth)),
        bars.gapsDown(1),
        bars.gapsUp(0),
      ),
      all(
        shaped,
        bars.isWhite(2),
        bars.isBlack(0),
        bars.close(0).below(bars.close(2).minus(depth)),
        bars.gapsUp(1),
        bars.gapsDown(0),
      ),
    );
  },
});

const turnsDown = (bars: RecentBars, penetration: number): boolean =>
  bars.isBlack(0) &&
  bars.close(0) < bars.close(2) - bars.body(2) * penetration &&
  bars.gapsUp(1) &&
  bars.gapsDown(0);

const turnsUp = (bars: RecentBars, penetration: number): boolean =>
  bars.isWhite(0) &&
  bars.close(0) > bars.close(2) + bars.body(2) * penetration &&
  bars.gapsDown(1) &&
  bars.gapsUp(0);
