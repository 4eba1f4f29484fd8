import { bullish, candlePattern } from './candle-pattern';
import { bullishWhere } from './candle-series';

/**
 * Takuri: a doji with hardly any upper shadow and a very long lower one.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 at such a bar (bullish after a fall), 0 elsewhere; rows `0 .. 9` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLTAKURI`, default candle settings (tests/golden/talib/cdltakuri.json)
 */
export const cdltakuri = candlePattern({
  name: 'cdltakuri',
  title: 'Takuri',
  summary: 'A dragonfly doji with a very long lower shadow.',
  bars: 1,
  averages: { bodyDoji: [0], shadowVeryShort: [0], shadowVeryLong: [0] },
  find: (bars) =>
    bullish(bars.isDoji(0) && bars.hasVeryShortUpperShadow(0) && bars.hasVeryLongLowerShadow(0)),
  series: (bars) =>
    bullishWhere(bars.isDoji(0), bars.hasVeryShortUpperShadow(0), bars.hasVeryLongLowerShadow(0)),
});
