import { bullish, candlePattern } from './candle-pattern';
import { bullishWhere } from './candle-series';

/**
 * Morning Doji Star: a long black bar, a doji whose body gaps below it, and a white bar that is not short
 * and closes well into the first body.
 *
 * @param open         quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @param penetration  how deep into the first body, as a share of it, in `[0, 3e37]`, 0.3 when omitted
 * @returns            100 where it ends (bullish), 0 elsewhere; rows `0 .. 11` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLMORNINGDOJISTAR`, default candle settings (tests/golden/talib/cdlmorningdojistar.json)
 */
export const cdlmorningdojistar = candlePattern({
  name: 'cdlmorningdojistar',
  title: 'Morning Doji Star',
  summary: 'A doji gapping below a long black bar, and a white bar back into it.',
  bars: 3,
  averages: { bodyLong: [2], bodyDoji: [1], bodyShort: [0] },
  penetration: 0.3,
  find: (bars, penetration) =>
    bullish(
      bars.isBlack(2) &&
        bars.isLong(2) &&
        bars.isDoji(1) &&
        bars.bodyGapsDown(1) &&
        bars.isWhite(0) &&
        bars.isMoreThanShort(0) &&
        bars.close(0) > bars.close(2) + bars.body(2) * penetration,
    ),
  series: (bars, penetration) =>
    bullishWhere(
      bars.isBlack(2),
      bars.isLong(2),
      bars.isDoji(1),
      bars.bodyGapsDown(1),
      bars.isWhite(0),
      bars.isMoreThanShort(0),
      bars.close(0).above(bars.close(2).plus(bars.body(2).times(penetration))),
    ),
});
