import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere } from './candle-series';

/**
 * Modified Hikkake Pattern: two inside bars, one within the other, and a bar that breaks out of the
 * second: downwards it is bullish when the first inside bar closed near its low, upwards bearish when it
 * closed near its high. A close beyond the other end of the second inside bar within three bars confirms
 * it.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (bullish) or -100 (bearish) at the break, 200 or -200 at its confirmation, 0
 *              elsewhere; rows `0 .. 9` are NaN (warm-up)
 *
 * A new break replaces one that is not yet confirmed. Breaks in the last three bars of the warm-up can be
 * confirmed.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLHIKKAKEMOD`, default candle settings (tests/golden/talib/cdlhikkakemod.json)
 */
export const cdlhikkakemod = candlePattern({
  name: 'cdlhikkakemod',
  title: 'Modified Hikkake Pattern',
  summary: 'A false break of two nested inside bars, and its confirmation.',
  bars: 3,
  averages: { near: [2] },
  leastPeriod: 1,
  confirmedWithin: 3,
  find(bars) {
    const areNested =
      bars.high(2) < bars.high(3) &&
      bars.low(2) > bars.low(3) &&
      bars.high(1) < bars.high(2) &&
      bars.low(1) > bars.low(2);
    const breaksDown = bars.high(0) < bars.high(1) && bars.low(0) < bars.low(1);
    const breaksUp = bars.high(0) > bars.high(1) && bars.low(0) > bars.low(1);
    const isFalse =
      (breaksDown && bars.close(2) <= bars.low(2) + bars.near(2)) ||
      (breaksUp && bars.close(2) >= bars.high(2) - bars.near(2));
    return sided(breaksDown ? 1 : -1, areNested && isFalse);
  },
  series(bars) {
    const shaped = bars.isInside(2).and(bars.isInside(1));
    return eitherWhere(
      all(
        shaped,
        bars.high(0).below(bars.high(1)),
        bars.low(0).below(bars.low(1)),
        bars.close(2).atMost(bars.low(2).plus(bars.near(2))),
      ),
      all(
        shaped,
        bars.high(0).above(bars.high(1)),
        bars.low(0).above(bars.low(1)),
        bars.close(2).atLeast(bars.high(2).minus(bars.near(2))),
      ),
    );
  },
});
