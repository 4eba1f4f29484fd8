import { bullish, candlePattern } from './candle-pattern';
import { bullishWhere } from './candle-series';

/**
 * Long Legged Doji: a doji with a long shadow on one side at least.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 at such a bar (neither bullish nor bearish), 0 elsewhere; rows `0 .. 9` are NaN
 *              (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLLONGLEGGEDDOJI`, default candle settings (tests/golden/talib/cdllongleggeddoji.json)
 */
export const cdllongleggeddoji = candlePattern({
  name: 'cdllongleggeddoji',
  title: 'Long Legged Doji',
  summary: 'A doji with a long shadow.',
  bars: 1,
  averages: { bodyDoji: [0], shadowLong: [0] },
  find: (bars) => bullish(bars.isDoji(0) && (bars.hasLongLowerShadow(0) || bars.hasLongUpperShadow(0))),
  series: (bars) => bullishWhere(bars.isDoji(0), bars.hasLongLowerShadow(0).or(bars.hasLongUpperShadow(0))),
});
