import { bullish, candlePattern } from './candle-pattern';
import { bullishWhere } from './candle-series';

/**
 * Ladder Bottom: three black bars with falling opens and closes, a black one with an upper shadow, and a
 * white one that opens above its open and closes above its high.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 where it ends (bullish), 0 elsewhere; rows `0 .. 13` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLLADDERBOTTOM`, default candle settings (tests/golden/talib/cdlladderbottom.json)
 */
export const cdlladderbottom = candlePattern({
  name: 'cdlladderbottom',
  title: 'Ladder Bottom',
  summary: 'A fall of black bars that ends with a shadow up and a gap.',
  bars: 5,
  averages: { shadowVeryShort: [1] },
  find: (bars) =>
    bullish(
      bars.isBlack(4) &&
        bars.isBlack(3) &&
        bars.isBlack(2) &&
        bars.open(4) > bars.open(3) &&
        bars.open(3) > bars.open(2) &&
        bars.close(4) > bars.close(3) &&
        bars.close(3) > bars.close(2) &&
        bars.isBlack(1) &&
        bars.upperShadow(1) > bars.veryShortShadow(1) &&
        bars.isWhite(0) &&
        bars.open(0) > bars.open(1) &&
        bars.close(0) > bars.high(1),
    ),
  series: (bars) =>
    bullishWhere(
      bars.areBlack(4, 3, 2, 1),
      bars.open(4).above(bars.open(3)),
      bars.open(3).above(bars.open(2)),
      bars.close(4).above(bars.close(3)),
      bars.close(3).above(bars.close(2)),
      bars.upperShadow(1).above(bars.veryShortShadow(1)),
      bars.isWhite(0),
      bars.open(0).above(bars.open(1)),
      bars.close(0).above(bars.high(1)),
    ),
});
