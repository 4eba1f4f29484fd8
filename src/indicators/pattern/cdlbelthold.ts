import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere } from './candle-series';

/**
 * Belt-hold: a long bar with hardly any shadow on the side of its open: the price runs away from the
 * open.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (bullish) or -100 (bearish) where it ends, 0 elsewhere; rows `0 .. 9` are NaN
 *              (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLBELTHOLD`, default candle settings (tests/golden/talib/cdlbelthold.json)
 */
export const cdlbelthold = candlePattern({
  name: 'cdlbelthold',
  title: 'Belt-hold',
  summary: 'A long bar that opens at its end and runs from there.',
  bars: 1,
  averages: { bodyLong: [0], shadowVeryShort: [0] },
  find: (bars) =>
    sided(
      bars.color(0),
      bars.isLong(0) && (bars.isWhite(0) ? bars.hasVeryShortLowerShadow(0) : bars.hasVeryShortUpperShadow(0)),
    ),
  series(bars) {
    const shaped = bars.isLong(0);
    return eitherWhere(
      all(shaped, bars.isWhite(0), bars.hasVeryShortLowerShadow(0)),
      all(shaped, bars.isBlack(0), bars.hasVeryShortUpperShadow(0)),
    );
  },
});
