import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere } from './candle-series';

/**
 * Spinning Top: a short body with shadows longer than it on both sides.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (white) or -100 (black) at such a bar, 0 elsewhere; rows `0 .. 9` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLSPINNINGTOP`, default candle settings (tests/golden/talib/cdlspinningtop.json)
 */
export const cdlspinningtop = candlePattern({
  name: 'cdlspinningtop',
  title: 'Spinning Top',
  summary: 'A short body with longer shadows on both sides.',
  bars: 1,
  averages: { bodyShort: [0] },
  find: (bars) =>
    sided(
      bars.color(0),
      bars.isShort(0) && bars.upperShadow(0) > bars.body(0) && bars.lowerShadow(0) > bars.body(0),
    ),
  series(bars) {
    const shaped = all(
      bars.isShort(0),
      bars.upperShadow(0).above(bars.body(0)),
      bars.lowerShadow(0).above(bars.body(0)),
    );
    return eitherWhere(all(shaped, bars.isWhite(0)), all(shaped, bars.isBlack(0)));
  },
});
