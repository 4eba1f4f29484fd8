import { bullish, candlePattern } from './candle-pattern';
import { bullishWhere } from './candle-series';
import type { RecentBars } from './recent-bars';

/**
 * Concealing Baby Swallow: two black bars with hardly any shadow, a black one that gaps down but whose
 * upper shadow reaches back into the second body, and a black one that engulfs it with its shadows.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     100 where it ends (bullish), 0 elsewhere; rows `0 .. 12` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLCONCEALBABYSWALL`, default candle settings (tests/golden/talib/cdlconcealbabyswall.json)
 */
export const cdlconcealbabyswall = candlePattern({
  name: 'cdlconcealbabyswall',
  title: 'Concealing Baby Swallow',
  summary: 'Four black bars, the last swallowing a failed rally.',
  bars: 4,
  averages: { shadowVeryShort: [3, 2, 1] },
  find: (bars) =>
    bullish(
      isMarubozu(bars, 3) &&
        isMarubozu(bars, 2) &&
        bars.isBlack(1) &&
        bars.bodyGapsDown(1) &&
        bars.upperShadow(1) > bars.veryShortShadow(1) &&
        bars.high(1) > bars.close(2) &&
        bars.isBlack(0) &&
        bars.high(0) > bars.high(1) &&
        bars.low(0) < bars.low(1),
    ),
  series: (bars) =>
    bullishWhere(
      bars.areBlack(3, 2, 1, 0),
      bars.hasVeryShortShadows(3),
      bars.hasVeryShortShadows(2),
      bars.bodyGapsDown(1),
      bars.upperShadow(1).above(bars.veryShortShadow(1)),
      bars.high(1).above(bars.close(2)),
      bars.high(0).above(bars.high(1)),
      bars.low(0).below(bars.low(1)),
    ),
});

/** Black, with hardly any shadow. */
const isMarubozu = (bars: RecentBars, ago: number): boolean =>
  bars.isBlack(ago) && bars.hasVeryShortUpperShadow(ago) && bars.hasVeryShortLowerShadow(ago);
