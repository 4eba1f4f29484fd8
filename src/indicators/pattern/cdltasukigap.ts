import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere, isBetween } from './candle-series';
import type { RecentBars } from './recent-bars';

/**
 * Tasuki Gap: a body that gaps away from the one before it in the direction of its colour, and a bar of
 * the other colour and near its size that opens within it and closes inside the gap: the move goes on.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (gap up) or -100 (gap down) where it ends, 0 elsewhere; rows `0 .. 6` are NaN
 *              (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLTASUKIGAP`, default candle settings (tests/golden/talib/cdltasukigap.json)
 */
export const cdltasukigap = candlePattern({
  name: 'cdltasukigap',
  title: 'Tasuki Gap',
  summary: 'A gap that a bar against it fills only in part.',
  bars: 3,
  averages: { near: [1] },
  find: (bars) =>
    sided(
      bars.color(1),
      (bars.isWhite(1) ? restsAboveGap(bars) : restsBelowGap(bars)) &&
        Math.abs(bars.body(1) - bars.body(0)) < bars.near(1),
    ),
  /** The colours and the gap follow from the order of the prices. */
  series(bars) {
    const shaped = bars.body(1).minus(bars.body(0)).abs().below(bars.near(1));
    return eitherWhere(
      all(
        shaped,
        isBetween(bars.open(0), bars.open(1), bars.close(1)),
        isBetween(bars.close(0), bars.top(2), bars.open(1)),
      ),
      all(
        shaped,
        isBetween(bars.open(0), bars.close(1), bars.open(1)),
        isBetween(bars.close(0), bars.open(1), bars.bottom(2)),
      ),
    );
  },
});

const restsAboveGap = (bars: RecentBars): boolean =>
  bars.bodyGapsUp(1) &&
  bars.isBlack(0) &&
  bars.open(0) < bars.close(1) &&
  bars.open(0) > bars.open(1) &&
  bars.close(0) < bars.open(1) &&
  bars.close(0) > bars.top(2);

const restsBelowGap = (bars: RecentBars): boolean =>
  bars.bodyGapsDown(1) &&
  bars.isWhite(0) &&
  bars.open(0) < bars.open(1) &&
  bars.open(0) > bars.close(1) &&
  bars.close(0) > bars.open(1) &&
  bars.close(0) < bars.bottom(2);
