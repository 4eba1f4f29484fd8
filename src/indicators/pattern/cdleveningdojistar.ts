import { bearish, candlePattern } from './candle-pattern';
import { bearishWhere } from './candle-series';

/**
 * Evening Doji Star: a long white bar, a doji whose body gaps above it, and a black bar that is not short
 * and closes well into the first body.
 *
 * @param open         quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @param penetration  how deep into the first body, as a share of it, in `[0, 3e37]`, 0.3 when omitted
 * @returns            -100 where it ends (bearish), 0 elsewhere; rows `0 .. 11` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLEVENINGDOJISTAR`, default candle settings (tests/golden/talib/cdleveningdojistar.json)
 */
export const cdleveningdojistar = candlePattern({
  name: 'cdleveningdojistar',
  title: 'Evening Doji Star',
  summary: 'A doji gapping above a long white bar, and a black bar back into it.',
  bars: 3,
  averages: { bodyLong: [2], bodyDoji: [1], bodyShort: [0] },
  penetration: 0.3,
  find: (bars, penetration) =>
    bearish(
      bars.isWhite(2) &&
        bars.isLong(2) &&
        bars.isDoji(1) &&
        bars.bodyGapsUp(1) &&
        bars.isBlack(0) &&
        bars.isMoreThanShort(0) &&
        bars.close(0) < bars.close(2) - bars.body(2) * penetration,
    ),
  series: (bars, penetration) =>
    bearishWhere(
      bars.isWhite(2),
      bars.isLong(2),
      bars.isDoji(1),
      bars.bodyGapsUp(1),
      bars.isBlack(0),
      bars.isMoreThanShort(0),
      bars.close(0).below(bars.close(2).minus(bars.body(2).times(penetration))),
    ),
});
