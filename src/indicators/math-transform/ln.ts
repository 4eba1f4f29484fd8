import { log as logOf } from '../../core/math/log';
import { naturalLogarithm } from '../graph/math-kernels';
import { transform } from './transform';

/**
 * Natural Logarithm: logarithm of the row to base e.
 *
 * @param real  numbers from 0
 * @returns     any number; no warm-up
 *
 * Minus infinity at 0, NaN below 0.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_LN` (tests/golden/talib/ln.json)
 */
export const ln = transform(
  { name: 'ln', title: 'Natural Logarithm', summary: 'Logarithm of the row to base e.' },
  logOf,
  naturalLogarithm,
);
