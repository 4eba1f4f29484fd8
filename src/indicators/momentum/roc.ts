import { rateOfChange } from './rate-of-change';

/**
 * Rate of Change: change over the last `timePeriod` rows, in percent of the earlier one.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  rows to look back, integer in `[1, 100000]`, 10 when omitted
 * @returns           percent; 5 means a rise by a twentieth; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * An earlier row of exactly 0 gives 0, as in TA-Lib. A NaN in either of the two rows gives NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_ROC` (tests/golden/talib/roc.json)
 */
export const roc = rateOfChange(
  { name: 'roc', title: 'Rate of Change', summary: 'Change since an earlier bar, in percent.' },
  (x, before) => (before === 0 && !Number.isNaN(x) ? 0 : (x / before - 1) * 100),
  (x, before) => before.equals(0).pick(0, x.over(before).minus(1).times(100)),
);
