import { log10 as log10Of } from '../../core/math/log10';
import { commonLogarithm } from '../graph/math-kernels';
import { transform } from './transform';

/**
 * Decimal Logarithm: logarithm of the row to base 10.
 *
 * @param real  numbers from 0
 * @returns     any number; no warm-up
 *
 * Minus infinity at 0, NaN below 0.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_LOG10` (tests/golden/talib/log10.json)
 */
export const log10 = transform(
  { name: 'log10', title: 'Decimal Logarithm', summary: 'Logarithm of the row to base 10.' },
  log10Of,
  commonLogarithm,
);
