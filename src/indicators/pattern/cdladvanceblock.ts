import type { Condition } from '../graph/series';
import { bearish, candlePattern } from './candle-pattern';
import { bearishWhere, type CandleSeries } from './candle-series';
import type { RecentBars } from './recent-bars';

/**
 * Advance Block: three white bars with rising closes, each opening within or near the body before it, the
 * first long with a short upper shadow; the later ones weaken: shorter bodies or longer upper shadows.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     -100 where it ends (bearish), 0 elsewhere; rows `0 .. 11` are NaN (warm-up)
 *
 * No trend before it is asked for.
 * A bar without four usable prices is NaN, and the warm-up starts anew after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CDLADVANCEBLOCK`, default candle settings (tests/golden/talib/cdladvanceblock.json)
 */
export const cdladvanceblock = candlePattern({
  name: 'cdladvanceblock',
  title: 'Advance Block',
  summary: 'Three rising white bars that lose strength.',
  bars: 3,
  averages: { shadowShort: [2, 1, 0], shadowLong: [0], near: [2, 1], far: [2, 1], bodyLong: [2] },
  find: (bars) =>
    bearish(
      bars.isWhite(2) &&
        bars.isWhite(1) &&
        bars.isWhite(0) &&
        bars.close(0) > bars.close(1) &&
        bars.close(1) > bars.close(2) &&
        opensByBody(bars, 1) &&
        opensByBody(bars, 0) &&
        bars.isLong(2) &&
        bars.hasShortUpperShadow(2) &&
        weakens(bars),
    ),
  series: (bars) =>
    bearishWhere(
      bars.areWhite(2, 1, 0),
      bars.close(0).above(bars.close(1)),
      bars.close(1).above(bars.close(2)),
      opensNearBody(bars, 1),
      opensNearBody(bars, 0),
      bars.isLong(2),
      bars.hasShortUpperShadow(2),
      weakening(bars),
    ),
});

/** Opens above the open before it, at most near above its close. */
const opensByBody = (bars: RecentBars, ago: number): boolean =>
  bars.open(ago) > bars.open(ago + 1) && bars.open(ago) <= bars.close(ago + 1) + bars.near(ago + 1);

function weakens(bars: RecentBars): boolean {
  const secondIsFarSmaller = bars.body(1) < bars.body(2) - bars.far(2);
  const thirdIsHardlyLarger = bars.body(0) < bars.body(1) + bars.near(1);
  const thirdIsFarSmaller = bars.body(0) < bars.body(1) - bars.far(1);
  const thirdIsSmaller = bars.body(0) < bars.body(1);
  const shrinks = thirdIsSmaller && bars.body(1) < bars.body(2);
  const hasShadow = bars.upperShadow(0) > bars.shortShadow(0) || bars.upperShadow(1) > bars.shortShadow(1);
  return (
    (secondIsFarSmaller && thirdIsHardlyLarger) ||
    thirdIsFarSmaller ||
    (shrinks && hasShadow) ||
    (thirdIsSmaller && bars.hasLongUpperShadow(0))
  );
}

const opensNearBody = (bars: CandleSeries, ago: number): Condition =>
  bars
    .open(ago)
    .above(bars.open(ago + 1))
    .and(bars.open(ago).atMost(bars.close(ago + 1).plus(bars.near(ago + 1))));

function weakening(bars: CandleSeries): Condition {
  const [first, second, third] = [bars.body(2), bars.body(1), bars.body(0)];
  const secondIsFarSmaller = second.below(first.minus(bars.far(2)));
  const thirdIsHardlyLarger = third.below(second.plus(bars.near(1)));
  const thirdIsFarSmaller = third.below(second.minus(bars.far(1)));
  const thirdIsSmaller = third.below(second);
  const shrinks = thirdIsSmaller.and(second.below(first));
  const hasShadow = [0, 1].map((ago) => bars.upperShadow(ago).above(bars.shortShadow(ago)));
  return secondIsFarSmaller
    .and(thirdIsHardlyLarger)
    .or(thirdIsFarSmaller)
    .or(shrinks.and(hasShadow[0]!.or(hasShadow[1]!)))
    .or(thirdIsSmaller.and(bars.hasLongUpperShadow(0)));
}
