import { bearish, candlePattern, isWithin } from './candle-pattern';
import { bearishWhere, isAround } from './candle-series';
import type { RecentBars } from './recent-bars';

/**
 * Identical Three Crows: three black bars with hardly any lower shadow and falling closes, each opening
 * at the close before it.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     -100 where it ends (bearish), 0 elsewhere; rows `0 .. 11` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLIDENTICAL3CROWS`, default candle settings (tests/golden/talib/cdlidentical3crows.json)
 */
export const cdlidentical3crows = candlePattern({
  name: 'cdlidentical3crows',
  title: 'Identical Three Crows',
  summary: 'Three falling black bars, each opening where the last closed.',
  bars: 3,
  averages: { shadowVeryShort: [2, 1, 0], equal: [2, 1] },
  find: (bars) =>
    bearish(
      isCrow(bars, 2) &&
        isCrow(bars, 1) &&
        isCrow(bars, 0) &&
        bars.close(2) > bars.close(1) &&
        bars.close(1) > bars.close(0) &&
        isWithin(bars.open(1), bars.close(2), bars.equal(2)) &&
        isWithin(bars.open(0), bars.close(1), bars.equal(1)),
    ),
  series: (bars) =>
    bearishWhere(
      bars.isCrow(2),
      bars.isCrow(1),
      bars.isCrow(0),
      bars.close(2).above(bars.close(1)),
      bars.close(1).above(bars.close(0)),
      isAround(bars.open(1), bars.close(2), bars.equal(2)),
      isAround(bars.open(0), bars.close(1), bars.equal(1)),
    ),
});

/** Black, closing near its low. */
const isCrow = (bars: RecentBars, ago: number): boolean =>
  bars.isBlack(ago) && bars.hasVeryShortLowerShadow(ago);
