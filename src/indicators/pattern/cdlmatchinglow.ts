import { bullish, candlePattern, isWithin } from './candle-pattern';
import { bullishWhere, isAround } from './candle-series';

/**
 * Matching Low: two black bars that close at the same price: a floor.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 where it ends (bullish), 0 elsewhere; rows `0 .. 5` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLMATCHINGLOW`, default candle settings (tests/golden/talib/cdlmatchinglow.json)
 */
export const cdlmatchinglow = candlePattern({
  name: 'cdlmatchinglow',
  title: 'Matching Low',
  summary: 'Two black bars with the same close.',
  bars: 2,
  averages: { equal: [1] },
  find: (bars) =>
    bullish(bars.isBlack(1) && bars.isBlack(0) && isWithin(bars.close(0), bars.close(1), bars.equal(1))),
  series: (bars) => bullishWhere(bars.areBlack(1, 0), isAround(bars.close(0), bars.close(1), bars.equal(1))),
});
