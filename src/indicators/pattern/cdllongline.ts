import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere } from './candle-series';

/**
 * Long Line Candle: a long body with short shadows on both sides.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (white) or -100 (black) at such a bar, 0 elsewhere; rows `0 .. 9` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLLONGLINE`, default candle settings (tests/golden/talib/cdllongline.json)
 */
export const cdllongline = candlePattern({
  name: 'cdllongline',
  title: 'Long Line Candle',
  summary: 'A long body with short shadows.',
  bars: 1,
  averages: { bodyLong: [0], shadowShort: [0] },
  find: (bars) =>
    sided(bars.color(0), bars.isLong(0) && bars.hasShortUpperShadow(0) && bars.hasShortLowerShadow(0)),
  series(bars) {
    const shaped = all(bars.isLong(0), bars.hasShortUpperShadow(0), bars.hasShortLowerShadow(0));
    return eitherWhere(all(shaped, bars.isWhite(0)), all(shaped, bars.isBlack(0)));
  },
});
