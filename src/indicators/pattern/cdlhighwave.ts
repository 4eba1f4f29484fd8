import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere } from './candle-series';

/**
 * High-Wave Candle: a short body with very long shadows on both sides.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (white) or -100 (black) at such a bar, 0 elsewhere; rows `0 .. 9` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLHIGHWAVE`, default candle settings (tests/golden/talib/cdlhighwave.json)
 */
export const cdlhighwave = candlePattern({
  name: 'cdlhighwave',
  title: 'High-Wave Candle',
  summary: 'A short body between very long shadows.',
  bars: 1,
  averages: { bodyShort: [0], shadowVeryLong: [0] },
  find: (bars) =>
    sided(bars.color(0), bars.isShort(0) && bars.hasVeryLongUpperShadow(0) && bars.hasVeryLongLowerShadow(0)),
  series(bars) {
    const shaped = all(bars.isShort(0), bars.hasVeryLongUpperShadow(0), bars.hasVeryLongLowerShadow(0));
    return eitherWhere(all(shaped, bars.isWhite(0)), all(shaped, bars.isBlack(0)));
  },
});
