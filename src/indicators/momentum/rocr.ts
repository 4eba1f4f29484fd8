import { rateOfChange } from './rate-of-change';

/**
 * Rate of Change as a ratio: a row divided by the one `timePeriod` rows before.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  rows to look back, integer in `[1, 100000]`, 10 when omitted
 * @returns           no unit; 1.05 means a rise by a twentieth; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * An earlier row of exactly 0 gives 0, as in TA-Lib. A NaN in either of the two rows gives NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_ROCR` (tests/golden/talib/rocr.json)
 */
export const rocr = rateOfChange(
  { name: 'rocr', title: 'Rate of Change, Ratio', summary: 'Value divided by that of an earlier bar.' },
  (x, before) => (before === 0 && !Number.isNaN(x) ? 0 : x / before),
  (x, before) => before.equals(0).pick(0, x.over(before)),
);
