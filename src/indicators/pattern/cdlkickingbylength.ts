import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere } from './candle-series';
import type { RecentBars } from './recent-bars';

/**
 * Kicking by Length: two long bars of opposite colour with hardly any shadow, the second away from the
 * first by a gap against its colour. The value takes the side of the longer body, of the first when both
 * are equal.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (bullish) or -100 (bearish) where it ends, 0 elsewhere; rows `0 .. 10` are NaN
 *              (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLKICKINGBYLENGTH`, default candle settings (tests/golden/talib/cdlkickingbylength.json)
 */
export const cdlkickingbylength = candlePattern({
  name: 'cdlkickingbylength',
  title: 'Kicking by Length',
  summary: 'Two opposite marubozu with a gap between them; the longer decides.',
  bars: 2,
  averages: { bodyLong: [1, 0], shadowVeryShort: [1, 0] },
  find: (bars) =>
    sided(
      bars.color(bars.body(0) > bars.body(1) ? 0 : 1),
      bars.color(1) === -bars.color(0) &&
        isMarubozu(bars, 1) &&
        isMarubozu(bars, 0) &&
        (bars.isBlack(1) ? bars.gapsUp(0) : bars.gapsDown(0)),
    ),
  series(bars) {
    const shaped = bars.isMarubozu(1).and(bars.isMarubozu(0));
    const up = all(shaped, bars.isBlack(1), bars.isWhite(0), bars.gapsUp(0));
    const down = all(shaped, bars.isWhite(1), bars.isBlack(0), bars.gapsDown(0));
    const isLonger = bars.body(0).above(bars.body(1));
    return eitherWhere(
      up.and(isLonger).or(down.andNot(isLonger)),
      down.and(isLonger).or(up.andNot(isLonger)),
    );
  },
});

/** Long, with hardly any shadow. */
const isMarubozu = (bars: RecentBars, ago: number): boolean =>
  bars.isLong(ago) && bars.hasVeryShortUpperShadow(ago) && bars.hasVeryShortLowerShadow(ago);
