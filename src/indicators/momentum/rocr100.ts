import { rateOfChange } from './rate-of-change';

/**
 * Rate of Change as a ratio, in percent: a row in percent of the one `timePeriod` rows before.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  rows to look back, integer in `[1, 100000]`, 10 when omitted
 * @returns           percent; 105 means a rise by a twentieth; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * An earlier row of exactly 0 gives 0, as in TA-Lib. A NaN in either of the two rows gives NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_ROCR100` (tests/golden/talib/rocr100.json)
 */
export const rocr100 = rateOfChange(
  {
    name: 'rocr100',
    title: 'Rate of Change, Ratio in Percent',
    summary: 'Value in percent of that of an earlier bar.',
  },
  (x, before) => (before === 0 && !Number.isNaN(x) ? 0 : (x / before) * 100),
  (x, before) => before.equals(0).pick(0, x.over(before).times(100)),
);
