import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere, isBetween } from './candle-series';

/**
 * Upside/Downside Gap Three Methods: two bars of one colour with a gap between their bodies in its
 * direction, and one of the other colour that opens inside the second body and closes inside the first:
 * the gap is closed, the move may go on.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (gap up) or -100 (gap down) where it ends, 0 elsewhere; rows `0 .. 1` are NaN
 *              (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLXSIDEGAP3METHODS`, default candle settings (tests/golden/talib/cdlxsidegap3methods.json)
 */
export const cdlxsidegap3methods = candlePattern({
  name: 'cdlxsidegap3methods',
  title: 'Upside/Downside Gap Three Methods',
  summary: 'A gap between two like bars that a third closes.',
  bars: 3,
  averages: {},
  find: (bars) =>
    sided(
      bars.color(2),
      bars.color(2) === bars.color(1) &&
        bars.color(0) === -bars.color(1) &&
        bars.open(0) < bars.top(1) &&
        bars.open(0) > bars.bottom(1) &&
        bars.close(0) < bars.top(2) &&
        bars.close(0) > bars.bottom(2) &&
        (bars.isWhite(2) ? bars.bodyGapsUp(1) : bars.bodyGapsDown(1)),
    ),
  /** The last bar's colour follows from the order of the prices. */
  series(bars) {
    const shaped = isBetween(bars.open(0), bars.bottom(1), bars.top(1)).and(
      isBetween(bars.close(0), bars.bottom(2), bars.top(2)),
    );
    return eitherWhere(
      all(shaped, bars.areWhite(2, 1), bars.bodyGapsUp(1)),
      all(shaped, bars.areBlack(2, 1), bars.bodyGapsDown(1)),
    );
  },
});
