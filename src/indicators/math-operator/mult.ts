import { binary } from './binary';

/**
 * Multiplication: product of two series row by row.
 *
 * @param real0  any unit, oldest first
 * @param real1  any unit, oldest first
 * @returns      product of the units; no warm-up
 *
 * NaN in either gives NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_MULT` (tests/golden/talib/mult.json)
 */
export const mult = binary(
  { name: 'mult', title: 'Multiplication', summary: 'Product of two series row by row.' },
  (a, b) => a * b,
  (a, b) => a.times(b),
);
