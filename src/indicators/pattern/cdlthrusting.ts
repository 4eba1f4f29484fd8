import { bearish, candlePattern } from './candle-pattern';
import { bearishWhere } from './candle-series';

/**
 * Thrusting Pattern: a long black bar, and a white one that opens below its low and closes inside its
 * body, up to the middle: too weak to pierce it.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     -100 where it ends (bearish), 0 elsewhere; rows `0 .. 10` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLTHRUSTING`, default candle settings (tests/golden/talib/cdlthrusting.json)
 */
export const cdlthrusting = candlePattern({
  name: 'cdlthrusting',
  title: 'Thrusting Pattern',
  summary: 'A white bar below a long black one that closes inside it, below the middle.',
  bars: 2,
  averages: { equal: [1], bodyLong: [1] },
  find: (bars) =>
    bearish(
      bars.isBlack(1) &&
        bars.isLong(1) &&
        bars.isWhite(0) &&
        bars.open(0) < bars.low(1) &&
        bars.close(0) > bars.close(1) + bars.equal(1) &&
        bars.close(0) <= bars.close(1) + bars.body(1) * 0.5,
    ),
  series: (bars) =>
    bearishWhere(
      bars.isBlack(1),
      bars.isLong(1),
      bars.isWhite(0),
      bars.open(0).below(bars.low(1)),
      bars.close(0).above(bars.close(1).plus(bars.equal(1))),
      bars.close(0).atMost(bars.close(1).plus(bars.body(1).times(0.5))),
    ),
});
