import { cosh as coshOf } from '../../core/math/hyperbolic';
import { hyperbolicCosine } from '../graph/math-kernels';
import { transform } from './transform';

/**
 * Hyperbolic Cosine: half the sum of e to the row and e to its negative.
 *
 * @param real  any numbers
 * @returns     at least 1; no warm-up
 *
 * Infinite beyond 710.47, NaN for NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_COSH` (tests/golden/talib/cosh.json)
 */
export const cosh = transform(
  {
    name: 'cosh',
    title: 'Hyperbolic Cosine',
    summary: 'Half the sum of e to the row and e to its negative.',
  },
  coshOf,
  hyperbolicCosine,
);
