import type { Condition } from '../graph/series';
import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere, type CandleSeries } from './candle-series';
import type { RecentBars } from './recent-bars';

/**
 * Three-Line Strike: three bars of one colour with closes in its direction, each opening within or near
 * the body before it, then one of the other colour that opens beyond the last close and closes beyond the
 * first open. The value takes the side of the three: the strike counts as a pause.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (three white bars) or -100 (three black ones) where it ends, 0 elsewhere; rows `0 ..
 *              7` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDL3LINESTRIKE`, default candle settings (tests/golden/talib/cdl3linestrike.json)
 */
export const cdl3linestrike = candlePattern({
  name: 'cdl3linestrike',
  title: 'Three-Line Strike',
  summary: 'Three bars in one direction and a fourth that takes them all back.',
  bars: 4,
  averages: { near: [3, 2] },
  find: (bars) =>
    sided(
      bars.color(1),
      bars.color(3) === bars.color(2) &&
        bars.color(2) === bars.color(1) &&
        bars.color(0) === -bars.color(1) &&
        opensByBody(bars, 2) &&
        opensByBody(bars, 1) &&
        (bars.isWhite(1) ? strikesDown(bars) : strikesUp(bars)),
    ),
  /** The last bar's colour follows from the order of the prices. */
  series(bars) {
    const shaped = opensNearBody(bars, 2).and(opensNearBody(bars, 1));
    return eitherWhere(
      all(
        shaped,
        bars.areWhite(3, 2, 1),
        bars.close(1).above(bars.close(2)),
        bars.close(2).above(bars.close(3)),
        bars.open(0).above(bars.close(1)),
        bars.close(0).below(bars.open(3)),
      ),
      all(
        shaped,
        bars.areBlack(3, 2, 1),
        bars.close(1).below(bars.close(2)),
        bars.close(2).below(bars.close(3)),
        bars.open(0).below(bars.close(1)),
        bars.close(0).above(bars.open(3)),
      ),
    );
  },
});

/** Opens within or near the body before it. */
const opensByBody = (bars: RecentBars, ago: number): boolean =>
  bars.open(ago) >= bars.bottom(ago + 1) - bars.near(ago + 1) &&
  bars.open(ago) <= bars.top(ago + 1) + bars.near(ago + 1);

/** After three rising closes. */
const strikesDown = (bars: RecentBars): boolean =>
  bars.close(1) > bars.close(2) &&
  bars.close(2) > bars.close(3) &&
  bars.open(0) > bars.close(1) &&
  bars.close(0) < bars.open(3);

/** After three falling closes. */
const strikesUp = (bars: RecentBars): boolean =>
  bars.close(1) < bars.close(2) &&
  bars.close(2) < bars.close(3) &&
  bars.open(0) < bars.close(1) &&
  bars.close(0) > bars.open(3);

/** Opens within or near the body before it. */
const opensNearBody = (bars: CandleSeries, ago: number): Condition => {
  const [before, near] = [ago + 1, bars.near(ago + 1)];
  const isAbove = bars.open(ago).atLeast(bars.bottom(before).minus(near));
  return isAbove.and(bars.open(ago).atMost(bars.top(before).plus(near)));
};
