import { bearish, candlePattern } from './candle-pattern';
import { bearishWhere } from './candle-series';

/**
 * Hanging Man: a short body with a long lower shadow and hardly any upper one, at or above about the high
 * of the bar before.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     -100 where it ends (bearish), 0 elsewhere; rows `0 .. 10` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLHANGINGMAN`, default candle settings (tests/golden/talib/cdlhangingman.json)
 */
export const cdlhangingman = candlePattern({
  name: 'cdlhangingman',
  title: 'Hanging Man',
  summary: 'A short body on a long lower shadow, near the high before it.',
  bars: 2,
  averages: { bodyShort: [0], shadowLong: [0], shadowVeryShort: [0], near: [1] },
  find: (bars) =>
    bearish(
      bars.isShort(0) &&
        bars.hasLongLowerShadow(0) &&
        bars.hasVeryShortUpperShadow(0) &&
        bars.bottom(0) >= bars.high(1) - bars.near(1),
    ),
  series: (bars) =>
    bearishWhere(
      bars.isShort(0),
      bars.hasLongLowerShadow(0),
      bars.hasVeryShortUpperShadow(0),
      bars.bottom(0).atLeast(bars.high(1).minus(bars.near(1))),
    ),
});
