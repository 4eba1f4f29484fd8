import { pivotIndicator } from './pivot-stream';

/** Shares of the range. */
const NEAR = 0.382;
const FAR = 0.618;

/**
 * Fibonacci pivot points: the mean of high, low and close of the period before, and levels at 0.382, 0.618 and
 * 1 times its range on either side.
 *
 * @param time           instant at which the bar opens, Unix milliseconds
 * @param high           quote currency per unit, oldest first; `low` and `close` alike
 * @param period         0 day, 1 week from Monday, 2 month; 0 when omitted
 * @param sessionOffset  begin of a day in minutes after midnight UTC, integer in `[-1440, 1440]`, 0 when omitted
 * @returns              `pivot`, resistances `r1` to `r3`, supports `s1` to `s3` in quote currency per unit; no
 *                       warm-up: the first period shows the levels of its own bars so far
 *
 * Gaps, clock changes and NaN as in `pivotIndicator`.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TradingView, built-in `Pivot Points Standard`, type Fibonacci
 */
export const pivotFibonacci = pivotIndicator({
  name: 'pivot_fibonacci',
  title: 'Pivot Points, Fibonacci',
  summary: 'Mean price of the period before, with levels at Fibonacci shares of its range.',
  hasOpen: false,
  levels: 3,
  write({ high, low, close, range }, _, out) {
    const pivot = (high + low + close) / 3;
    out[0] = pivot;
    out[1] = pivot + NEAR * range;
    out[2] = pivot + FAR * range;
    out[3] = pivot + range;
    out[4] = pivot - NEAR * range;
    out[5] = pivot - FAR * range;
    out[6] = pivot - range;
  },
  draw({ high, low, close }) {
    const pivot = high.plus(low).plus(close).over(3);
    const distances = [NEAR, FAR, 1].map((share) => high.minus(low).times(share));
    return [
      pivot,
      ...distances.map((distance) => pivot.plus(distance)),
      ...distances.map((distance) => pivot.minus(distance)),
    ];
  },
});
