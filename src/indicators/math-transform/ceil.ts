import { transform } from './transform';

/**
 * Ceiling: smallest whole number not below the row.
 *
 * @param real  any unit
 * @returns     unit of `real`, whole numbers; no warm-up
 *
 * NaN gives NaN, infinity gives infinity.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CEIL` (tests/golden/talib/ceil.json)
 */
export const ceil = transform(
  { name: 'ceil', title: 'Ceiling', summary: 'Smallest whole number not below the row.' },
  Math.ceil,
  (x) => x.ceil(),
);
