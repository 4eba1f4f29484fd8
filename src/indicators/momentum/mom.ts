import { rateOfChange } from './rate-of-change';

/**
 * Momentum: change over the last `timePeriod` rows.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  rows to look back, integer in `[1, 100000]`, 10 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * A NaN in either of the two rows gives NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_MOM` (tests/golden/talib/mom.json)
 */
export const mom = rateOfChange(
  { name: 'mom', title: 'Momentum', summary: 'Change since an earlier bar.' },
  (x, before) => x - before,
  (x, before) => x.minus(before),
);
