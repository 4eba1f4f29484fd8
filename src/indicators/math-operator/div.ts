import { binary } from './binary';

/**
 * Division: first series over the second, row by row.
 *
 * @param real0  any unit, oldest first
 * @param real1  any unit, oldest first
 * @returns      unit of `real0` per unit of `real1`; no warm-up
 *
 * A divisor of 0 gives infinity, or NaN where `real0` is 0 too, as in TA-Lib. NaN in either gives NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_DIV` (tests/golden/talib/div.json)
 */
export const div = binary(
  { name: 'div', title: 'Division', summary: 'First series over the second, row by row.' },
  (a, b) => a / b,
  (a, b) => a.over(b),
);
