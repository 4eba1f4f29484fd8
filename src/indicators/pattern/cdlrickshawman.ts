import { bullish, candlePattern } from './candle-pattern';
import { bullishWhere } from './candle-series';

/**
 * Rickshaw Man: a doji with long shadows on both sides, its body near the middle of the bar.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 at such a bar (neither bullish nor bearish), 0 elsewhere; rows `0 .. 9` are NaN
 *              (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLRICKSHAWMAN`, default candle settings (tests/golden/talib/cdlrickshawman.json)
 */
export const cdlrickshawman = candlePattern({
  name: 'cdlrickshawman',
  title: 'Rickshaw Man',
  summary: 'A doji in the middle of a wide bar.',
  bars: 1,
  averages: { bodyDoji: [0], shadowLong: [0], near: [0] },
  find(bars) {
    const middle = bars.low(0) + (bars.high(0) - bars.low(0)) / 2;
    return bullish(
      bars.isDoji(0) &&
        bars.hasLongLowerShadow(0) &&
        bars.hasLongUpperShadow(0) &&
        bars.bottom(0) <= middle + bars.near(0) &&
        bars.top(0) >= middle - bars.near(0),
    );
  },
  series(bars) {
    const middle = bars.low(0).plus(bars.high(0).minus(bars.low(0)).times(0.5));
    return bullishWhere(
      bars.isDoji(0),
      bars.hasLongLowerShadow(0),
      bars.hasLongUpperShadow(0),
      bars.bottom(0).atMost(middle.plus(bars.near(0))),
      bars.top(0).atLeast(middle.minus(bars.near(0))),
    );
  },
});
