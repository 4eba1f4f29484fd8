import { sin as sinOf } from '../../core/math/sin';
import { sine } from '../graph/math-kernels';
import { transform } from './transform';

/**
 * Sine: sine of the row in radians.
 *
 * @param real  radians
 * @returns     in `[-1, 1]`; no warm-up
 *
 * Infinity and NaN give NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_SIN` (tests/golden/talib/sin.json)
 */
export const sin = transform(
  { name: 'sin', title: 'Sine', summary: 'Sine of the row in radians.' },
  sinOf,
  sine,
);
