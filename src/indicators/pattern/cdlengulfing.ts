import { candlePattern } from './candle-pattern';
import { all, eitherWhere } from './candle-series';
import type { RecentBars } from './recent-bars';

/**
 * Engulfing Pattern: a body that covers the body before it, of the other colour, and is longer at one end
 * at least.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (bullish) or -100 (bearish) where it ends, 80 or -80 when the bodies share an end, 0
 *              elsewhere; rows `0 .. 1` are NaN (warm-up)
 *
 * TA-Lib's lookback is one bar longer than the pattern, and so is this one.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLENGULFING`, default candle settings (tests/golden/talib/cdlengulfing.json)
 */
export const cdlengulfing = candlePattern({
  name: 'cdlengulfing',
  title: 'Engulfing Pattern',
  summary: 'A body that engulfs a body of the other colour before it.',
  bars: 2,
  averages: {},
  leastPeriod: 1,
  find(bars) {
    const covers = bars.isWhite(0) ? coversUp(bars) : coversDown(bars);
    const sharesAnEnd = bars.open(0) === bars.close(1) || bars.close(0) === bars.open(1);
    return covers ? bars.color(0) * (sharesAnEnd ? 80 : 100) : 0;
  },
  /** The engulfing bar's colour follows from the order of the prices. */
  series(bars) {
    const meets = bars.open(0).equals(bars.close(1));
    const reaches = bars.close(0).equals(bars.open(1));
    const isSame = meets.and(reaches);
    return eitherWhere(
      all(bars.isBlack(1), bars.close(0).atLeast(bars.open(1)), bars.open(0).atMost(bars.close(1))).andNot(
        isSame,
      ),
      all(bars.isWhite(1), bars.open(0).atLeast(bars.close(1)), bars.close(0).atMost(bars.open(1))).andNot(
        isSame,
      ),
      meets.or(reaches).pick(80, 100),
    );
  },
});

const coversUp = (bars: RecentBars): boolean =>
  bars.isBlack(1) &&
  ((bars.close(0) >= bars.open(1) && bars.open(0) < bars.close(1)) ||
    (bars.close(0) > bars.open(1) && bars.open(0) <= bars.close(1)));

const coversDown = (bars: RecentBars): boolean =>
  bars.isWhite(1) &&
  ((bars.open(0) >= bars.close(1) && bars.close(0) < bars.open(1)) ||
    (bars.open(0) > bars.close(1) && bars.close(0) <= bars.open(1)));
