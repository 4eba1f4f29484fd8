import type { Column } from '../../../core/column';

/** From this size on a number may overflow on the way; rows from the first such one on are the twin's. */
const LARGE = 1e100;

/** Where a column holds what graphs do not take: NaN, infinities and large numbers. */
export interface OddRows {
  /** First row that is a number. */
  readonly first: number;
  /** First and last row after it that is odd; the number of rows and -1 where there is none. */
  readonly firstOdd: number;
  readonly lastOdd: number;
}

const isOdd = (x: number): boolean => !(Math.abs(x) < LARGE);

/** Rows that are looked at together while nothing is odd. */
const STRIDE = 4;

/** First odd row from `row` on; the number of rows where there is none. The twin of the kernel `nextOddRow`. */
function nextOdd(column: Column, row: number): number {
  let i = row;
  for (; i + STRIDE <= column.length; i += STRIDE) {
    const size =
      Math.abs(column[i]!) + Math.abs(column[i + 1]!) + Math.abs(column[i + 2]!) + Math.abs(column[i + 3]!);
    if (!(size < LARGE)) break;
  }
  while (i < column.length && !isOdd(column[i]!)) i++;
  return i;
}

/**
 * Looks through a column.
 *
 * @param next  first odd row of it from a row on; the number of rows where there is none
 */
export function oddRows(column: Column, next = (row: number): number => nextOdd(column, row)): OddRows {
  const { length } = column;
  let first = 0;
  while (first < length && Number.isNaN(column[first]!)) first++;
  const firstOdd = next(first);
  let lastOdd = length - 1;
  while (lastOdd > firstOdd && !isOdd(column[lastOdd]!)) lastOdd--;
  return { first, firstOdd, lastOdd: firstOdd < length ? lastOdd : -1 };
}

/** First odd row from `from` on; the number of rows where there is none. */
export function firstOddFrom(column: Column, { firstOdd, lastOdd }: OddRows, from: number): number {
  if (from <= firstOdd) return firstOdd;
  if (from > lastOdd) return column.length;
  return nextOdd(column, from);
}
