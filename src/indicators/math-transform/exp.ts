import { exp as expOf } from '../../core/math/exp';
import { exponential } from '../graph/math-kernels';
import { transform } from './transform';

/**
 * Exponential: the number e to the power of the row.
 *
 * @param real  any numbers
 * @returns     at least 0; no warm-up
 *
 * Infinite above 709.78, 0 below -745.13, NaN for NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_EXP` (tests/golden/talib/exp.json)
 */
export const exp = transform(
  { name: 'exp', title: 'Exponential', summary: 'The number e to the power of the row.' },
  expOf,
  exponential,
);
