import { tan as tanOf } from '../../core/math/tan';
import { tangent } from '../graph/math-kernels';
import { transform } from './transform';

/**
 * Tangent: tangent of the row in radians.
 *
 * @param real  radians
 * @returns     any number; no warm-up
 *
 * Infinity and NaN give NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_TAN` (tests/golden/talib/tan.json)
 */
export const tan = transform(
  { name: 'tan', title: 'Tangent', summary: 'Tangent of the row in radians.' },
  tanOf,
  tangent,
);
