import { transform } from './transform';

/**
 * Floor: largest whole number not above the row.
 *
 * @param real  any unit
 * @returns     unit of `real`, whole numbers; no warm-up
 *
 * NaN gives NaN, infinity gives infinity.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_FLOOR` (tests/golden/talib/floor.json)
 */
export const floor = transform(
  { name: 'floor', title: 'Floor', summary: 'Largest whole number not above the row.' },
  Math.floor,
  (x) => x.floor(),
);
