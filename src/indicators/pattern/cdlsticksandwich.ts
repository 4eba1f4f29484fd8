import { bullish, candlePattern, isWithin } from './candle-pattern';
import { bullishWhere, isAround } from './candle-series';

/**
 * Stick Sandwich: a black bar, a white one wholly above its close, and a black one that closes at that
 * close again: a floor.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 where it ends (bullish), 0 elsewhere; rows `0 .. 6` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLSTICKSANDWICH`, default candle settings (tests/golden/talib/cdlsticksandwich.json)
 */
export const cdlsticksandwich = candlePattern({
  name: 'cdlsticksandwich',
  title: 'Stick Sandwich',
  summary: 'A white bar between two black ones with the same close.',
  bars: 3,
  averages: { equal: [2] },
  find: (bars) =>
    bullish(
      bars.isBlack(2) &&
        bars.isWhite(1) &&
        bars.low(1) > bars.close(2) &&
        bars.isBlack(0) &&
        isWithin(bars.close(0), bars.close(2), bars.equal(2)),
    ),
  series: (bars) =>
    bullishWhere(
      bars.isBlack(2),
      bars.isWhite(1),
      bars.low(1).above(bars.close(2)),
      bars.isBlack(0),
      isAround(bars.close(0), bars.close(2), bars.equal(2)),
    ),
});
