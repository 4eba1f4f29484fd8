import { pivotIndicator } from './pivot-stream';
import type { PeriodPrices } from './pivot-stream';

/**
 * DeMark's pivot points: one level on either side, by whether the period before closed below, above or at its
 * open.
 *
 * @param time           instant at which the bar opens, Unix milliseconds
 * @param high           quote currency per unit, oldest first; `low`, `close` and `open` alike
 * @param period         0 day, 1 week from Monday, 2 month; 0 when omitted
 * @param sessionOffset  begin of a day in minutes after midnight UTC, integer in `[-1440, 1440]`, 0 when omitted
 * @returns              `pivot`, resistance `r1`, support `s1` in quote currency per unit; no warm-up: the first
 *                       period shows the levels of its own bars so far
 *
 * The sum X is H + 2L + C after a fall, 2H + L + C after a rise, H + L + 2C otherwise; `pivot` X / 4, `r1`
 * X / 2 - L, `s1` X / 2 - H. Gaps, clock changes and NaN as in `pivotIndicator`.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see DeMark, The New Science of Technical Analysis, 1994
 */
export const pivotDemark = pivotIndicator({
  name: 'pivot_demark',
  title: 'Pivot Points, DeMark',
  summary: 'One level on either side, by how the period before closed against its open.',
  hasOpen: true,
  levels: 1,
  write(before, _, out) {
    const sum = weightedSum(before);
    out[0] = sum / 4;
    out[1] = sum / 2 - before.low;
    out[2] = sum / 2 - before.high;
  },
  draw({ open, high, low, close }) {
    const sum = close
      .below(open)
      .pick(
        high.plus(low.times(2)).plus(close),
        close.above(open).pick(high.times(2).plus(low).plus(close), high.plus(low).plus(close.times(2))),
      );
    return [sum.over(4), sum.over(2).minus(low), sum.over(2).minus(high)];
  },
});

function weightedSum({ open, high, low, close }: PeriodPrices): number {
  if (close < open) return high + 2 * low + close;
  if (close > open) return 2 * high + low + close;
  return high + low + 2 * close;
}
