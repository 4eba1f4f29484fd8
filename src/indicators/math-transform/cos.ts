import { cos as cosOf } from '../../core/math/cos';
import { cosine } from '../graph/math-kernels';
import { transform } from './transform';

/**
 * Cosine: cosine of the row in radians.
 *
 * @param real  radians
 * @returns     in `[-1, 1]`; no warm-up
 *
 * Infinity and NaN give NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_COS` (tests/golden/talib/cos.json)
 */
export const cos = transform(
  { name: 'cos', title: 'Cosine', summary: 'Cosine of the row in radians.' },
  cosOf,
  cosine,
);
