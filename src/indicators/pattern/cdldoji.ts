import { bullish, candlePattern } from './candle-pattern';

/**
 * Doji: a bar whose body is hardly any: buyers and sellers are even.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 at such a bar (neither bullish nor bearish), 0 elsewhere; rows `0 .. 9` are NaN
 *              (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLDOJI`, default candle settings (tests/golden/talib/cdldoji.json)
 */
export const cdldoji = candlePattern({
  name: 'cdldoji',
  title: 'Doji',
  summary: 'A bar that closes where it opened.',
  bars: 1,
  averages: { bodyDoji: [0] },
  find: (bars) => bullish(bars.isDoji(0)),
  series: (bars) => bars.dojis(),
});
