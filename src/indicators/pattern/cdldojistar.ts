import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere } from './candle-series';

/**
 * Doji Star: a long bar, and a doji whose body gaps away from it in its direction: the move hesitates.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (bullish, after a black bar) or -100 (bearish, after a white one) at the doji, 0
 *              elsewhere; rows `0 .. 10` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLDOJISTAR`, default candle settings (tests/golden/talib/cdldojistar.json)
 */
export const cdldojistar = candlePattern({
  name: 'cdldojistar',
  title: 'Doji Star',
  summary: 'A doji that gaps away from a long bar.',
  bars: 2,
  averages: { bodyLong: [1], bodyDoji: [0] },
  find: (bars) =>
    sided(
      -bars.color(1),
      bars.isLong(1) && bars.isDoji(0) && (bars.isWhite(1) ? bars.bodyGapsUp(0) : bars.bodyGapsDown(0)),
    ),
  series(bars) {
    const shaped = bars.isLong(1).and(bars.isDoji(0));
    return eitherWhere(
      all(shaped, bars.isBlack(1), bars.bodyGapsDown(0)),
      all(shaped, bars.isWhite(1), bars.bodyGapsUp(0)),
    );
  },
});
