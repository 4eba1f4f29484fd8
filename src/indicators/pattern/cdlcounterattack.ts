import { candlePattern, isWithin, sided } from './candle-pattern';
import { all, eitherWhere, isAround } from './candle-series';

/**
 * Counterattack: two long bars of opposite colour that close at the same price: the second takes back its
 * own gap.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (bullish) or -100 (bearish) where it ends, 0 elsewhere; rows `0 .. 10` are NaN
 *              (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLCOUNTERATTACK`, default candle settings (tests/golden/talib/cdlcounterattack.json)
 */
export const cdlcounterattack = candlePattern({
  name: 'cdlcounterattack',
  title: 'Counterattack',
  summary: 'Two long bars of opposite colour with the same close.',
  bars: 2,
  averages: { equal: [1], bodyLong: [1, 0] },
  find: (bars) =>
    sided(
      bars.color(0),
      bars.color(1) === -bars.color(0) &&
        bars.isLong(1) &&
        bars.isLong(0) &&
        isWithin(bars.close(0), bars.close(1), bars.equal(1)),
    ),
  series(bars) {
    const shaped = all(bars.isLong(1), bars.isLong(0), isAround(bars.close(0), bars.close(1), bars.equal(1)));
    return eitherWhere(
      all(shaped, bars.isBlack(1), bars.isWhite(0)),
      all(shaped, bars.isWhite(1), bars.isBlack(0)),
    );
  },
});
