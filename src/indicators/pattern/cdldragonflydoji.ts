import { bullish, candlePattern } from './candle-pattern';
import { bullishWhere } from './candle-series';

/**
 * Dragonfly Doji: a doji with hardly any upper shadow and a lower one.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 at such a bar (its meaning hangs on the trend), 0 elsewhere; rows `0 .. 9` are NaN
 *              (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLDRAGONFLYDOJI`, default candle settings (tests/golden/talib/cdldragonflydoji.json)
 */
export const cdldragonflydoji = candlePattern({
  name: 'cdldragonflydoji',
  title: 'Dragonfly Doji',
  summary: 'A doji with a lower shadow only.',
  bars: 1,
  averages: { bodyDoji: [0], shadowVeryShort: [0] },
  find: (bars) =>
    bullish(
      bars.isDoji(0) && bars.hasVeryShortUpperShadow(0) && bars.lowerShadow(0) > bars.veryShortShadow(0),
    ),
  series: (bars) =>
    bullishWhere(
      bars.isDoji(0),
      bars.hasVeryShortUpperShadow(0),
      bars.lowerShadow(0).above(bars.veryShortShadow(0)),
    ),
});
