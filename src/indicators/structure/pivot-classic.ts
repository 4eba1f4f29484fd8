import { pivotIndicator } from './pivot-stream';

/**
 * Classic pivot points: the mean of high, low and close of the period before, and three levels on either side
 * at once and twice the distances of its extremes.
 *
 * @param time           instant at which the bar opens, Unix milliseconds
 * @param high           quote currency per unit, oldest first; `low` and `close` alike
 * @param period         0 day, 1 week from Monday, 2 month; 0 when omitted
 * @param sessionOffset  begin of a day in minutes after midnight UTC, integer in `[-1440, 1440]`, 0 when omitted
 * @returns              `pivot`, resistances `r1` to `r3`, supports `s1` to `s3` in quote currency per unit; no
 *                       warm-up: the first period shows the levels of its own bars so far
 *
 * With pivot P, high H and low L: `r1` 2P - L, `r2` P + (H - L), `r3` H + 2 (P - L), supports mirrored. Gaps,
 * clock changes and NaN as in `pivotIndicator`.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Person, A Complete Guide to Technical Trading Tactics, 2004
 */
export const pivotClassic = pivotIndicator({
  name: 'pivot_classic',
  title: 'Pivot Points, Classic',
  summary: 'Mean price of the day, week or month before, with three levels on either side.',
  hasOpen: false,
  levels: 3,
  write({ high, low, close, range }, _, out) {
    const pivot = (high + low + close) / 3;
    out[0] = pivot;
    out[1] = 2 * pivot - low;
    out[2] = pivot + range;
    out[3] = high + 2 * (pivot - low);
    out[4] = 2 * pivot - high;
    out[5] = pivot - range;
    out[6] = low - 2 * (high - pivot);
  },
  draw({ high, low, close }) {
    const pivot = high.plus(low).plus(close).over(3);
    const range = high.minus(low);
    return [
      pivot,
      pivot.times(2).minus(low),
      pivot.plus(range),
      high.plus(pivot.minus(low).times(2)),
      pivot.times(2).minus(high),
      pivot.minus(range),
      low.minus(high.minus(pivot).times(2)),
    ];
  },
});
