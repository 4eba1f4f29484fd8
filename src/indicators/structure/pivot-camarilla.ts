import { pivotIndicator } from './pivot-stream';

/** What the range is stretched by before it is divided. */
const STRETCH = 1.1;
const DIVISORS = [12, 6, 4, 2] as const;

/**
 * Camarilla pivot points: four levels on either side of the close of the period before, at 1.1 times its range
 * divided by 12, 6, 4 and 2.
 *
 * @param time           instant at which the bar opens, Unix milliseconds
 * @param high           quote currency per unit, oldest first; `low` and `close` alike
 * @param period         0 day, 1 week from Monday, 2 month; 0 when omitted
 * @param sessionOffset  begin of a day in minutes after midnight UTC, integer in `[-1440, 1440]`, 0 when omitted
 * @returns              `pivot` (mean of high, low and close), resistances `r1` to `r4`, supports `s1` to `s4`
 *                       in quote currency per unit; no warm-up: the first period shows the levels of its own
 *                       bars so far
 *
 * Gaps, clock changes and NaN as in `pivotIndicator`.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Stott, the Camarilla equation, 1989
 */
export const pivotCamarilla = pivotIndicator({
  name: 'pivot_camarilla',
  title: 'Pivot Points, Camarilla',
  summary: 'Four levels on either side of the close of the period before, by its range.',
  hasOpen: false,
  levels: DIVISORS.length,
  write({ high, low, close, range }, _, out) {
    out[0] = (high + low + close) / 3;
    for (let k = 0; k < DIVISORS.length; k++) {
      const distance = (STRETCH * range) / DIVISORS[k]!;
      out[1 + k] = close + distance;
      out[1 + DIVISORS.length + k] = close - distance;
    }
  },
  draw({ high, low, close }) {
    const distances = DIVISORS.map((divisor) => high.minus(low).times(STRETCH).over(divisor));
    return [
      high.plus(low).plus(close).over(3),
      ...distances.map((distance) => close.plus(distance)),
      ...distances.map((distance) => close.minus(distance)),
    ];
  },
});
