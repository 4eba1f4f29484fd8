import { bearish, candlePattern } from './candle-pattern';
import { bearishWhere, isBetween } from './candle-series';
import type { RecentBars } from './recent-bars';

/**
 * Three Black Crows: three black bars with hardly any lower shadow after a white one, each opening inside
 * the body before it and closing lower, the first below the high of the white bar.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     -100 where it ends (bearish), 0 elsewhere; rows `0 .. 12` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDL3BLACKCROWS`, default candle settings (tests/golden/talib/cdl3blackcrows.json)
 */
export const cdl3blackcrows = candlePattern({
  name: 'cdl3blackcrows',
  title: 'Three Black Crows',
  summary: 'Three falling black bars that close near their lows, after a white one.',
  bars: 4,
  averages: { shadowVeryShort: [2, 1, 0] },
  find: (bars) =>
    bearish(
      bars.isWhite(3) &&
        isCrow(bars, 2) &&
        isCrow(bars, 1) &&
        isCrow(bars, 0) &&
        opensInside(bars, 1) &&
        opensInside(bars, 0) &&
        bars.high(3) > bars.close(2) &&
        bars.close(2) > bars.close(1) &&
        bars.close(1) > bars.close(0),
    ),
  /** That the three are black follows from the order of their prices. */
  series: (bars) =>
    bearishWhere(
      bars.isWhite(3),
      bars.hasVeryShortLowerShadow(2),
      bars.hasVeryShortLowerShadow(1),
      bars.hasVeryShortLowerShadow(0),
      isBetween(bars.open(1), bars.close(2), bars.open(2)),
      isBetween(bars.open(0), bars.close(1), bars.open(1)),
      bars.high(3).above(bars.close(2)),
      bars.close(2).above(bars.close(1)),
      bars.close(1).above(bars.close(0)),
    ),
});

/** Black, closing near its low. */
const isCrow = (bars: RecentBars, ago: number): boolean =>
  bars.isBlack(ago) && bars.hasVeryShortLowerShadow(ago);

/** Opens inside the black body before it. */
const opensInside = (bars: RecentBars, ago: number): boolean =>
  bars.open(ago) < bars.open(ago + 1) && bars.open(ago) > bars.close(ago + 1);
