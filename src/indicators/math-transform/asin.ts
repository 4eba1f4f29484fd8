import { asin as asinOf } from '../../core/math/arc-sine';
import { arcSine } from '../graph/math-kernels';
import { transform } from './transform';

/**
 * Arc Sine: angle in radians whose sine is the row.
 *
 * @param real  numbers in `[-1, 1]`
 * @returns     radians in `[-pi / 2, pi / 2]`; no warm-up
 *
 * NaN outside `[-1, 1]`.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_ASIN` (tests/golden/talib/asin.json)
 */
export const asin = transform(
  { name: 'asin', title: 'Arc Sine', summary: 'Angle in radians whose sine is the row.' },
  asinOf,
  arcSine,
);
