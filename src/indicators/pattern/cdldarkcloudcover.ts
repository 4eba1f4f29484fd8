import { bearish, candlePattern } from './candle-pattern';
import { bearishWhere } from './candle-series';

/**
 * Dark Cloud Cover: a long white bar, and a black one that opens above its high and closes well into its
 * body.
 *
 * @param open         quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @param penetration  how deep into the first body, as a share of it, in `[0, 3e37]`, 0.5 when omitted
 * @returns            -100 where it ends (bearish), 0 elsewhere; rows `0 .. 10` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLDARKCLOUDCOVER`, default candle settings (tests/golden/talib/cdldarkcloudcover.json)
 */
export const cdldarkcloudcover = candlePattern({
  name: 'cdldarkcloudcover',
  title: 'Dark Cloud Cover',
  summary: 'A black bar that opens above a long white one and closes deep inside it.',
  bars: 2,
  averages: { bodyLong: [1] },
  penetration: 0.5,
  find: (bars, penetration) =>
    bearish(
      bars.isWhite(1) &&
        bars.isLong(1) &&
        bars.isBlack(0) &&
        bars.open(0) > bars.high(1) &&
        bars.close(0) > bars.open(1) &&
        bars.close(0) < bars.close(1) - bars.body(1) * penetration,
    ),
  /** That the first bar is white follows from where the second one closes. */
  series: (bars, penetration) =>
    bearishWhere(
      bars.isLong(1),
      bars.isBlack(0),
      bars.open(0).above(bars.high(1)),
      bars.close(0).above(bars.open(1)),
      bars.close(0).below(bars.close(1).minus(bars.body(1).times(penetration))),
    ),
});
