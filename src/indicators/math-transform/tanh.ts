import { tanh as tanhOf } from '../../core/math/hyperbolic';
import { hyperbolicTangent } from '../graph/math-kernels';
import { transform } from './transform';

/**
 * Hyperbolic Tangent: hyperbolic sine over hyperbolic cosine of the row.
 *
 * @param real  any numbers
 * @returns     in `[-1, 1]`; no warm-up
 *
 * NaN gives NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_TANH` (tests/golden/talib/tanh.json)
 */
export const tanh = transform(
  {
    name: 'tanh',
    title: 'Hyperbolic Tangent',
    summary: 'Hyperbolic sine over hyperbolic cosine of the row.',
  },
  tanhOf,
  hyperbolicTangent,
);
