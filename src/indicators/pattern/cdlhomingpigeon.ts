import { bullish, candlePattern } from './candle-pattern';
import { bullishWhere } from './candle-series';

/**
 * Homing Pigeon: a long black bar, and a short black body inside its body: the fall slows down.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 where it ends (bullish), 0 elsewhere; rows `0 .. 10` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLHOMINGPIGEON`, default candle settings (tests/golden/talib/cdlhomingpigeon.json)
 */
export const cdlhomingpigeon = candlePattern({
  name: 'cdlhomingpigeon',
  title: 'Homing Pigeon',
  summary: 'A short black body inside a long black one.',
  bars: 2,
  averages: { bodyLong: [1], bodyShort: [0] },
  find: (bars) =>
    bullish(
      bars.isBlack(1) &&
        bars.isLong(1) &&
        bars.isBlack(0) &&
        bars.isAtMostShort(0) &&
        bars.open(0) < bars.open(1) &&
        bars.close(0) > bars.close(1),
    ),
  series: (bars) =>
    bullishWhere(
      bars.isBlack(1),
      bars.isLong(1),
      bars.isBlack(0),
      bars.isAtMostShort(0),
      bars.open(0).below(bars.open(1)),
      bars.close(0).above(bars.close(1)),
    ),
});
