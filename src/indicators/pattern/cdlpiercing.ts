import { bullish, candlePattern } from './candle-pattern';
import { bullishWhere } from './candle-series';

/**
 * Piercing Pattern: a long black bar, and a long white one that opens below its low and closes inside its
 * body, above the middle.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 where it ends (bullish), 0 elsewhere; rows `0 .. 10` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLPIERCING`, default candle settings (tests/golden/talib/cdlpiercing.json)
 */
export const cdlpiercing = candlePattern({
  name: 'cdlpiercing',
  title: 'Piercing Pattern',
  summary: 'A long white bar that opens below a long black one and closes above its middle.',
  bars: 2,
  averages: { bodyLong: [1, 0] },
  find: (bars) =>
    bullish(
      bars.isBlack(1) &&
        bars.isLong(1) &&
        bars.isWhite(0) &&
        bars.isLong(0) &&
        bars.open(0) < bars.low(1) &&
        bars.close(0) < bars.open(1) &&
        bars.close(0) > bars.close(1) + bars.body(1) * 0.5,
    ),
  series: (bars) =>
    bullishWhere(
      bars.isBlack(1),
      bars.isLong(1),
      bars.isWhite(0),
      bars.isLong(0),
      bars.open(0).below(bars.low(1)),
      bars.close(0).below(bars.open(1)),
      bars.close(0).above(bars.close(1).plus(bars.body(1).times(0.5))),
    ),
});
