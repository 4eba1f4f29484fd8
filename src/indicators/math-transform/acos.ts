import { acos as acosOf } from '../../core/math/arc-sine';
import { arcCosine } from '../graph/math-kernels';
import { transform } from './transform';

/**
 * Arc Cosine: angle in radians whose cosine is the row.
 *
 * @param real  numbers in `[-1, 1]`
 * @returns     radians in `[0, pi]`; no warm-up
 *
 * NaN outside `[-1, 1]`.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_ACOS` (tests/golden/talib/acos.json)
 */
export const acos = transform(
  { name: 'acos', title: 'Arc Cosine', summary: 'Angle in radians whose cosine is the row.' },
  acosOf,
  arcCosine,
);
