import { bearish, candlePattern, isWithin } from './candle-pattern';
import { bearishWhere, isAround } from './candle-series';

/**
 * On-Neck Pattern: a long black bar, and a white one that opens below its low and closes at that low: the
 * rally is weak.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     -100 where it ends (bearish), 0 elsewhere; rows `0 .. 10` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLONNECK`, default candle settings (tests/golden/talib/cdlonneck.json)
 */
export const cdlonneck = candlePattern({
  name: 'cdlonneck',
  title: 'On-Neck Pattern',
  summary: 'A white bar below a long black one that closes at its low.',
  bars: 2,
  averages: { equal: [1], bodyLong: [1] },
  find: (bars) =>
    bearish(
      bars.isBlack(1) &&
        bars.isLong(1) &&
        bars.isWhite(0) &&
        bars.open(0) < bars.low(1) &&
        isWithin(bars.close(0), bars.low(1), bars.equal(1)),
    ),
  series: (bars) =>
    bearishWhere(
      bars.isBlack(1),
      bars.isLong(1),
      bars.isWhite(0),
      bars.open(0).below(bars.low(1)),
      isAround(bars.close(0), bars.low(1), bars.equal(1)),
    ),
});
