import { bullish, candlePattern } from './candle-pattern';
import { bullishWhere } from './candle-series';

/**
 * Three Stars In The South: a long black bar with a long lower shadow, a smaller black one that opens
 * above its close and holds its low, and a short black one with hardly any shadow inside the second: the
 * fall runs dry.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 where it ends (bullish), 0 elsewhere; rows `0 .. 11` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDL3STARSINSOUTH`, default candle settings (tests/golden/talib/cdl3starsinsouth.json)
 */
export const cdl3starsinsouth = candlePattern({
  name: 'cdl3starsinsouth',
  title: 'Three Stars In The South',
  summary: 'Three black bars that grow smaller and hold their lows.',
  bars: 3,
  averages: { bodyLong: [2], shadowLong: [2], shadowVeryShort: [1, 0], bodyShort: [0] },
  find: (bars) =>
    bullish(
      bars.isBlack(2) &&
        bars.isLong(2) &&
        bars.hasLongLowerShadow(2) &&
        bars.isBlack(1) &&
        bars.body(1) < bars.body(2) &&
        bars.open(1) > bars.close(2) &&
        bars.open(1) <= bars.high(2) &&
        bars.low(1) < bars.close(2) &&
        bars.low(1) >= bars.low(2) &&
        bars.lowerShadow(1) > bars.veryShortShadow(1) &&
        bars.isBlack(0) &&
        bars.isShort(0) &&
        bars.hasVeryShortUpperShadow(0) &&
        bars.hasVeryShortLowerShadow(0) &&
        bars.low(0) > bars.low(1) &&
        bars.high(0) < bars.high(1),
    ),
  series: (bars) =>
    bullishWhere(
      bars.isBlack(2),
      bars.isLong(2),
      bars.hasLongLowerShadow(2),
      bars.isBlack(1),
      bars.body(1).below(bars.body(2)),
      bars.open(1).above(bars.close(2)),
      bars.open(1).atMost(bars.high(2)),
      bars.low(1).below(bars.close(2)),
      bars.low(1).atLeast(bars.low(2)),
      bars.lowerShadow(1).above(bars.veryShortShadow(1)),
      bars.isBlack(0),
      bars.isShort(0),
      bars.hasVeryShortShadows(0),
      bars.low(0).above(bars.low(1)),
      bars.high(0).below(bars.high(1)),
    ),
});
