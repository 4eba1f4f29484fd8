import { candlePattern, isWithin, sided } from './candle-pattern';
import { all, eitherWhere, isAround } from './candle-series';

/**
 * Up/Down-gap side-by-side white lines: two white bars with about the same open and size, both with a
 * body beyond a gap from the bar before them: the move goes on.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (gap up) or -100 (gap down) where it ends, 0 elsewhere; rows `0 .. 6` are NaN
 *              (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLGAPSIDESIDEWHITE`, default candle settings (tests/golden/talib/cdlgapsidesidewhite.json)
 */
export const cdlgapsidesidewhite = candlePattern({
  name: 'cdlgapsidesidewhite',
  title: 'Up/Down-gap side-by-side white lines',
  summary: 'Two like white bars side by side beyond a gap.',
  bars: 3,
  averages: { near: [1], equal: [1] },
  find: (bars) =>
    sided(
      bars.bodyGapsUp(1) ? 1 : -1,
      ((bars.bodyGapsUp(1) && bars.bodyGapsUp(0, 2)) || (bars.bodyGapsDown(1) && bars.bodyGapsDown(0, 2))) &&
        bars.isWhite(1) &&
        bars.isWhite(0) &&
        isWithin(bars.body(0), bars.body(1), bars.near(1)) &&
        isWithin(bars.open(0), bars.open(1), bars.equal(1)),
    ),
  series(bars) {
    const shaped = all(
      bars.areWhite(1, 0),
      isAround(bars.body(0), bars.body(1), bars.near(1)),
      isAround(bars.open(0), bars.open(1), bars.equal(1)),
    );
    return eitherWhere(
      all(shaped, bars.bodyGapsUp(1), bars.bodyGapsUp(0, 2)),
      all(shaped, bars.bodyGapsDown(1), bars.bodyGapsDown(0, 2)),
    );
  },
});
