import { bearish, candlePattern } from './candle-pattern';
import { bearishWhere } from './candle-series';

/**
 * Shooting Star: a short body that gaps above the body before it, with a long upper shadow and hardly any
 * lower one.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     -100 where it ends (bearish), 0 elsewhere; rows `0 .. 10` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLSHOOTINGSTAR`, default candle settings (tests/golden/talib/cdlshootingstar.json)
 */
export const cdlshootingstar = candlePattern({
  name: 'cdlshootingstar',
  title: 'Shooting Star',
  summary: 'A short body above a gap, with a long upper shadow.',
  bars: 2,
  averages: { bodyShort: [0], shadowLong: [0], shadowVeryShort: [0] },
  find: (bars) =>
    bearish(
      bars.isShort(0) && bars.hasLongUpperShadow(0) && bars.hasVeryShortLowerShadow(0) && bars.bodyGapsUp(0),
    ),
  series: (bars) =>
    bearishWhere(
      bars.isShort(0),
      bars.hasLongUpperShadow(0),
      bars.hasVeryShortLowerShadow(0),
      bars.bodyGapsUp(0),
    ),
});
