import { bearish, candlePattern } from './candle-pattern';
import { bearishWhere, isBetween } from './candle-series';

/**
 * Upside Gap Two Crows: a long white bar, a short black one whose body gaps above it, and a black one
 * that engulfs that body but leaves the gap open.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     -100 where it ends (bearish), 0 elsewhere; rows `0 .. 11` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLUPSIDEGAP2CROWS`, default candle settings (tests/golden/talib/cdlupsidegap2crows.json)
 */
export const cdlupsidegap2crows = candlePattern({
  name: 'cdlupsidegap2crows',
  title: 'Upside Gap Two Crows',
  summary: 'Two black bars above a gap over a long white one.',
  bars: 3,
  averages: { bodyLong: [2], bodyShort: [1] },
  find: (bars) =>
    bearish(
      bars.isWhite(2) &&
        bars.isLong(2) &&
        bars.isBlack(1) &&
        bars.isAtMostShort(1) &&
        bars.bodyGapsUp(1) &&
        bars.isBlack(0) &&
        bars.open(0) > bars.open(1) &&
        bars.close(0) < bars.close(1) &&
        bars.close(0) > bars.close(2),
    ),
  /** The gap, and that the last bar is black, follow from the order of the prices. */
  series: (bars) =>
    bearishWhere(
      bars.isWhite(2),
      bars.isLong(2),
      bars.isBlack(1),
      bars.isAtMostShort(1),
      bars.open(0).above(bars.open(1)),
      isBetween(bars.close(0), bars.close(2), bars.close(1)),
    ),
});
