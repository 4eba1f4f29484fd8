import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere } from './candle-series';
import type { RecentBars } from './recent-bars';

/**
 * Three Inside Up/Down: a long bar, a short one inside its body, and a bar of the other colour that
 * closes beyond the open of the first: a harami that is confirmed.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (bullish) or -100 (bearish) where it ends, 0 elsewhere; rows `0 .. 11` are NaN
 *              (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDL3INSIDE`, default candle settings (tests/golden/talib/cdl3inside.json)
 */
export const cdl3inside = candlePattern({
  name: 'cdl3inside',
  title: 'Three Inside Up/Down',
  summary: 'A harami that the next bar confirms.',
  bars: 3,
  averages: { bodyLong: [2], bodyShort: [1] },
  find: (bars) =>
    sided(-bars.color(2), bars.isLong(2) && bars.isAtMostShort(1) && bars.isInsideBody(1) && reverses(bars)),
  series(bars) {
    const shaped = all(bars.isLong(2), bars.isAtMostShort(1), bars.isInsideBody(1));
    return eitherWhere(
      all(shaped, bars.isBlack(2), bars.isWhite(0), bars.close(0).above(bars.open(2))),
      all(shaped, bars.isWhite(2), bars.isBlack(0), bars.close(0).below(bars.open(2))),
    );
  },
});

/** The newest bar turns against the first and closes beyond its open. */
const reverses = (bars: RecentBars): boolean =>
  bars.isWhite(2)
    ? bars.isBlack(0) && bars.close(0) < bars.open(2)
    : bars.isWhite(0) && bars.close(0) > bars.open(2);
