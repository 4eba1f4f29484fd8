import { bearish, candlePattern } from './candle-pattern';
import { bearishWhere, isBetween } from './candle-series';

/**
 * Two Crows: a long white bar, a black one whose body gaps above it, and a black one that opens inside
 * that body and closes inside the first: the rise has met sellers.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     -100 where it ends (bearish), 0 elsewhere; rows `0 .. 11` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDL2CROWS`, default candle settings (tests/golden/talib/cdl2crows.json)
 */
export const cdl2crows = candlePattern({
  name: 'cdl2crows',
  title: 'Two Crows',
  summary: 'Two black bars after a long white one: a gap up that is given back.',
  bars: 3,
  averages: { bodyLong: [2] },
  find: (bars) =>
    bearish(
      bars.isWhite(2) &&
        bars.isLong(2) &&
        bars.isBlack(1) &&
        bars.bodyGapsUp(1) &&
        bars.isBlack(0) &&
        bars.open(0) < bars.open(1) &&
        bars.open(0) > bars.close(1) &&
        bars.close(0) > bars.open(2) &&
        bars.close(0) < bars.close(2),
    ),
  /** The colours follow from the order of the prices. */
  series: (bars) =>
    bearishWhere(
      bars.isLong(2),
      bars.close(1).above(bars.close(2)),
      isBetween(bars.open(0), bars.close(1), bars.open(1)),
      isBetween(bars.close(0), bars.open(2), bars.close(2)),
    ),
});
