import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere } from './candle-series';
import type { RecentBars } from './recent-bars';

/**
 * Three Outside Up/Down: a bar whose body engulfs a body of the other colour, and a close further in its
 * direction: an engulfing that is confirmed.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (bullish) or -100 (bearish) where it ends, 0 elsewhere; rows `0 .. 2` are NaN
 *              (warm-up)
 *
 * TA-Lib's lookback is one bar longer than the pattern, and so is this one.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDL3OUTSIDE`, default candle settings (tests/golden/talib/cdl3outside.json)
 */
export const cdl3outside = candlePattern({
  name: 'cdl3outside',
  title: 'Three Outside Up/Down',
  summary: 'An engulfing bar that the next close confirms.',
  bars: 3,
  averages: {},
  leastPeriod: 1,
  find: (bars) => sided(bars.color(1), bars.isWhite(1) ? risesOn(bars) : fallsOn(bars)),
  /** The engulfing bar's colour follows from the order of the prices. */
  series: (bars) =>
    eitherWhere(
      all(
        bars.isBlack(2),
        bars.close(1).above(bars.open(2)),
        bars.open(1).below(bars.close(2)),
        bars.close(0).above(bars.close(1)),
      ),
      all(
        bars.isWhite(2),
        bars.open(1).above(bars.close(2)),
        bars.close(1).below(bars.open(2)),
        bars.close(0).below(bars.close(1)),
      ),
    ),
});

const risesOn = (bars: RecentBars): boolean =>
  bars.isBlack(2) &&
  bars.close(1) > bars.open(2) &&
  bars.open(1) < bars.close(2) &&
  bars.close(0) > bars.close(1);

const fallsOn = (bars: RecentBars): boolean =>
  bars.isWhite(2) &&
  bars.open(1) > bars.close(2) &&
  bars.close(1) < bars.open(2) &&
  bars.close(0) < bars.close(1);
