import { candlePattern, sided } from './candle-pattern';
import { all, eitherWhere, isBetween } from './candle-series';
import type { RecentBars } from './recent-bars';

/**
 * Breakaway: a long bar, a gap in its direction by a bar of the same colour, two more bars that go on,
 * and one of the other colour that closes inside the gap.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 (bullish) or -100 (bearish) where it ends, 0 elsewhere; rows `0 .. 13` are NaN
 *              (warm-up)
 *
 * The colour of the third bar is free.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLBREAKAWAY`, default candle settings (tests/golden/talib/cdlbreakaway.json)
 */
export const cdlbreakaway = candlePattern({
  name: 'cdlbreakaway',
  title: 'Breakaway',
  summary: 'A run that begins with a gap and is turned back into it.',
  bars: 5,
  averages: { bodyLong: [4] },
  find: (bars) =>
    sided(
      bars.color(0),
      bars.isLong(4) &&
        bars.color(4) === bars.color(3) &&
        bars.color(3) === bars.color(1) &&
        bars.color(1) === -bars.color(0) &&
        (bars.isBlack(4) ? turnsUp(bars) : turnsDown(bars)),
    ),
  /** The gap follows from where the last bar closes. */
  series(bars) {
    const shaped = bars.isLong(4);
    return eitherWhere(
      all(
        shaped,
        bars.areBlack(4, 3, 1),
        bars.isWhite(0),
        bars.high(2).below(bars.high(3)),
        bars.low(2).below(bars.low(3)),
        bars.high(1).below(bars.high(2)),
        bars.low(1).below(bars.low(2)),
        isBetween(bars.close(0), bars.open(3), bars.close(4)),
      ),
      all(
        shaped,
        bars.areWhite(4, 3, 1),
        bars.isBlack(0),
        bars.high(2).above(bars.high(3)),
        bars.low(2).above(bars.low(3)),
        bars.high(1).above(bars.high(2)),
        bars.low(1).above(bars.low(2)),
        isBetween(bars.close(0), bars.close(4), bars.open(3)),
      ),
    );
  },
});

/** After lower highs and lows below a gap. */
const turnsUp = (bars: RecentBars): boolean =>
  bars.bodyGapsDown(3) &&
  bars.high(2) < bars.high(3) &&
  bars.low(2) < bars.low(3) &&
  bars.high(1) < bars.high(2) &&
  bars.low(1) < bars.low(2) &&
  bars.close(0) > bars.open(3) &&
  bars.close(0) < bars.close(4);

/** After higher highs and lows above a gap. */
const turnsDown = (bars: RecentBars): boolean =>
  bars.bodyGapsUp(3) &&
  bars.high(2) > bars.high(3) &&
  bars.low(2) > bars.low(3) &&
  bars.high(1) > bars.high(2) &&
  bars.low(1) > bars.low(2) &&
  bars.close(0) < bars.open(3) &&
  bars.close(0) > bars.close(4);
