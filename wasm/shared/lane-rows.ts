import { rowOf } from './rows';

/** Rows of which the lowest and highest price are known together. */
export const BLOCK_SHIFT = 4;
export const BLOCK_ROWS = 16;

/** First row from `row` on that has one of the bits; the number of rows for none. The bytes go on for a whole vector. */
export function nextOf(acts: usize, bits: u32, row: i32, rows: i32): i32 {
  const wanted = i8x16.splat(<i8>bits);
  for (; row < rows; row += 16) {
    const found = i8x16.bitmask(i8x16.ne(v128.and(v128.load(acts + row), wanted), i8x16.splat(0)));
    if (found != 0) return min(row + ctz(found), rows);
  }
  return rows;
}

/** Equity of rows on which nothing is held; answers the row after the last. */
export function writeFlat(row: i32, until: i32, cash: f64, out: usize): i32 {
  const value = f64x2.splat(cash);
  for (; row + 1 < until; row += 2) v128.store(rowOf(out, row), value);
  if (row < until) store<f64>(rowOf(out, row), cash);
  return until;
}

/** Equity of rows on which a position is only marked. */
export function writeHeld(prices: usize, from: i32, end: i32, cash: f64, size: f64, out: usize): void {
  const held = f64x2.splat(size);
  const paid = f64x2.splat(cash);
  let row = from;
  for (; row + 1 < end; row += 2)
    v128.store(rowOf(out, row), f64x2.add(paid, f64x2.mul(held, v128.load(rowOf(prices, row)))));
  if (row < end) store<f64>(rowOf(out, row), cash + size * load<f64>(rowOf(prices, row)));
}
