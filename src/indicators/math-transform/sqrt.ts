import { transform } from './transform';

/**
 * Square Root: square root of the row.
 *
 * @param real  numbers from 0
 * @returns     root of the unit of `real`; no warm-up
 *
 * NaN below 0.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_SQRT` (tests/golden/talib/sqrt.json)
 */
export const sqrt = transform(
  { name: 'sqrt', title: 'Square Root', summary: 'Square root of the row.' },
  Math.sqrt,
  (x) => x.sqrt(),
);
