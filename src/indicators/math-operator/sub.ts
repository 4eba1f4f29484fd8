import { binary } from './binary';

/**
 * Subtraction: first series less the second, row by row.
 *
 * @param real0  any unit, oldest first
 * @param real1  any unit, oldest first
 * @returns      unit of the inputs; no warm-up
 *
 * NaN in either gives NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_SUB` (tests/golden/talib/sub.json)
 */
export const sub = binary(
  { name: 'sub', title: 'Subtraction', summary: 'First series less the second, row by row.' },
  (a, b) => a - b,
  (a, b) => a.minus(b),
);
