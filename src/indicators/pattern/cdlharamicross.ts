import { candlePattern } from './candle-pattern';
import { all, eitherWhere } from './candle-series';

/**
 * Harami Cross Pattern: a long bar, and a doji inside its body: the move loses its strength.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (bullish, after a black bar) or -100 (bearish, after a white one) where it ends, 80 or
 *              -80 when the bodies share an end, 0 elsewhere; rows `0 .. 10` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLHARAMICROSS`, default candle settings (tests/golden/talib/cdlharamicross.json)
 */
export const cdlharamicross = candlePattern({
  name: 'cdlharamicross',
  title: 'Harami Cross Pattern',
  summary: 'A doji inside a long body.',
  bars: 2,
  averages: { bodyLong: [1], bodyDoji: [0] },
  find(bars) {
    if (!bars.isLong(1) || !bars.isDoji(0)) return 0;
    if (bars.isInsideBody(0)) return bars.color(1) * -100;
    const fits = bars.top(0) <= bars.top(1) && bars.bottom(0) >= bars.bottom(1);
    return fits ? bars.color(1) * -80 : 0;
  },
  series(bars) {
    const shaped = all(bars.isLong(1), bars.isDoji(0), bars.fitsBody(0));
    return eitherWhere(
      all(shaped, bars.isBlack(1)),
      all(shaped, bars.isWhite(1)),
      bars.isInsideBody(0).pick(100, 80),
    );
  },
});
