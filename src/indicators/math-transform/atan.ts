import { atan as atanOf } from '../../core/math/atan';
import { arcTangent } from '../graph/math-kernels';
import { transform } from './transform';

/**
 * Arc Tangent: angle in radians whose tangent is the row.
 *
 * @param real  any numbers
 * @returns     radians in `[-pi / 2, pi / 2]`; no warm-up
 *
 * NaN gives NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_ATAN` (tests/golden/talib/atan.json)
 */
export const atan = transform(
  { name: 'atan', title: 'Arc Tangent', summary: 'Angle in radians whose tangent is the row.' },
  atanOf,
  arcTangent,
);
