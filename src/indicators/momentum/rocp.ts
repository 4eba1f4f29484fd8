import { rateOfChange } from './rate-of-change';

/**
 * Rate of Change as a fraction: change over the last `timePeriod` rows, divided by the earlier one.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  rows to look back, integer in `[1, 100000]`, 10 when omitted
 * @returns           no unit; 0.05 means a rise by a twentieth; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * An earlier row of exactly 0 gives 0, as in TA-Lib. A NaN in either of the two rows gives NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_ROCP` (tests/golden/talib/rocp.json)
 */
export const rocp = rateOfChange(
  { name: 'rocp', title: 'Rate of Change, Fraction', summary: 'Change since an earlier bar, as a fraction.' },
  (x, before) => (before === 0 && !Number.isNaN(x) ? 0 : (x - before) / before),
  (x, before) => before.equals(0).pick(0, x.minus(before).over(before)),
);
