import type { Condition } from '../graph/series';
import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere, type CandleSeries } from './candle-series';
import type { RecentBars } from './recent-bars';

/**
 * Rising/Falling Three Methods: a long bar, three short ones of the other colour that step against it
 * within its high and low, and a long one of the first colour that opens beyond the last close and closes
 * beyond the first: the move goes on.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (bullish) or -100 (bearish) where it ends, 0 elsewhere; rows `0 .. 13` are NaN
 *              (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLRISEFALL3METHODS`, default candle settings (tests/golden/talib/cdlrisefall3methods.json)
 */
export const cdlrisefall3methods = candlePattern({
  name: 'cdlrisefall3methods',
  title: 'Rising/Falling Three Methods',
  summary: 'A long bar, three short ones against it within its range, and a long one on.',
  bars: 5,
  averages: { bodyLong: [4, 0], bodyShort: [3, 2, 1] },
  find(bars) {
    const side = bars.color(4);
    return sided(
      side,
      bars.isLong(4) &&
        bars.isShort(3) &&
        bars.isShort(2) &&
        bars.isShort(1) &&
        bars.isLong(0) &&
        bars.color(3) === -side &&
        bars.color(2) === -side &&
        bars.color(1) === -side &&
        bars.color(0) === side &&
        staysInRange(bars, 3) &&
        staysInRange(bars, 2) &&
        staysInRange(bars, 1) &&
        bars.close(2) * side < bars.close(3) * side &&
        bars.close(1) * side < bars.close(2) * side &&
        bars.open(0) * side > bars.close(1) * side &&
        bars.close(0) * side > bars.close(4) * side,
    );
  },
  series(bars) {
    const shaped = all(
      bars.isLong(4),
      bars.isShort(3),
      bars.isShort(2),
      bars.isShort(1),
      bars.isLong(0),
      touchesRange(bars, 3),
      touchesRange(bars, 2),
      touchesRange(bars, 1),
    );
    return eitherWhere(
      all(
        shaped,
        bars.isWhite(4),
        bars.areBlack(3, 2, 1),
        bars.isWhite(0),
        bars.close(2).below(bars.close(3)),
        bars.close(1).below(bars.close(2)),
        bars.open(0).above(bars.close(1)),
        bars.close(0).above(bars.close(4)),
      ),
      all(
        shaped,
        bars.isBlack(4),
        bars.areWhite(3, 2, 1),
        bars.isBlack(0),
        bars.close(2).above(bars.close(3)),
        bars.close(1).above(bars.close(2)),
        bars.open(0).below(bars.close(1)),
        bars.close(0).below(bars.close(4)),
      ),
    );
  },
});

/** The body touches the range of the first bar. */
const staysInRange = (bars: RecentBars, ago: number): boolean =>
  bars.bottom(ago) < bars.high(4) && bars.top(ago) > bars.low(4);

const touchesRange = (bars: CandleSeries, ago: number): Condition =>
  bars
    .bottom(ago)
    .below(bars.high(4))
    .and(bars.top(ago).above(bars.low(4)));
