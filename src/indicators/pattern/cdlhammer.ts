import { bullish, candlePattern } from './candle-pattern';
import { bullishWhere } from './candle-series';

/**
 * Hammer: a short body with a long lower shadow and hardly any upper one, at or below about the low of
 * the bar before.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 where it ends (bullish), 0 elsewhere; rows `0 .. 10` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLHAMMER`, default candle settings (tests/golden/talib/cdlhammer.json)
 */
export const cdlhammer = candlePattern({
  name: 'cdlhammer',
  title: 'Hammer',
  summary: 'A short body on a long lower shadow, near the low before it.',
  bars: 2,
  averages: { bodyShort: [0], shadowLong: [0], shadowVeryShort: [0], near: [1] },
  find: (bars) =>
    bullish(
      bars.isShort(0) &&
        bars.hasLongLowerShadow(0) &&
        bars.hasVeryShortUpperShadow(0) &&
        bars.bottom(0) <= bars.low(1) + bars.near(1),
    ),
  series: (bars) =>
    bullishWhere(
      bars.isShort(0),
      bars.hasLongLowerShadow(0),
      bars.hasVeryShortUpperShadow(0),
      bars.bottom(0).atMost(bars.low(1).plus(bars.near(1))),
    ),
});
