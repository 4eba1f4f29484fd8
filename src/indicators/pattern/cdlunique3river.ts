import { bullish, candlePattern } from './candle-pattern';
import { bullishWhere } from './candle-series';

/**
 * Unique 3 River: a long black bar, a black one that closes higher inside it but makes a new low, and a
 * short white one that opens above that low.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 where it ends (bullish), 0 elsewhere; rows `0 .. 11` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLUNIQUE3RIVER`, default candle settings (tests/golden/talib/cdlunique3river.json)
 */
export const cdlunique3river = candlePattern({
  name: 'cdlunique3river',
  title: 'Unique 3 River',
  summary: 'A long black bar, a black one with a new low, and a short white one.',
  bars: 3,
  averages: { bodyLong: [2], bodyShort: [0] },
  find: (bars) =>
    bullish(
      bars.isBlack(2) &&
        bars.isLong(2) &&
        bars.isBlack(1) &&
        bars.close(1) > bars.close(2) &&
        bars.open(1) <= bars.open(2) &&
        bars.low(1) < bars.low(2) &&
        bars.isWhite(0) &&
        bars.isShort(0) &&
        bars.open(0) > bars.low(1),
    ),
  series: (bars) =>
    bullishWhere(
      bars.isBlack(2),
      bars.isLong(2),
      bars.isBlack(1),
      bars.close(1).above(bars.close(2)),
      bars.open(1).atMost(bars.open(2)),
      bars.low(1).below(bars.low(2)),
      bars.isWhite(0),
      bars.isShort(0),
      bars.open(0).above(bars.low(1)),
    ),
});
