import { bearish, candlePattern } from './candle-pattern';
import { bearishWhere } from './candle-series';

/**
 * Stalled Pattern: two long white bars with rising closes, the second with hardly any upper shadow and
 * opening within or near the first body, and a short white one near the end of the second: the rise
 * stalls.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     -100 where it ends (bearish), 0 elsewhere; rows `0 .. 11` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLSTALLEDPATTERN`, default candle settings (tests/golden/talib/cdlstalledpattern.json)
 */
export const cdlstalledpattern = candlePattern({
  name: 'cdlstalledpattern',
  title: 'Stalled Pattern',
  summary: 'Two long white bars, and a short one that gets no further.',
  bars: 3,
  averages: { bodyLong: [2, 1], bodyShort: [0], shadowVeryShort: [1], near: [2, 1] },
  find: (bars) =>
    bearish(
      bars.isWhite(2) &&
        bars.isWhite(1) &&
        bars.isWhite(0) &&
        bars.close(0) > bars.close(1) &&
        bars.close(1) > bars.close(2) &&
        bars.isLong(2) &&
        bars.isLong(1) &&
        bars.hasVeryShortUpperShadow(1) &&
        bars.open(1) > bars.open(2) &&
        bars.open(1) <= bars.close(2) + bars.near(2) &&
        bars.isShort(0) &&
        bars.open(0) >= bars.close(1) - bars.body(0) - bars.near(1),
    ),
  series: (bars) =>
    bearishWhere(
      bars.areWhite(2, 1, 0),
      bars.close(0).above(bars.close(1)),
      bars.close(1).above(bars.close(2)),
      bars.isLong(2),
      bars.isLong(1),
      bars.hasVeryShortUpperShadow(1),
      bars.open(1).above(bars.open(2)),
      bars.open(1).atMost(bars.close(2).plus(bars.near(2))),
      bars.isShort(0),
      bars.open(0).atLeast(bars.close(1).minus(bars.body(0)).minus(bars.near(1))),
    ),
});
