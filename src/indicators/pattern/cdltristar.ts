import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere } from './candle-series';

/**
 * Tristar Pattern: three doji in a row, the body of the second gapping away from the first and the third
 * stepping back.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (bullish) or -100 (bearish) where it ends, 0 elsewhere; rows `0 .. 11` are NaN
 *              (warm-up)
 *
 * All three are held against the limit at the first, as in TA-Lib.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLTRISTAR`, default candle settings (tests/golden/talib/cdltristar.json)
 */
export const cdltristar = candlePattern({
  name: 'cdltristar',
  title: 'Tristar Pattern',
  summary: 'Three doji, the middle one gapping away.',
  bars: 3,
  averages: { bodyDoji: [2] },
  find(bars) {
    const limit = bars.dojiBody(2);
    if (bars.body(2) > limit || bars.body(1) > limit || bars.body(0) > limit) return 0;
    const turnsDown = bars.bodyGapsUp(1) && bars.top(0) < bars.top(1);
    const turnsUp = bars.bodyGapsDown(1) && bars.bottom(0) > bars.bottom(1);
    return sided(turnsUp ? 1 : -1, turnsUp || turnsDown);
  },
  series(bars) {
    const limit = bars.dojiBody(2);
    const areDoji = all(...[2, 1, 0].map((ago) => bars.body(ago).atMost(limit)));
    return eitherWhere(
      all(areDoji, bars.bodyGapsDown(1), bars.bottom(0).above(bars.bottom(1))),
      all(areDoji, bars.bodyGapsUp(1), bars.top(0).below(bars.top(1))),
    );
  },
});
