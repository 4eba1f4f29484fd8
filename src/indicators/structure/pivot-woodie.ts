import { pivotIndicator } from './pivot-stream';

/**
 * Woodie's pivot points: as the classic ones, but the pivot is the mean of high and low of the period before
 * and twice the open of the running one.
 *
 * @param time           instant at which the bar opens, Unix milliseconds
 * @param high           quote currency per unit, oldest first; `low`, `close` and `open` alike
 * @param period         0 day, 1 week from Monday, 2 month; 0 when omitted
 * @param sessionOffset  begin of a day in minutes after midnight UTC, integer in `[-1440, 1440]`, 0 when omitted
 * @returns              `pivot`, resistances `r1` to `r3`, supports `s1` to `s3` in quote currency per unit; no
 *                       warm-up: the first period shows the levels of its own bars so far
 *
 * With pivot P = (H + L + 2 open) / 4: `r1` 2P - L, `r2` P + (H - L), `r3` H + 2 (P - L), supports mirrored.
 * Some sources take twice the close before instead of the open; the open is Woodie's, and TradingView's. Gaps,
 * clock changes and NaN as in `pivotIndicator`.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Wood, Woodie's CCI Club, pivots; TradingView, built-in `Pivot Points Standard`, type Woodie
 */
export const pivotWoodie = pivotIndicator({
  name: 'pivot_woodie',
  title: 'Pivot Points, Woodie',
  summary: 'Pivot points of the period before that give most weight to the new open.',
  hasOpen: true,
  levels: 3,
  write({ high, low, range }, open, out) {
    const pivot = (high + low + 2 * open) / 4;
    out[0] = pivot;
    out[1] = 2 * pivot - low;
    out[2] = pivot + range;
    out[3] = high + 2 * (pivot - low);
    out[4] = 2 * pivot - high;
    out[5] = pivot - range;
    out[6] = low - 2 * (high - pivot);
  },
  draw({ high, low }, open) {
    const pivot = high.plus(low).plus(open.times(2)).over(4);
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
