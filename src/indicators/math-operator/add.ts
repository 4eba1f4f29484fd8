import { binary } from './binary';

/**
 * Addition: sum of two series row by row.
 *
 * @param real0  any unit, oldest first
 * @param real1  any unit, oldest first
 * @returns      unit of the inputs; no warm-up
 *
 * NaN in either gives NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_ADD` (tests/golden/talib/add.json)
 */
export const add = binary(
  { name: 'add', title: 'Addition', summary: 'Sum of two series row by row.' },
  (a, b) => a + b,
  (a, b) => a.plus(b),
);
