import { sinh as sinhOf } from '../../core/math/hyperbolic';
import { hyperbolicSine } from '../graph/math-kernels';
import { transform } from './transform';

/**
 * Hyperbolic Sine: half the difference of e to the row and e to its negative.
 *
 * @param real  any numbers
 * @returns     any number; no warm-up
 *
 * Infinite beyond 710.47, NaN for NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_SINH` (tests/golden/talib/sinh.json)
 */
export const sinh = transform(
  {
    name: 'sinh',
    title: 'Hyperbolic Sine',
    summary: 'Half the difference of e to the row and e to its negative.',
  },
  sinhOf,
  hyperbolicSine,
);
