import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere } from './candle-series';

/**
 * Hikkake Pattern: an inside bar, and a bar that breaks out of it: with lower high and low it is bullish,
 * for the break is taken to be false, with higher ones bearish. A close beyond the other end of the
 * inside bar within three bars confirms it.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (bullish) or -100 (bearish) at the break, 200 or -200 at its confirmation, 0
 *              elsewhere; rows `0 .. 4` are NaN (warm-up)
 *
 * A new break replaces one that is not yet confirmed. Breaks in the last three bars of the warm-up can be
 * confirmed.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLHIKKAKE`, default candle settings (tests/golden/talib/cdlhikkake.json)
 */
export const cdlhikkake = candlePattern({
  name: 'cdlhikkake',
  title: 'Hikkake Pattern',
  summary: 'A false break of an inside bar, and its confirmation.',
  bars: 3,
  averages: {},
  confirmedWithin: 3,
  find(bars) {
    const isInsideBar = bars.high(1) < bars.high(2) && bars.low(1) > bars.low(2);
    const breaksDown = bars.high(0) < bars.high(1) && bars.low(0) < bars.low(1);
    const breaksUp = bars.high(0) > bars.high(1) && bars.low(0) > bars.low(1);
    return sided(breaksDown ? 1 : -1, isInsideBar && (breaksDown || breaksUp));
  },
  series(bars) {
    const shaped = bars.isInside(1);
    return eitherWhere(
      all(shaped, bars.high(0).below(bars.high(1)), bars.low(0).below(bars.low(1))),
      all(shaped, bars.high(0).above(bars.high(1)), bars.low(0).above(bars.low(1))),
    );
  },
});
