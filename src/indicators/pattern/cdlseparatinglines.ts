import { candlePattern, isWithin, sided } from './candle-pattern';
import { all, eitherWhere, isAround } from './candle-series';

/**
 * Separating Lines: two bars of opposite colour that open at the same price, the second long with hardly
 * any shadow on the side of its open: the move goes on.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (bullish) or -100 (bearish) where it ends, 0 elsewhere; rows `0 .. 10` are NaN
 *              (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLSEPARATINGLINES`, default candle settings (tests/golden/talib/cdlseparatinglines.json)
 */
export const cdlseparatinglines = candlePattern({
  name: 'cdlseparatinglines',
  title: 'Separating Lines',
  summary: 'Two opposite bars with the same open; the second runs from it.',
  bars: 2,
  averages: { shadowVeryShort: [0], bodyLong: [0], equal: [1] },
  find: (bars) =>
    sided(
      bars.color(0),
      bars.color(1) === -bars.color(0) &&
        isWithin(bars.open(0), bars.open(1), bars.equal(1)) &&
        bars.isLong(0) &&
        (bars.isWhite(0) ? bars.hasVeryShortLowerShadow(0) : bars.hasVeryShortUpperShadow(0)),
    ),
  series(bars) {
    const shaped = isAround(bars.open(0), bars.open(1), bars.equal(1)).and(bars.isLong(0));
    return eitherWhere(
      all(shaped, bars.isBlack(1), bars.isWhite(0), bars.hasVeryShortLowerShadow(0)),
      all(shaped, bars.isWhite(1), bars.isBlack(0), bars.hasVeryShortUpperShadow(0)),
    );
  },
});
